/** A node of a run beside how long it usually takes: what is sent to pages, and what they say of it. */
import type { NodeRun } from '../run/run';
import { slowFrom, slowWords, type UsualDuration } from './usualDuration';

/** Times in milliseconds. */
export interface UsualNode {
  /** The node's path. */
  readonly id: string;
  readonly median: number;
  /** Above this it is far slower than usual. */
  readonly slowFrom: number;
}

/** Of each node of which it is known. */
export function usualNodes(usual: ReadonlyMap<string, UsualDuration>): UsualNode[] {
  return [...usual].map(([id, duration]) => ({ id, median: duration.median, slowFrom: slowFrom(duration) }));
}

/** What is said of a node that took, or has been running for, far longer than usual; null of any other. `now` in milliseconds since 1970. */
export function slowNodeWords(
  nodeRun: Pick<NodeRun, 'startedAt' | 'endedAt'> & Partial<Pick<NodeRun, 'reusedFrom'>>,
  usual: UsualNode | undefined,
  now: number,
): string | null {
  if (usual === undefined || nodeRun.startedAt === null || (nodeRun.reusedFrom ?? null) !== null) return null;
  const ended = nodeRun.endedAt === null ? now : Date.parse(nodeRun.endedAt);
  const duration = ended - Date.parse(nodeRun.startedAt);
  return duration > usual.slowFrom ? slowWords(duration, usual) : null;
}
