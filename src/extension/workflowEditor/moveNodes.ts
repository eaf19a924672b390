/** A drag on the canvas becomes the smallest edit of the document, and one step of undo. */
import * as vscode from 'vscode';
import { Refusal } from '../commands/commandErrors';
import type { MovedNode } from '../../model/workflow/moveEdit';
import type { WorkflowParser } from '../workflows/workflowParser';
import type { EditorSession } from './editorSession';

/** Writes the new positions into `layout`. @throws Refusal */
export async function moveNodes(
  session: Pick<EditorSession, 'document' | 'fileName' | 'state'>,
  moved: readonly MovedNode[],
  parser: WorkflowParser,
): Promise<void> {
  const { readOnly } = session.state().file;
  if (readOnly !== null) throw new Refusal(readOnly);
  const { document } = session;
  const { version } = document;
  const answer = await parser.editLayout(document.getText(), moved);
  if (answer.kind === 'refused') throw new Refusal(answer.message);
  // Offsets of an older text would hit the wrong place.
  if (document.version !== version) {
    throw new Refusal(vscode.l10n.t('The text changed meanwhile. Move the node again.'));
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    answer.edits.map(({ offset, length, text }) =>
      vscode.TextEdit.replace(
        new vscode.Range(document.positionAt(offset), document.positionAt(offset + length)),
        text,
      ),
    ),
  );
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Refusal(vscode.l10n.t('{0} cannot be changed. It may be read-only on disk.', session.fileName));
  }
}
