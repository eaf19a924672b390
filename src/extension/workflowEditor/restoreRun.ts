/** Restore: the version of a run becomes the live one again, with a way back. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import type { RunSnapshot } from '../../protocol/engine';
import { sentenceOf } from '../sentence';
import { plainSentence, plainText, quoted } from '../shownText';
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
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The files are already as {0} executed them.', quoted(run.name)),
    );
    return false;
  }
  const others = files.filter(({ key }) => key !== snapshot.source.entry);
  if (others.length > 0 && !(await isConfirmed(run, files))) return false;
  await applyTexts(files, vscode.l10n.t('Restore the version of {0}', plainText(run.name)));
  void offerUndo(run, files, texts);
  return true;
}

async function isConfirmed(run: RunSummary, files: readonly RestoredFile[]): Promise<boolean> {
  const named = files
    .slice(0, namedFiles)
    .map(({ key, before }) => (before === null ? vscode.l10n.t('{0} (is created)', key) : key));
  const rest = files.length - named.length;
  const detail = [...named, ...(rest > 0 ? [vscode.l10n.t('and {0} more', rest)] : [])].join('\n');
  const name = quoted(run.name);
  const question =
    files.length === 1
      ? vscode.l10n.t('Restore the version of {0}? This file changes; Undo brings it back.', name)
      : vscode.l10n.t('Restore the version of {0}? These {1} files change; Undo brings them back.', name, files.length);
  const restore = vscode.l10n.t('Restore');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, restore)) === restore;
}

async function offerUndo(run: RunSummary, files: readonly RestoredFile[], texts: LiveTexts): Promise<void> {
  const done =
    files.length === 1
      ? vscode.l10n.t('Restored 1 file from {0}.', quoted(run.name))
      : vscode.l10n.t('Restored {0} files from {1}.', files.length, quoted(run.name));
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(done, undo)) !== undo) return;
  try {
    await undoRestore(run.workflow.workspace, files, texts);
  } catch (error) {
    void vscode.window.showErrorMessage(sentenceOf(error));
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
    if (changed.length > 0) await applyTexts(changed, vscode.l10n.t('Undo Restore'));
    if (changed.length < untouched.length) await vscode.workspace.applyEdit(edit);
  });
  const edited = files.filter((file) => !untouched.includes(file)).map(({ key }) => key);
  if (edited.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('Changed since the Restore and left as they are: {0}.', plainSentence(edited.join(', '))),
    );
  }
}
