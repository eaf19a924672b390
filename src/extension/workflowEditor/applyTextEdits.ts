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
  if ((await tryTextEdits(target, edits)) === 'applied') return;
  throw new Refusal(vscode.l10n.t('The text changed meanwhile. Do it again.'));
}

/** All of the edits or, when the text is another by now, none. @throws Refusal when it cannot be changed */
export async function tryTextEdits(
  { document, version, fileName }: EditedDocument,
  edits: readonly TextEdit[],
): Promise<'applied' | 'outdated'> {
  // Offsets of an older text would hit the wrong place.
  if (document.version !== version) return 'outdated';
  if (edits.length === 0 || (await vscode.workspace.applyEdit(workspaceEditOf(document, edits)))) return 'applied';
  // VS Code refuses the edits of an older text, which it may know before it has told what changed.
  if (await changesSoon(document, version)) return 'outdated';
  throw new Refusal(vscode.l10n.t('{0} cannot be changed. It may be read-only on disk.', fileName));
}

const toldWithinMs = 1_000;

/** True once the document has another version; false if it keeps this one for a second. */
export function changesSoon(document: vscode.TextDocument, version: number): Promise<boolean> {
  return new Promise((resolve) => {
    const listening = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) settle();
    });
    const timer = setTimeout(() => settle(), toldWithinMs);
    const settle = (): void => {
      listening.dispose();
      clearTimeout(timer);
      resolve(document.version !== version);
    };
    if (document.version !== version) settle();
  });
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
