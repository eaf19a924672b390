/** What the host says of the run that a state of the gallery has loaded, for its timeline. */
import type { MessageConnection } from 'vscode-jsonrpc/browser';
import type { NodeAttempt } from '../../../src/model/run/attempt';
import type { TimelineNode } from '../../../src/model/run/timeline/timelineNodes';
import type { EditorState } from '../../../src/protocol/editor';
import {
  getAttempts,
  getRunLineage,
  getTimelineNodes,
  lineageChanged,
  openInside,
  openRelatedRun,
  type RunLineage,
  type RunReference,
} from '../../../src/protocol/timeline';
import { onRequest, sendNotification } from '../../../src/protocol/rpc';

/**
 * Answers from the graph that is shown; node runs of paths that are not in it are inside of a module. What it gives has the
 * loaded run be run again, under this name.
 */
export function answerTimeline(connection: MessageConnection, state: () => EditorState): (name: string) => void {
  const again: RunReference[] = [];
  onRequest(connection, getTimelineNodes, () => ({ nodes: nodesOf(state()) }));
  onRequest(connection, getAttempts, ({ nodeId }) => ({
    nodes: attemptsOf(state()).filter((node) => nodeId === null || node.nodeId === nodeId),
  }));
  onRequest(connection, getRunLineage, () => {
    const lineage = lineageOf(state());
    return { ...lineage, reruns: [...lineage.reruns, ...again] };
  });
  onRequest(connection, openRelatedRun, () => null);
  onRequest(connection, openInside, () => null);
  return (name) => {
    again.push({ id: `01KJQ4M3T8V6W2X9Y5Z7A1C4D${again.length}`, name, status: 'Pending' });
    void sendNotification(connection, lineageChanged, {});
  };
}

/** Another run of the same workflow, by its number. */
const other = (number: number, status: string): RunReference => ({
  id: `01KJQ4M3T8V6W2X9Y5Z7A1B3${number}`,
  name: `Dependency audit ${number}`,
  status,
});

/** The original is there if it is the 11th; who runs a deleted one again was itself run again, three times. */
function lineageOf({ loaded }: EditorState): RunLineage {
  const { id: runId = '', rerunOf = null } = loaded?.run ?? {};
  const original = other(11, 'Failed');
  const isDeleted = rerunOf !== null && rerunOf !== original.id;
  return {
    runId,
    rerunOf: rerunOf === original.id ? original : null,
    reruns: isDeleted ? [other(13, 'Failed'), other(14, 'Failed'), other(15, 'Completed')] : [],
  };
}

function nodesOf({ graph, nodeRuns, loaded }: EditorState): readonly TimelineNode[] | null {
  if (loaded?.run?.hasSnapshot === false || graph === null) return null;
  const own = graph.nodes.filter(({ kind }) => kind !== 'inputs');
  const ids = new Set(own.map(({ id }) => id));
  return own.flatMap(({ id, title, kind }) => {
    const needs = graph.edges.flatMap(({ source, target }) => (target === id && ids.has(source) ? [source] : []));
    const inside = nodeRuns.filter((run) => run.id.startsWith(`${id}/`)).map((run) => run.id);
    return [
      { path: id, title, module: null, isModule: kind === 'module' && inside.length > 0, needs: [...new Set(needs)] },
      ...inside.map((path, i) => ({
        path,
        title: path.slice(id.length + 1),
        module: id,
        isModule: false,
        needs: inside.slice(Math.max(0, i - 1), i),
      })),
    ];
  });
}

/** The time of each node that had several is cut into as many pieces, with a pause after each. */
function attemptsOf({ nodeRuns }: EditorState): { nodeId: string; attempts: NodeAttempt[] }[] {
  return nodeRuns.flatMap(({ id, attempt: count, startedAt, endedAt, status, exitCode, message }) => {
    if (count < 2 || startedAt === null) return [];
    const from = Date.parse(startedAt);
    const length = ((endedAt === null ? Date.now() : Date.parse(endedAt)) - from) / count;
    const attempts = Array.from({ length: count }, (_, i): NodeAttempt => {
      const isNewest = i === count - 1;
      const end = new Date(from + length * (i + (isNewest ? 1 : 0.8))).toISOString();
      return {
        attempt: i + 1,
        status: isNewest ? status : 'failed',
        startedAt: new Date(from + length * i).toISOString(),
        endedAt: isNewest ? endedAt : end,
        exitCode: isNewest ? exitCode : 3,
        machine: 'build-3',
        message: isNewest ? message : 'no answer from the registry',
      };
    });
    return [{ nodeId: id, attempts }];
  });
}
