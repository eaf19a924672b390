/** A script file that is made for a new node. */
import path from 'node:path';
import * as vscode from 'vscode';
import { referenceTo } from '../../../model/workflow/edit/rebase';
import { firstScript } from '../../../model/workflow/newNode';
import { keyOfReference } from '../../../model/workflow/paths';
import { scriptEndingsInWords, shellOfFile } from '../../../model/workflow/scriptFiles';
import { Refusal } from '../../commands/commandErrors';
import { requireTrustToWrite } from '../../commands/trust';
import { quoted } from '../../shownText';
import { liesIn, realPathOf, type WorkflowPlace } from '../../workflows/workspaceOf';

export interface NewScript {
  /** As the workflow file names it. */
  readonly reference: string;
  /** Takes the file away again. */
  readonly discard: () => Promise<void>;
}

/** Writes a script that runs. `written`: relative to the workflow file. @throws Refusal with the reason */
export async function createScript(place: WorkflowPlace, written: string): Promise<NewScript> {
  requireTrustToWrite();
  const shell = shellOfFile(written);
  if (shell === null) {
    throw new Refusal(vscode.l10n.t('End the name of the script with {0}.', scriptEndingsInWords));
  }
  const key = keyOfReference(place.entry, written);
  const file = path.resolve(place.workspace, key ?? '');
  if (key === null || !liesIn(await realPathOf(file), place.workspace)) {
    throw new Refusal(
      vscode.l10n.t(
        '{0} lies outside of the workspace. Name a file inside of it, relative to this one.',
        quoted(written),
      ),
    );
  }
  const edit = new vscode.WorkspaceEdit();
  const uri = vscode.Uri.file(file);
  // Refuses a file that is there, also one that came to be this very moment.
  edit.createFile(uri, { contents: Buffer.from(firstScript(shell)) });
  if (await exists(uri)) {
    throw new Refusal(vscode.l10n.t('There is a file {0} already. Pick it from the list.', quoted(key)));
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Refusal(vscode.l10n.t('{0} could not be written. Is the folder writable?', quoted(key)));
  }
  return { reference: referenceTo(key, place.entry), discard: async () => vscode.workspace.fs.delete(uri) };
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
