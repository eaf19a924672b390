/** Answers what the inspector asks of a node: its definition, its files, its log as it grows. */
import { ErrorCodes, ResponseError, type CancellationToken, type MessageConnection } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import { readLog } from '../../protocol/engine';
import * as wire from '../../protocol/nodeInspection';
import { onRequest } from '../../protocol/rpc';
import type { EngineConnection } from '../engineConnection';
import { answerAction } from '../webviews/webviewWire';
import type { WorkflowParser } from '../workflows/workflowParser';
import type { EditorSession } from './editorSession';
import { openNodeLog, openNodeOutput, openNodeSource, saveNodeOutput } from './nodeFiles';

export interface InspectorServices {
  readonly connection: EngineConnection;
  readonly parser: WorkflowParser;
}

/** Answers the inspector of a session; once disposed, or while its page is hidden, no log is followed. */
export function answerInspector(
  connection: MessageConnection,
  session: EditorSession,
  { connection: engine, parser }: InspectorServices,
): vscode.Disposable {
  const { panel } = session;
  const following = new Cancellations();
  onRequest(connection, wire.inspectNode, ({ nodeId }) => parser.inspect(session.drawnHandle, nodeId));
  answerAction(connection, wire.openSource, ({ nodeId }) => openNodeSource(session, nodeId, parser));
  answerAction(connection, wire.openOutput, ({ nodeId, output }) => openNodeOutput(session, nodeId, output));
  answerAction(connection, wire.saveOutput, ({ nodeId, output }) => saveNodeOutput(session, nodeId, output));
  answerAction(connection, wire.openLog, (log) => openNodeLog(session, log));
  onRequest(connection, wire.followNodeLog, async ({ nodeId, attempt, stream, maxBytes, progress }, token) => {
    const { loaded } = session;
    if (loaded === undefined) throw new ResponseError(ErrorCodes.InvalidRequest, 'No run is loaded.');
    const address = { runId: loaded.runId, nodeId: loaded.pathOf(nodeId), attempt, stream };
    const tail = await engine.send(readLog, { ...address, offset: -maxBytes, maxBytes }, token);
    const send = (piece: wire.LogPiece): Promise<void> => connection.sendProgress(wire.logProgress, progress, piece);
    await send({ text: tail.text, truncated: tail.offset > 0 });
    const until = following.follow(token);
    const pass = ({ text }: { text: string }): void => void send({ text, truncated: false });
    await engine.followLog(address, tail.nextOffset, pass, until.token).finally(() => until.dispose());
    return null;
  });
  // A hidden page is thrown away, and with it whoever waits for a log.
  const visibility = panel.onDidChangeViewState(() => {
    if (!panel.visible) following.cancelAll();
  });
  return new vscode.Disposable(() => {
    visibility.dispose();
    following.cancelAll();
  });
}

/** Things that end when their asker cancels, or all together. */
class Cancellations {
  readonly #open = new Set<vscode.CancellationTokenSource>();

  follow(token: CancellationToken): { readonly token: vscode.CancellationToken; dispose(): void } {
    const source = new vscode.CancellationTokenSource();
    const subscription = token.onCancellationRequested(() => source.cancel());
    this.#open.add(source);
    return {
      token: source.token,
      dispose: () => {
        this.#open.delete(source);
        subscription.dispose();
        source.dispose();
      },
    };
  }

  cancelAll(): void {
    for (const source of this.#open) source.cancel();
  }
}
