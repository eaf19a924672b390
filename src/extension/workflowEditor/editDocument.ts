/** What somebody does on the canvas becomes the smallest edit of the document, and one step of undo. */
import type { WorkflowEdit } from '../../model/workflow/edit/workflowEdit';
import type { EditAnswer } from '../../protocol/authoring';
import { Refusal } from '../commands/commandErrors';
import type { WorkflowParser } from '../workflows/workflowParser';
import { applyTextEdits } from './applyTextEdits';
import type { EditorSession } from './editorSession';

/** Makes the edit in the live document; refused, it changed nothing. @throws Refusal when the document takes no edit now */
export async function editDocument(
  session: Pick<EditorSession, 'document' | 'fileName' | 'live' | 'state'>,
  edit: WorkflowEdit,
  parser: Pick<WorkflowParser, 'edit'>,
): Promise<EditAnswer> {
  const { readOnly } = session.state().file;
  if (readOnly !== null) return { kind: 'refused', message: readOnly };
  const { document, fileName } = session;
  const { version } = document;
  const answer = await parser.edit(session.live.handle, document.getText(), edit);
  if (answer.kind === 'refused') {
    const { message, suggestion } = answer;
    return { kind: 'refused', message, ...(suggestion === undefined ? {} : { suggestion }) };
  }
  await applyTextEdits({ document, version, fileName }, answer.edits);
  return { kind: 'done', notes: answer.notes };
}

/** As editDocument, for what has no spot of its own to show a refusal at. @throws Refusal with the reason */
export async function mustEditDocument(...what: Parameters<typeof editDocument>): Promise<void> {
  const answer = await editDocument(...what);
  if (answer.kind === 'refused') throw new Refusal(answer.message);
}
