/** Makes new files, all or none. */
import { readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { Refusal } from '../commands/commandErrors';
import { quoted } from '../shownText';
import { uriOf } from '../workflows/workspaceOf';
import { isThere } from './targetFile';

export interface NewFile {
  /** Absolute path; nothing is there. */
  readonly path: string;
  readonly text: string;
}

/**
 * Makes the files with their folders, as one edit that can be undone.
 * @throws Refusal when one of them could not be made; then none is
 */
export async function createFiles(files: readonly NewFile[], label: string): Promise<void> {
  const folders = await newFolders(files);
  // Somebody else's by now, and not to be taken away, even if it says the same.
  const taken = new Set<string>();
  for (const file of files) if (await isThere(file.path)) taken.add(file.path);
  const edit = new vscode.WorkspaceEdit();
  for (const file of files) {
    const uri = await uriOf(file.path);
    // Refuses a file that came to be this very moment.
    edit.createFile(uri, { contents: Buffer.from(file.text) }, { label, needsConfirmation: false });
  }
  const isApplied = await vscode.workspace.applyEdit(edit);
  const missing: string[] = [];
  for (const file of files) if (!(await holds(file))) missing.push(path.basename(file.path));
  if (isApplied && missing.length === 0) return;
  for (const file of files) if (!taken.has(file.path) && (await holds(file))) await rm(file.path, { force: true });
  // The innermost first; one that is not empty was somebody else's meanwhile.
  for (const folder of folders.toReversed()) await rmdir(folder).catch(() => undefined);
  throw new Refusal(
    vscode.l10n.t(
      '{0} could not be written, so nothing was created. Is the folder writable?',
      quoted(missing[0] ?? label),
    ),
  );
}

async function holds({ path: file, text }: NewFile): Promise<boolean> {
  return readFile(file, 'utf8').then(
    (found) => found === text,
    () => false,
  );
}

/** The folders that will come to be, the outermost first. */
async function newFolders(files: readonly NewFile[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const file of files) {
    let folder = path.dirname(file.path);
    while (!(await isThere(folder))) {
      found.add(folder);
      folder = path.dirname(folder);
    }
  }
  return [...found].sort((one, other) => one.length - other.length);
}
