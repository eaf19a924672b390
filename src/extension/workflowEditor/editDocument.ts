/** What somebody does on the canvas becomes the smallest edit of the document, and one step of undo. */
import type { WorkflowEdit } from '../../model/workflow/edit/workflowEdit';
import { Refusal } from '../commands/commandErrors';
import type { WorkflowParser } from '../workflows/workflowParser';
import { applyTextEdits } from './applyTextEdits';
import type { EditorSession } from './editorSession';

/** Makes the edit in the live document. @throws Refusal with the reason; then nothing was changed */
export async function editDocument(
  session: Pick<EditorSession, 'document' | 'fileName' | 'live' | 'state'>,
  edit: WorkflowEdit,
  parser: Pick<WorkflowParser, 'edit'>,
): Promise<void> {
  const { readOnly } = session.state().file;
  if (readOnly !== null) throw new Refusal(readOnly);
  const { document, fileName } = session;
  const { version } = document;
  const answer = await parser.edit(session.live.handle, document.getText(), edit);
  if (answer.kind === 'refused') throw new Refusal(answer.message);
  await applyTextEdits({ document, version, fileName }, answer.edits);
}
