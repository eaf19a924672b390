/** Files and folders that a form's inputs name: where a typed path leads, what is there, and the dialog that finds one. */
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';

export type FoundAtPath = 'file' | 'folder' | 'nothing';

/** The absolute path of what somebody typed: `~/` is the home folder, a relative one starts from `folder`. */
export function absolutePath(typed: string, folder: string): string {
  const home = /^~(?=$|[\\/])/.exec(typed);
  return home === null ? path.resolve(folder, typed) : path.join(homedir(), typed.slice(1));
}

/** What is at an absolute path; links are followed. Nothing too where nobody may look. */
export async function foundAt(file: string): Promise<FoundAtPath> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

export interface PathQuestion {
  /** Name of the input. */
  readonly input: string;
  readonly kind: 'file' | 'folder';
  /** The absolute path that is chosen so far. */
  readonly now: string | null;
  readonly folder: string;
}

/** Asks with the dialog of the system; null: it was left. */
export async function choosePathFor({ input, kind, now, folder }: PathQuestion): Promise<string | null> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Choose a {0} for {1}', kind, input),
      defaultUri: vscode.Uri.file(await nearestFolder(now === null ? folder : path.dirname(now), folder)),
      canSelectFiles: kind === 'file',
      canSelectFolders: kind === 'folder',
      openLabel: vscode.l10n.t('Choose'),
    })) ?? [];
  return chosen?.fsPath ?? null;
}

async function nearestFolder(wanted: string, otherwise: string): Promise<string> {
  return (await foundAt(wanted)) === 'folder' ? wanted : otherwise;
}
