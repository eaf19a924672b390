/** Since which version a workflow, or one node of it, fails. */
import { isSameVersion, nodeRunIn, type HistoryRun, type WorkflowHistory } from './history';

export type FailureSearch =
  /** No run told whether it works. */
  | { readonly kind: 'untold' }
  /** The last run that tells succeeded. */
  | { readonly kind: 'succeeds'; readonly last: HistoryRun }
  /** All runs that tell failed; `isComplete`: there are no older ones either. */
  | { readonly kind: 'neverSucceeded'; readonly first: HistoryRun; readonly isComplete: boolean }
  /** The version is the one that succeeded right before: something else changed. */
  | { readonly kind: 'sameVersion'; readonly before: HistoryRun; readonly first: HistoryRun }
  /** The version failed, succeeded and failed again: `failures` of its `runs` failed. */
  | {
      readonly kind: 'sometimes';
      readonly before: HistoryRun;
      readonly first: HistoryRun;
      readonly failures: number;
      readonly runs: number;
    }
  /** The change from the version of `before` to that of `first`; runs `between` them do not tell. */
  | {
      readonly kind: 'found';
      readonly before: HistoryRun;
      readonly first: HistoryRun;
      readonly between: readonly HistoryRun[];
    };

/**
 * Looks back from the newest run over those that failed to the last one that succeeded. Runs that do not tell are passed
 * over: active ones, those that were stopped, and those where the platform failed (Error). For a node (a path) the runs
 * where it was skipped, or its result taken over, do not tell either.
 */
export function firstFailingVersion(history: WorkflowHistory, node: string | null): FailureSearch {
  const telling = history.runs.filter((run) => outcomeOf(run, node) !== null);
  const last = telling.at(-1);
  if (last === undefined) return { kind: 'untold' };
  const lastSuccess = telling.findLastIndex((run) => outcomeOf(run, node) === 'succeeded');
  const before = telling[lastSuccess];
  const first = telling[lastSuccess + 1];
  if (first === undefined) return { kind: 'succeeds', last };
  if (before === undefined) return { kind: 'neverSucceeded', first, isComplete: !history.hasMore };
  const outcomes = telling.filter((run) => isSameVersion(run, first)).map((run) => outcomeOf(run, node));
  const failures = outcomes.filter((outcome) => outcome === 'failed').length;
  const failedBefore = outcomes.indexOf('failed') < outcomes.lastIndexOf('succeeded');
  if (outcomes.includes('succeeded') && failedBefore) {
    return { kind: 'sometimes', before, first, failures, runs: outcomes.length };
  }
  if (isSameVersion(before, first)) return { kind: 'sameVersion', before, first };
  const between = history.runs.slice(history.runs.indexOf(before) + 1, history.runs.indexOf(first));
  return { kind: 'found', before, first, between };
}

/** What a run tells of the workflow, or of the node; null: nothing. */
export function outcomeOf(run: HistoryRun, node: string | null): 'succeeded' | 'failed' | null {
  if (node !== null) {
    const nodeRun = nodeRunIn(run, node);
    if (nodeRun === null || nodeRun.isReused) return null;
    return nodeRun.status === 'succeeded' || nodeRun.status === 'failed' ? nodeRun.status : null;
  }
  switch (run.run.status) {
    case 'Completed':
      return 'succeeded';
    case 'Failed':
    case 'Partial Success':
      return 'failed';
    default:
      return null;
  }
}
