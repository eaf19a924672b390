/** Answers what the timeline of the loaded run and the list of a node's attempts ask for. */
import { ErrorCodes, ResponseError, type MessageConnection } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import { timelineNodesOf } from '../../model/run/timeline/timelineNodes';
import { getLineage } from '../../protocol/engine';
import { listAttempts } from '../../protocol/nodeAttempts';
import { onRequest } from '../../protocol/rpc';
import * as wire from '../../protocol/timeline';
import { Refusal } from '../commands/commandErrors';
import type { EngineConnection } from '../engineConnection';
import { commandIds } from '../ids';
import type { RunSnapshots } from '../snapshots/runSnapshots';
import { logUri } from '../snapshots/snapshotUri';
import { answerAction } from '../webviews/webviewWire';
import type { EditorSession } from './editorSession';

interface TimelineServices {
  readonly connection: EngineConnection;
  readonly snapshots: RunSnapshots;
}

/** Declares the answers on a wire that is not listening yet. */
export function answerTimeline(
  connection: MessageConnection,
  session: EditorSession,
  services: TimelineServices,
): void {
  const { connection: engine, snapshots } = services;
  const loadedRun = (): string => {
    const runId = session.loaded?.runId;
    if (runId === undefined) throw new Refusal(vscode.l10n.t('No run is loaded. Load a run first.'));
    return runId;
  };
  onRequest(connection, wire.getTimelineNodes, async () => {
    if (session.loaded?.current.state.snapshot.kind === 'none') return { nodes: null };
    return { nodes: timelineNodesOf(await snapshots.of(loadedRun())) };
  });
  onRequest(connection, wire.getAttempts, async () => {
    try {
      return { nodes: (await engine.send(listAttempts, { runId: loadedRun() })).nodes };
    } catch (error) {
      // An older engine keeps the newest attempt alone.
      if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) return { nodes: [] };
      throw error;
    }
  });
  onRequest(connection, wire.getRunLineage, () => engine.send(getLineage, { runId: loadedRun() }));
  answerAction(connection, wire.openRelatedRun, async ({ runId }) => {
    await vscode.commands.executeCommand(commandIds.viewInEditor, runId);
  });
  answerAction(connection, wire.openAttemptLog, async ({ nodeId, attempt, stream }) => {
    const uri = logUri({ runId: loadedRun(), nodeId, attempt, stream });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
  });
}
