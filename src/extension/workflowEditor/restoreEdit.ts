/** Brings texts into the workspace: one undoable edit, and bytes where an editor could not hold the text. */
import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { Refusal } from '../commands/commandErrors';
import { savedDocument, unsavedDocument } from '../workflows/liveTexts';
import { uriOf } from '../workflows/workspaceOf';
import { fitsInEditor, lineEndOf } from './lineEnds';
import type { RestoredFile } from './restorePlan';
import { smallestReplace } from './smallestReplace';

/** In which VS Code takes notice of what changed on disk, in milliseconds. */
const pausesMs = [0, 100, 400];

/**
 * Makes each file's text `after`. Files that exist change in their documents and stay unsaved; files that are gone are
 * created. @throws Refusal
 */
export async function applyTexts(files: readonly RestoredFile[], label: string): Promise<void> {
  const asBytes = files.filter(({ before, after }) => before !== null && !fitsInEditor(before, after));
  const asEdit = files.filter((file) => !asBytes.includes(file));
  if (asEdit.length > 0 && !(await isAppliedSoon(asEdit, label))) {
    throw new Refusal(
      vscode.l10n.t('VS Code refused the edit. Close dialogs and read-only editors of the files, and try again.'),
    );
  }
  for (const file of asBytes) await writeBytes(file);
}

/** What changed on disk a moment ago VS Code reads as it edits it, and then refuses the edit of the text before. */
async function isAppliedSoon(files: readonly RestoredFile[], label: string): Promise<boolean> {
  for (const pause of pausesMs) {
    if (await isApplied(files, label)) return true;
    await delay(pause);
  }
  return isApplied(files, label);
}

async function isApplied(files: readonly RestoredFile[], label: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const metadata: vscode.WorkspaceEditEntryMetadata = { label, needsConfirmation: false };
  for (const file of files) {
    const uri = await uriOf(file.path);
    if (file.before === null) edit.createFile(uri, { contents: Buffer.from(file.after) }, metadata);
    else edit.set(uri, await editsOf(uri, file.after));
  }
  return vscode.workspace.applyEdit(edit);
}

async function editsOf(uri: vscode.Uri, after: string): Promise<vscode.TextEdit[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edits: vscode.TextEdit[] = [];
  const lineEnd = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const text = after.replace(/^\uFEFF/, '').replaceAll(/\r\n|\n/g, lineEnd);
  const replace = smallestReplace(document.getText(), text);
  if (replace !== null) {
    const range = new vscode.Range(document.positionAt(replace.start), document.positionAt(replace.end));
    edits.push(vscode.TextEdit.replace(range, replace.text));
  }
  if (after.includes('\n') && lineEndOf(after) !== lineEnd) {
    const wanted = lineEndOf(after) === '\r\n' ? vscode.EndOfLine.CRLF : vscode.EndOfLine.LF;
    edits.push(vscode.TextEdit.setEndOfLine(wanted));
  }
  return edits;
}

async function writeBytes(file: RestoredFile): Promise<void> {
  // The document's unsaved text would else be written over the bytes at its next save.
  const unsaved = await unsavedDocument(file.path);
  if (unsaved !== undefined && !(await savedDocument(unsaved))) {
    throw new Refusal(
      vscode.l10n.t('{0} has unsaved changes that could not be saved. Save it and restore again.', file.key),
    );
  }
  try {
    await writeFile(file.path, file.after);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(vscode.l10n.t('{0} could not be written: {1}', file.key, reason));
  }
}
