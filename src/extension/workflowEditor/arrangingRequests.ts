/** Answers what the canvas asks for to arrange nodes. */
import type { MessageConnection } from 'vscode-jsonrpc';
import { arrangeNodes } from '../../protocol/arranging';
import type { EditAnswer } from '../../protocol/authoring';
import { onRequest } from '../../protocol/rpc';
import type { WorkflowParser } from '../workflows/workflowParser';
import { editDocument } from './editDocument';
import type { EditorSession } from './editorSession';

/** Declares the answers on a wire that is not listening yet. `refusalsAsAnswers` is given the edit to make. */
export function answerArranging(
  connection: MessageConnection,
  session: EditorSession,
  parser: WorkflowParser,
  refusalsAsAnswers: (edit: () => Promise<EditAnswer>) => Promise<EditAnswer>,
): void {
  onRequest(connection, arrangeNodes, ({ nodeIds }) =>
    refusalsAsAnswers(async () => {
      const moved = await parser.arrange(session.live.handle, nodeIds);
      return editDocument(session, { kind: 'move', moved }, parser);
    }),
  );
}
