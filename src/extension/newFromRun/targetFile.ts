/** The file that a new workflow becomes. */
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { defaultName, kindOfFile } from '../../model/workflow/paths';
import { quoted } from '../shownText';
import { liesIn, realPathOf } from '../workflows/workspaceOf';

/** Asks for the file; gives its absolute path, with the ending of a workflow (or module) file. Undefined: Escape. */
export async function askForFile(run: RunSummary, entry: string): Promise<string | undefined> {
  const suffix = `.${kindOfFile(entry)}.yaml`;
  const suggested = path.join(await suggestedFolder(run), `${defaultName(entry)}-copy${suffix}`);
  const chosen = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Create a workflow from {0}', quoted(run.name)),
    saveLabel: vscode.l10n.t('Create'),
    defaultUri: vscode.Uri.file(await freeName(suggested)),
  });
  if (chosen === undefined) return undefined;
  const file = chosen.fsPath;
  return file.endsWith(suffix) ? file : file.replace(/(\.(workflow|module))?(\.ya?ml)?$/, suffix);
}

/** The path itself if nothing is there, else with the first number behind its name that makes it free. */
export async function freeName(file: string): Promise<string> {
  const name = path.basename(file);
  const stem = defaultName(name);
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? file : path.join(path.dirname(file), `${stem}-${number}${name.slice(stem.length)}`);
    if (!(await isThere(free))) return free;
  }
}

/** True if anything has this name, a broken link too. */
export async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

/** Beside the original if its folder is there and open, else in an open folder. */
async function suggestedFolder(run: RunSummary): Promise<string> {
  const original = path.dirname(run.workflow.path);
  const open = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const [first] = open;
  for (const { uri } of open) {
    const real = await realPathOf(uri.fsPath);
    if (liesIn(original, real) && (await isThere(original))) return original;
  }
  return first?.uri.fsPath ?? ((await isThere(original)) ? original : run.workflow.workspace);
}
