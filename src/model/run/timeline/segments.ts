/** What one node did when: the time it waited for a slot, and its attempts. */
import { attemptsSoFar, isAttemptOver, type NodeAttempt } from '../attempt';
import type { NodeRun } from '../run';

/** A piece of a node's time; times are milliseconds since 1970, and `to` is never before `from`. */
export type Segment =
  | { readonly kind: 'queue'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'attempt';
      readonly from: number;
      readonly to: number;
      /** Null: several attempts of which nothing else is known. */
      readonly attempt: number | null;
      readonly status: NodeAttempt['status'];
      /** It still runs, and `to` is now. */
      readonly isOpen: boolean;
      readonly exitCode: number | null;
      readonly message: string | null;
    };
export type AttemptSegment = Extract<Segment, { kind: 'attempt' }>;

interface NodeTimes {
  readonly run: NodeRun;
  /** Oldest first; empty when only the newest is known. */
  readonly attempts: readonly NodeAttempt[];
  /** When all that it needs had ended; null: not yet. */
  readonly readyAt: number | null;
  readonly now: number;
}

/**
 * In their order, none over another. A clock that went back makes a piece short, never negative. What is still to come has
 * none; nor has a result that was taken over.
 */
export function segmentsOf({ run, attempts, readyAt, now }: NodeTimes): Segment[] {
  if (run.reusedFrom !== null) return [];
  const segments: Segment[] = [];
  let cursor = readyAt;
  for (const attempt of attemptsSoFar(run, attempts)) {
    const from = Math.max(Date.parse(attempt.startedAt), cursor ?? -Infinity);
    const isOpen = attempt.endedAt === null && !isAttemptOver(attempt);
    const to = Math.max(from, attempt.endedAt === null ? (isOpen ? now : from) : Date.parse(attempt.endedAt));
    if (cursor !== null && from > cursor) segments.push({ kind: 'queue', from: cursor, to: from });
    const { status, exitCode, message } = attempt;
    segments.push({ kind: 'attempt', from, to, attempt: attempt.attempt, status, isOpen, exitCode, message });
    cursor = to;
  }
  if (run.status === 'pending' && cursor !== null && now > cursor) {
    segments.push({ kind: 'queue', from: cursor, to: now });
  }
  return segments;
}
