/** Node runs in the store. */
import type { Store } from './store';
import { storedNodeRun, type StoredNodeRun } from './rows';

/** The node runs of a run that has not begun, in the order of its nodes. A result that it takes over is there already. */
export function insertNodeRuns(store: Store, runId: string, nodeRuns: readonly StoredNodeRun[]): void {
  const insert = store.prepare(
    `INSERT INTO nodeRuns (runId, place, nodeId, status, attempt, failures, losses, outputs, inputFiles, reusedFrom)
     VALUES (?, ?, ?, 'pending', 0, 0, 0, '[]', '[]', ?)`,
  );
  nodeRuns.forEach((nodeRun, place) => {
    insert.run(runId, place, nodeRun.nodeId, nodeRun.reusedFrom);
    if (nodeRun.reusedFrom !== null) updateNodeRun(store, runId, place, nodeRun);
  });
}

/** Of a node that has not begun. */
export function pendingNodeRun(nodeId: string): StoredNodeRun {
  return {
    nodeId,
    status: 'pending',
    startedAt: null,
    endedAt: null,
    exitCode: null,
    machine: null,
    ip: null,
    attempt: 0,
    attemptStartedAt: null,
    failures: 0,
    losses: 0,
    message: null,
    outputs: [],
    inputFiles: [],
    reusedFrom: null,
  };
}

/** In the order of the file. */
export function nodeRunsOf(store: Store, runId: string): StoredNodeRun[] {
  return store.prepare('SELECT * FROM nodeRuns WHERE runId = ? ORDER BY place').all(runId).map(storedNodeRun);
}

/** One node run of a run; null when the run has no such node. */
export function findNodeRun(store: Store, runId: string, nodeId: string): StoredNodeRun | null {
  const row = store.prepare('SELECT * FROM nodeRuns WHERE runId = ? AND nodeId = ?').get(runId, nodeId);
  return row === undefined ? null : storedNodeRun(row);
}

/** The node runs at some places of a run. */
export function nodeRunsAt(store: Store, runId: string, places: Iterable<number>): StoredNodeRun[] {
  const select = store.prepare('SELECT * FROM nodeRuns WHERE runId = ? AND place = ?');
  return [...places].flatMap((place) => {
    const row = select.get(runId, place);
    return row === undefined ? [] : [storedNodeRun(row)];
  });
}

/** Writes all that can change of a node run. */
export function updateNodeRun(store: Store, runId: string, place: number, node: StoredNodeRun): void {
  store
    .prepare(
      `UPDATE nodeRuns SET status = ?, startedAt = ?, endedAt = ?, exitCode = ?, machine = ?, ip = ?, attempt = ?,
       attemptStartedAt = ?, failures = ?, losses = ?, message = ?, outputs = ?, inputFiles = ?
       WHERE runId = ? AND place = ?`,
    )
    .run(
      node.status,
      node.startedAt,
      node.endedAt,
      node.exitCode,
      node.machine,
      node.ip,
      node.attempt,
      node.attemptStartedAt,
      node.failures,
      node.losses,
      node.message,
      JSON.stringify(node.outputs),
      JSON.stringify(node.inputFiles),
      runId,
      place,
    );
}
