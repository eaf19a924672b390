import { useSyncExternalStore } from 'react';

interface AttemptChoice {
  readonly runId: string;
  readonly nodeId: string;
  /** Null: the newest. */
  readonly attempt: number | null;
}

/** One at a time: a node that is looked at again begins with its newest attempt. */
let choice: AttemptChoice | null = null;
const listeners = new Set<() => void>();

/** Has the inspector show the log of this attempt, from its list or from a bar of the timeline. */
export function chooseAttempt(next: AttemptChoice): void {
  choice = next;
  for (const listener of listeners) listener();
}

/** The attempt of a node whose log was chosen; null: the newest. */
export function useChosenAttempt(runId: string | undefined, nodeId: string): number | null {
  return useSyncExternalStore(subscribe, () =>
    choice?.runId === runId && choice?.nodeId === nodeId ? choice.attempt : null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
