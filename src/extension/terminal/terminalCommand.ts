/** Puts `runlens` on the PATH of VS Code's terminals, on the vault that this window uses. */
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { defaultHome } from '../../engine/client/client';
import { launcherFor } from './launcher';

export interface TerminalCommandOptions {
  readonly variables: vscode.EnvironmentVariableCollection;
  /** Folder of the extension that stays the same when it is updated. */
  readonly storage: string;
  readonly cliFile: string;
}

/** Shells that set their PATH anew at their start (macOS) get it a second time, by VS Code's shell integration. */
const always: vscode.EnvironmentVariableMutatorOptions = {
  applyAtProcessCreation: true,
  applyAtShellIntegration: true,
};

/**
 * Writes the launcher and tells VS Code's terminals. The launcher lies outside of the extension: the package keeps no
 * executable bit, and the extension's own folder has another name after an update.
 * @throws when the launcher cannot be written
 */
export async function offerTerminalCommand({ variables, storage, cliFile }: TerminalCommandOptions): Promise<void> {
  const folder = path.join(storage, 'bin');
  const { name, text } = launcherFor(process.platform, process.execPath, cliFile);
  await mkdir(folder, { recursive: true });
  await writeExecutable(path.join(folder, name), text);
  variables.description = vscode.l10n.t('Adds the command `runlens`, on the vault of this window');
  variables.prepend('PATH', `${folder}${path.delimiter}`, always);
  variables.replace('RUNLENS_HOME', path.resolve(defaultHome(process.env)), always);
}

/** Whole or not at all: a terminal may start it at any moment. */
async function writeExecutable(file: string, text: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => null)) === text) return;
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, text);
  await chmod(unfinished, 0o755);
  await rename(unfinished, file);
}
