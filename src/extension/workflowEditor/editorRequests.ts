/** Answers what a webview asks for, on the session it belongs to. */
import * as vscode from 'vscode';
import * as wire from '../../protocol/editor';
import { followNodes } from '../../protocol/authoring';
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
import { answerInspector } from './inspectorRequests';
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
  const { parser } = services;
  const { panel } = session;
  const connection = wireTo(panel);

  onRequest(connection, wire.getState, () => session.begin());
  answerAction(connection, wire.moveNodes, async ({ positions }) => {
    await mustEditDocument(session, { kind: 'move', moved: positions }, parser);
    // The graph that has the move goes ahead of the answer: until then the page shows the nodes where it put them.
    await session.live.settled();
    session.sendNow();
  });
  answerAuthoring(connection, session, parser);
  const timeline = answerTimeline(connection, session, services);
  answerBeside(connection, session, services.beside);
  answerParts(connection, session, services.parts);
  answerAction(connection, wire.performCommand, ({ command }) => services.perform(session, command));
  const inspector = answerInspector(connection, session, services);

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
  return new vscode.Disposable(() => {
    inspector.dispose();
    timeline.dispose();
    connection.dispose();
  });
}
