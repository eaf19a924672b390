/** One attempt of a node, of those that are known each. */
import { durationText, nodeStatusLook } from './display';
import type { NodeRun } from './run';
import { isNodeEnded, type NodeStatus } from './status';

/** `lost`: the machine or the engine ended while it ran, so it does not count against the retries. */
export type AttemptStatus = 'running' | 'failed' | 'lost' | NodeStatus;

export interface NodeAttempt {
  /** Counted from 1. A number may be missing: that attempt never began. */
  readonly attempt: number;
  readonly status: AttemptStatus;
  /** ISO 8601 in UTC, as `endedAt`; that of a lost attempt is when its loss was found. */
  readonly startedAt: string;
  /** Null while it runs. */
  readonly endedAt: string | null;
  readonly exitCode: number | null;
  readonly machine: string | null;
  readonly message: string | null;
}

/** The attempts of a node that had more than one, oldest first. */
export interface NodeAttempts {
  /** The node's path. */
  readonly nodeId: string;
  readonly attempts: readonly NodeAttempt[];
}

/** The word for an attempt's status where a node's is shown: a loss is shown as an error. */
export function nodeStatusOf(status: AttemptStatus): NodeStatus {
  return status === 'lost' ? 'error' : status;
}

/** True once nothing about it changes any more. */
export function isAttemptOver({ status }: Pick<NodeAttempt, 'status'>): boolean {
  return isNodeEnded(nodeStatusOf(status));
}

/** True for a node that was tried more than once, or waits to be tried again; a result that was taken over was not tried here. */
export function hasSeveralAttempts({
  attempt,
  status,
  reusedFrom,
}: Pick<NodeRun, 'attempt' | 'status' | 'reusedFrom'>): boolean {
  return reusedFrom === null && (attempt > 1 || (attempt === 1 && status === 'pending'));
}

/** As `NodeAttempt`; its number is null where several are known only by what the newest left. */
export interface AttemptSoFar extends Omit<NodeAttempt, 'attempt'> {
  readonly attempt: number | null;
}

/**
 * The attempts of a node, oldest first: those that were asked for, with what the node run says of the newest, as attempts are
 * asked for now and then and a node run is pushed.
 */
export function attemptsSoFar(run: NodeRun, known: readonly NodeAttempt[]): readonly AttemptSoFar[] {
  const { startedAt, endedAt, exitCode, machine, message, status } = run;
  if (startedAt === null) return [];
  const newest = known.at(-1);
  if (newest === undefined) {
    if (status === 'pending') return [];
    const attempt = run.attempt > 1 ? null : run.attempt;
    return [{ attempt, status, startedAt, endedAt, exitCode, machine, message }];
  }
  if (newest.attempt !== run.attempt || newest.status === 'failed' || newest.status === 'lost') {
    if (status !== 'running' || newest.attempt === run.attempt) return known;
    const began = newest.endedAt ?? startedAt;
    return [...known, { attempt: run.attempt, status, startedAt: began, endedAt, exitCode, machine, message }];
  }
  return [
    ...known.slice(0, -1),
    { ...newest, status, endedAt: isNodeEnded(status) ? endedAt : null, exitCode, message },
  ];
}

/** "Failed · 2.1s · exit code 3 · build-3": how an attempt did; `now` in milliseconds since 1970. */
export function attemptWords(attempt: AttemptSoFar, now: number): string {
  const { status, startedAt, endedAt, exitCode, machine } = attempt;
  const from = Date.parse(startedAt);
  const words = [status === 'lost' ? 'Lost' : nodeStatusLook(status).word];
  if (endedAt !== null) words.push(durationText(Math.max(0, Date.parse(endedAt) - from)));
  // What still grows is drawn once a second, so it says no tenths.
  else if (!isAttemptOver(attempt)) words.push(durationText(Math.floor(Math.max(0, now - from) / 1000) * 1000));
  if (exitCode !== null) words.push(`exit code ${exitCode}`);
  if (machine !== null) words.push(machine);
  return words.join(' · ');
}
