/** Answers what may be wired to what. */
import type { MessageConnection } from 'vscode-jsonrpc';
import { findSources, findTargets } from '../../protocol/connecting';
import { onRequest } from '../../protocol/rpc';
import type { WorkflowParser } from '../workflows/workflowParser';
import type { EditorSession } from './editorSession';

/** Declares the answers on a wire that is not listening yet. */
export function answerConnecting(connection: MessageConnection, session: EditorSession, parser: WorkflowParser): void {
  const isClosed = (): boolean => session.state().file.readOnly !== null;
  const live = (): [string, string] => [session.live.handle, session.document.getText()];
  onRequest(connection, findTargets, ({ source }) => (isClosed() ? [] : parser.targets(...live(), source)));
  onRequest(connection, findSources, ({ target }) => (isClosed() ? [] : parser.sources(...live(), target)));
}
