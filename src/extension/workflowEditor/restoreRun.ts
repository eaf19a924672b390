/** Restore: the version of a run becomes the live one again, with a way back. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import type { RunSnapshot } from '../../protocol/engine';
import { readLiveText, type LiveTexts } from '../workflows/liveTexts';
import { uriOf } from '../workflows/workspaceOf';
import { applyTexts } from './restoreEdit';
import { filesToRestore, type RestoredFile } from './restorePlan';

/** So many files are named in the question; the rest is counted. */
const namedFiles = 10;

/**
 * Restores the run's version and offers Undo. False when the user said no, or when nothing differed.
 * @throws Refusal
 */
export async function restoreVersion(run: RunSummary, snapshot: RunSnapshot, texts: LiveTexts): Promise<boolean> {
  const files = await filesToRestore(run.workflow.workspace, snapshot.source);
  if (files.length === 0) {
    void vscode.window.showInformationMessage(`The files are already as ${run.name} executed them.`);
    return false;
  }
  const others = files.filter(({ key }) => key !== snapshot.source.entry);
  if (others.length > 0 && !(await isConfirmed(run, files))) return false;
  await applyTexts(files, `Restore the version of ${run.name}`);
  void offerUndo(run, files, texts);
  return true;
}

async function isConfirmed(run: RunSummary, files: readonly RestoredFile[]): Promise<boolean> {
  const named = files.slice(0, namedFiles).map(({ key, before }) => (before === null ? `${key} (is created)` : key));
  const rest = files.length - named.length;
  const detail = [...named, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
  const answer = await vscode.window.showWarningMessage(
    `Restore the version of ${run.name}? ${files.length === 1 ? 'This file changes' : `These ${files.length} files change`}; Undo brings ${files.length === 1 ? 'it' : 'them'} back.`,
    { modal: true, detail },
    'Restore',
  );
  return answer === 'Restore';
}

async function offerUndo(run: RunSummary, files: readonly RestoredFile[], texts: LiveTexts): Promise<void> {
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  const answer = await vscode.window.showInformationMessage(`Restored ${count} from ${run.name}.`, 'Undo');
  if (answer !== 'Undo') return;
  try {
    await undoRestore(run.workflow.workspace, files, texts);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Takes a Restore back, in the files that still are as it left them.
 * @throws Refusal
 */
async function undoRestore(workspace: string, files: readonly RestoredFile[], texts: LiveTexts): Promise<void> {
  const untouched: RestoredFile[] = [];
  for (const file of files) {
    if ((await readLiveText(workspace, file.key)) === file.after) untouched.push(file);
  }
  const edit = new vscode.WorkspaceEdit();
  const changed: RestoredFile[] = [];
  for (const file of untouched) {
    if (file.before === null) edit.deleteFile(await uriOf(file.path), { ignoreIfNotExists: true });
    else changed.push({ ...file, before: file.after, after: file.before });
  }
  await texts.asUndo(async () => {
    if (changed.length > 0) await applyTexts(changed, 'Undo Restore');
    if (changed.length < untouched.length) await vscode.workspace.applyEdit(edit);
  });
  const edited = files.filter((file) => !untouched.includes(file)).map(({ key }) => key);
  if (edited.length > 0) {
    void vscode.window.showWarningMessage(`Changed since the Restore and left as they are: ${edited.join(', ')}.`);
  }
}
