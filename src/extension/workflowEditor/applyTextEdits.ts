/** Text edits of the model, made in the document as one step of undo. */
import * as vscode from 'vscode';
import type { TextEdit } from '../../model/workflow/moveEdit';
import { Refusal } from '../commands/commandErrors';

export interface EditedDocument {
  readonly document: vscode.TextDocument;
  /** The document's version whose text the edits are of. */
  readonly version: number;
  /** For messages. */
  readonly fileName: string;
}

/** @throws Refusal when the text is another by now, or cannot be changed */
export async function applyTextEdits(target: EditedDocument, edits: readonly TextEdit[]): Promise<void> {
  const { document, version, fileName } = target;
  // Offsets of an older text would hit the wrong place.
  if (document.version !== version) throw new Refusal(vscode.l10n.t('The text changed meanwhile. Do it again.'));
  if (edits.length === 0) return;
  if (!(await vscode.workspace.applyEdit(workspaceEditOf(document, edits)))) {
    throw new Refusal(vscode.l10n.t('{0} cannot be changed. It may be read-only on disk.', fileName));
  }
}

/** The edits of a document for VS Code. They must be of the text that it has now. */
export function workspaceEditOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ offset, length, text }) =>
      vscode.TextEdit.replace(
        new vscode.Range(document.positionAt(offset), document.positionAt(offset + length)),
        text,
      ),
    ),
  );
  return edit;
}
