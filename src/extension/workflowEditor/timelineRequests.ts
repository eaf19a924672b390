/** Answers what the timeline of the loaded run and the list of a node's attempts ask for. */
import { ErrorCodes, ResponseError, type MessageConnection } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import { partInside, placeOfNode } from '../../model/run/modulePart';
import { timelineNodesOf } from '../../model/run/timeline/timelineNodes';
import { getLineage, type RunsChanged } from '../../protocol/engine';
import { listAttempts } from '../../protocol/nodeAttempts';
import { onRequest, sendNotification } from '../../protocol/rpc';
import * as wire from '../../protocol/timeline';
import { Refusal } from '../commands/commandErrors';
import type { EngineConnection } from '../engineConnection';
import { commandIds } from '../ids';
import type { RunSnapshots } from '../snapshots/runSnapshots';
import { answerAction } from '../webviews/webviewWire';
import type { EditorSession } from './editorSession';
import type { LoadedSession } from './loadedSession';
import type { RunParts } from './partRequests';
import { moduleSnapshot } from './moduleSource';

/** What is loaded in the editor, as far as it is asked for here. */
type LoadedPart = Pick<LoadedSession, 'runId' | 'module' | 'pathOf'>;
interface ShownRun extends Pick<EditorSession, 'state'> {
  readonly loaded: LoadedPart | undefined;
}

interface TimelineServices {
  readonly connection: EngineConnection;
  readonly snapshots: RunSnapshots;
  readonly parts: RunParts;
}

/** Declares the answers on a wire that is not listening yet; until disposed, the page hears when the lineage changed. */
export function answerTimeline(
  connection: MessageConnection,
  session: ShownRun,
  services: TimelineServices,
): vscode.Disposable {
  const { connection: engine, snapshots, parts } = services;
  const mustBeLoaded = (): LoadedPart => {
    if (session.loaded !== undefined) return session.loaded;
    throw new Refusal(vscode.l10n.t('No run is loaded. Load a run first.'));
  };
  onRequest(connection, wire.getTimelineNodes, async () => {
    if (session.state().loaded?.run?.hasSnapshot === false) return { nodes: null };
    const { runId, module } = mustBeLoaded();
    const snapshot = await snapshots.of(runId);
    return { nodes: timelineNodesOf(module === null ? snapshot : moduleSnapshot(snapshot, module)) };
  });
  onRequest(connection, wire.getAttempts, async ({ nodeId: only }) => {
    try {
      const { runId, module } = mustBeLoaded();
      const { nodes } = await engine.send(listAttempts, { runId });
      const inside = partInside(
        nodes.map(({ nodeId: id, attempts }) => ({ id, attempts })),
        module,
      );
      const wanted = only === null ? inside : inside.filter(({ id }) => id === only);
      return { nodes: wanted.map(({ id: nodeId, attempts }) => ({ nodeId, attempts })) };
    } catch (error) {
      // An older engine keeps the newest attempt alone.
      if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) return { nodes: [] };
      throw error;
    }
  });
  let told: wire.RunLineage | undefined;
  onRequest(connection, wire.getRunLineage, async () => {
    const { runId } = mustBeLoaded();
    told = { runId, ...(await engine.send(getLineage, { runId })) };
    return told;
  });
  answerAction(connection, wire.openRelatedRun, async ({ runId }) => {
    await vscode.commands.executeCommand(commandIds.viewInEditor, runId);
  });
  answerAction(connection, wire.openInside, async ({ path }) => {
    const loaded = mustBeLoaded();
    const { module, nodeId } = placeOfNode(loaded.pathOf(path));
    await parts.openPart(await parts.runOf(loaded.runId), module, nodeId);
  });
  return engine.onRunsChanged((changed) => {
    if (told !== undefined && concerns(told, changed)) void sendNotification(connection, wire.lineageChanged, {});
  });
}

function concerns({ runId, rerunOf, reruns }: wire.RunLineage, { runs, deleted }: RunsChanged): boolean {
  const related = new Set([rerunOf, ...reruns].map((run) => run?.id));
  return runs.some((run) => run.rerunOf === runId || related.has(run.id)) || deleted.some((id) => related.has(id));
}
