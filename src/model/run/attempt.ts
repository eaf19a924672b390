/** One attempt of a node, of those that are known each. */
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
