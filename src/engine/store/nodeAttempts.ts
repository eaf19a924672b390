/** Attempts of nodes that another one followed, and with them the newest. */
import * as z from 'zod/mini';
import type { AttemptStatus, NodeAttempt, NodeAttempts } from '../../model/run/attempt';
import { findNodeRun } from './nodeRuns';
import type { StoredNodeRun } from './rows';
import type { Store } from './store';

/** An attempt that is over, and that another one follows. */
export interface EarlierAttempt {
  readonly nodeId: string;
  readonly attempt: number;
  readonly status: 'failed' | 'lost';
  /** In milliseconds since 1970, as `endedAt`. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly exitCode: number | null;
  readonly machine: string | null;
  readonly message: string | null;
}

/** The newest attempt of a node run as one of the earlier ones, ended at `endedAt` (milliseconds since 1970). */
export function earlierAttemptOf(
  node: StoredNodeRun,
  status: EarlierAttempt['status'],
  endedAt: number,
): EarlierAttempt {
  const { nodeId, attempt, exitCode, machine, message } = node;
  const startedAt = node.attemptStartedAt ?? endedAt;
  // The clock may have been set back meanwhile.
  return { nodeId, attempt, status, startedAt, endedAt: Math.max(endedAt, startedAt), exitCode, machine, message };
}

/** A second engine that finds the same loss again changes nothing. */
export function insertEarlierAttempt(store: Store, runId: string, earlier: EarlierAttempt): void {
  const { nodeId, attempt, status, startedAt, endedAt, exitCode, machine, message } = earlier;
  store
    .prepare('INSERT OR IGNORE INTO nodeAttempts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(runId, nodeId, attempt, status, startedAt, endedAt, exitCode, machine, message);
}

const row = z.object({
  nodeId: z.string(),
  attempt: z.number(),
  status: z.custom<AttemptStatus>((value) => typeof value === 'string'),
  startedAt: z.number(),
  endedAt: z.number(),
  exitCode: z.nullable(z.number()),
  machine: z.nullable(z.string()),
  message: z.nullable(z.string()),
});

/** All attempts of the nodes of a run that had more than one, by node and number. */
export function attemptsOf(store: Store, runId: string): NodeAttempts[] {
  const byNode = new Map<string, NodeAttempt[]>();
  const rows = store.prepare('SELECT * FROM nodeAttempts WHERE runId = ? ORDER BY nodeId, attempt').all(runId);
  for (const each of rows) {
    const { nodeId, startedAt, endedAt, ...rest } = row.parse(each);
    const attempts = byNode.get(nodeId) ?? [];
    attempts.push({ ...rest, startedAt: isoTime(startedAt), endedAt: isoTime(endedAt) });
    byNode.set(nodeId, attempts);
  }
  return [...byNode].map(([nodeId, attempts]) => {
    const node = findNodeRun(store, runId, nodeId);
    const newest = node === null ? null : newestOf(node, attempts);
    return { nodeId, attempts: newest === null ? attempts : [...attempts, newest] };
  });
}

/** Null while the node waits to be tried again: its newest attempt is among the earlier ones. */
function newestOf(node: StoredNodeRun, earlier: readonly NodeAttempt[]): NodeAttempt | null {
  const { attempt, status, attemptStartedAt, endedAt, exitCode, machine, message } = node;
  if (attemptStartedAt === null || earlier.some((other) => other.attempt === attempt)) return null;
  return {
    attempt,
    status,
    startedAt: isoTime(attemptStartedAt),
    endedAt: endedAt === null ? null : isoTime(endedAt),
    exitCode,
    machine,
    message,
  };
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
