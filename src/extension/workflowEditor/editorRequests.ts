/** Answers what a webview asks for, on the session it belongs to. */
import { ErrorCodes, ResponseError, type CancellationToken } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import * as wire from '../../protocol/editor';
import { followNodes } from '../../protocol/authoring';
import { readLog } from '../../protocol/engine';
import { onRequest, sendNotification, sendRequest } from '../../protocol/rpc';
import type { EngineConnection } from '../engineConnection';
import type { RunSnapshots } from '../snapshots/runSnapshots';
import type { WorkflowParser } from '../workflows/workflowParser';
import type { EditorSession, EditorView } from './editorSession';
import { answerParts, type RunParts } from './partRequests';
import { answerAuthoring } from './authoringRequests';
import { mustEditDocument } from './editDocument';
import { answerTimeline } from './timelineRequests';
import { answerBeside } from './textBeside/besideRequests';
import type { TextBeside } from './textBeside/textBeside';
import { openNodeLog, openNodeOutput, openNodeSource, saveNodeOutput } from './nodeFiles';
import { answerAction, wireTo } from '../webviews/webviewWire';

export interface RequestServices {
  readonly connection: EngineConnection;
  readonly parser: WorkflowParser;
  readonly snapshots: RunSnapshots;
  readonly beside: TextBeside;
  readonly parts: RunParts;
  readonly perform: (session: EditorSession, command: wire.EditorCommand) => Promise<void>;
}

/** Connects a session to its webview, until disposed. */
export function connectWebview(session: EditorSession, services: RequestServices): vscode.Disposable {
  const { connection: engine, parser } = services;
  const { panel } = session;
  const connection = wireTo(panel);
  const hidden = new Cancellations();

  onRequest(connection, wire.getState, () => session.begin());
  onRequest(connection, wire.inspectNode, ({ nodeId }) => parser.inspect(session.drawnHandle, nodeId));
  answerAction(connection, wire.moveNodes, async ({ positions }) => {
    await mustEditDocument(session, { kind: 'move', moved: positions }, parser);
    // The graph that has the move goes ahead of the answer: until then the page shows the nodes where it put them.
    await session.live.settled();
    session.sendNow();
  });
  answerAuthoring(connection, session, parser);
  answerTimeline(connection, session, services);
  answerBeside(connection, session, services.beside);
  answerParts(connection, session, services.parts);
  answerAction(connection, wire.performCommand, ({ command }) => services.perform(session, command));
  answerAction(connection, wire.openSource, ({ nodeId }) => openNodeSource(session, nodeId, parser));
  answerAction(connection, wire.openOutput, ({ nodeId, output }) => openNodeOutput(session, nodeId, output));
  answerAction(connection, wire.saveOutput, ({ nodeId, output }) => saveNodeOutput(session, nodeId, output));
  answerAction(connection, wire.openLog, ({ nodeId, stream }) => openNodeLog(session, nodeId, stream));
  onRequest(connection, wire.followNodeLog, async ({ nodeId, stream, maxBytes, progress }, token) => {
    const { loaded } = session;
    if (loaded === undefined) throw new ResponseError(ErrorCodes.InvalidRequest, 'No run is loaded.');
    const address = { runId: loaded.runId, nodeId: loaded.pathOf(nodeId), attempt: null, stream };
    const tail = await engine.send(readLog, { ...address, offset: -maxBytes, maxBytes }, token);
    const send = (piece: wire.LogPiece): Promise<void> => connection.sendProgress(wire.logProgress, progress, piece);
    await send({ text: tail.text, truncated: tail.offset > 0 });
    const until = hidden.follow(token);
    const pass = ({ text }: { text: string }): void => void send({ text, truncated: false });
    await engine.followLog(address, tail.nextOffset, pass, until.token).finally(() => until.dispose());
    return null;
  });

  const view: EditorView = {
    send: (push) => {
      if (push.kind === 'slices') void sendNotification(connection, wire.stateChanged, push.slices);
      else void sendNotification(connection, wire.nodeRunsChanged, push.nodeRuns);
    },
    follow: (nodeIds) => void sendNotification(connection, followNodes, { nodeIds: [...nodeIds] }),
    reveal: async (nodeId) => {
      await sendRequest(connection, wire.revealNode, { nodeId });
    },
    showTimeline: async () => {
      await sendRequest(connection, wire.showTimeline, {});
    },
  };
  session.connect(view);
  connection.listen();
  // A hidden page is thrown away, and with it whoever waits for a log.
  const visibility = panel.onDidChangeViewState(() => {
    if (!panel.visible) hidden.cancelAll();
  });
  return new vscode.Disposable(() => {
    visibility.dispose();
    hidden.cancelAll();
    connection.dispose();
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
