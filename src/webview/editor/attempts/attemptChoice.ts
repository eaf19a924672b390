import { useSyncExternalStore } from 'react';
import type { LoadedRun } from '../../../model/run/loadedRun';

/** Tells what is loaded from another run, and from another part of the same run. */
export function loadedKey(loaded: LoadedRun | null): string {
  return `${loaded?.run?.id} ${loaded?.part?.path ?? ''}`;
}

interface AttemptChoice {
  /** As `loadedKey`. */
  readonly loaded: string;
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
export function useChosenAttempt(loaded: string, nodeId: string): number | null {
  return useSyncExternalStore(subscribe, () =>
    choice?.loaded === loaded && choice?.nodeId === nodeId ? choice.attempt : null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
