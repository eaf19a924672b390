/**
 * Which version the editor of a loaded run shows, decided event by event. The editor tells what happened, this says what
 * follows; `loadedRunView.ts` turns it into what the banner shows.
 */
import type { RunSummary } from './run';

/** Where the run is loaded: in the editor of its live file, or in one on the snapshot's own file system. */
export type LoadedPlace = 'liveFile' | 'snapshotFile';

/** The live workflow, as far as a loaded run needs to know it. */
export type LiveVersion =
  | { readonly kind: 'unknown' }
  /** `version` is the version id, or for a text with errors an id of its own that no run has. */
  | { readonly kind: 'present'; readonly version: string }
  | { readonly kind: 'gone' };

/** The run's own version, computed from the snapshot's text by today's code. */
export type SnapshotVersion =
  | { readonly kind: 'awaited' }
  /** The run has none yet: a Scheduled run takes it when it starts. */
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly version: string };

type Decision =
  | { readonly kind: 'undecided' }
  | { readonly kind: 'overlay'; readonly reachedBy: 'loading'; readonly showing: 'live' | 'snapshot' }
  /** `before` is the version the live workflow had until it came to equal the run's; undoing back to it undoes the overlay. */
  | {
      readonly kind: 'overlay';
      readonly reachedBy: 'equality';
      readonly showing: 'live' | 'snapshot';
      readonly before: string;
    }
  | { readonly kind: 'snapshot' };

export interface LoadedRunState {
  readonly runId: string;
  readonly place: LoadedPlace;
  readonly run: RunSummary | null;
  readonly snapshot: SnapshotVersion;
  readonly live: LiveVersion;
  readonly decision: Decision;
  readonly liveChangedBehind: boolean;
  /** Why the run cannot be shown, in a sentence. */
  readonly failure: string | null;
}

export type LoadedRunEvent =
  | { readonly kind: 'runRead'; readonly run: RunSummary }
  | { readonly kind: 'snapshotRead'; readonly snapshot: SnapshotVersion }
  /** The live workflow as it is now, and what made it so. */
  | { readonly kind: 'liveRead'; readonly live: LiveVersion; readonly cause: LiveChangeCause }
  | { readonly kind: 'show'; readonly what: 'live' | 'snapshot' }
  | { readonly kind: 'failed'; readonly message: string };

/** `undoRedo`: Ctrl+Z or Ctrl+Y, or the Undo offered after a Restore; `file`: the file changed on disk. */
export type LiveChangeCause = 'edit' | 'undoRedo' | 'file';

/** A run that has just been asked for: nothing of it is known yet. */
export function startLoading(runId: string, place: LoadedPlace): LoadedRunState {
  return {
    runId,
    place,
    run: null,
    snapshot: { kind: 'awaited' },
    live: { kind: 'unknown' },
    decision: { kind: 'undecided' },
    liveChangedBehind: false,
    failure: null,
  };
}

/** The state after an event. Pure: the same state and event always give the same answer. */
export function afterEvent(state: LoadedRunState, event: LoadedRunEvent): LoadedRunState {
  switch (event.kind) {
    case 'runRead':
      return decide({ ...state, run: event.run, failure: null });
    case 'snapshotRead':
      return decide({ ...state, snapshot: event.snapshot, failure: null });
    case 'liveRead':
      return afterLiveRead(state, event.live, event.cause);
    case 'show':
      return state.decision.kind === 'overlay'
        ? { ...state, decision: { ...state.decision, showing: event.what } }
        : state;
    case 'failed':
      return { ...state, failure: event.message };
  }
}

/** True if the live workflow is the version that the run executed. */
export function versionsAreEqual(state: LoadedRunState): boolean {
  const { live, snapshot } = state;
  return live.kind === 'present' && snapshot.kind === 'read' && live.version === snapshot.version;
}

/** The mode is decided once, as soon as both versions and the run are known. */
function decide(state: LoadedRunState): LoadedRunState {
  if (state.decision.kind !== 'undecided') return state;
  if (state.run === null || state.snapshot.kind !== 'read' || state.live.kind === 'unknown') return state;
  const overlays = state.place === 'liveFile' && versionsAreEqual(state);
  return {
    ...state,
    decision: overlays ? { kind: 'overlay', reachedBy: 'loading', showing: 'live' } : { kind: 'snapshot' },
  };
}

function afterLiveRead(state: LoadedRunState, live: LiveVersion, cause: LiveChangeCause): LoadedRunState {
  const next: LoadedRunState = { ...state, live };
  switch (state.decision.kind) {
    case 'undecided':
      return decide(next);
    case 'snapshot':
      return afterChangeBehindSnapshot(state, next);
    case 'overlay': {
      const wentBack =
        state.decision.reachedBy === 'equality' &&
        cause === 'undoRedo' &&
        live.kind === 'present' &&
        live.version === state.decision.before;
      return wentBack ? { ...next, decision: { kind: 'snapshot' }, liveChangedBehind: false } : next;
    }
  }
}

/** A live workflow that comes to equal the run's version makes the snapshot an overlay; any other change is only said. */
function afterChangeBehindSnapshot(state: LoadedRunState, next: LoadedRunState): LoadedRunState {
  if (state.place === 'liveFile' && versionsAreEqual(next)) {
    const before = state.live.kind === 'present' ? state.live.version : 'gone';
    return {
      ...next,
      decision: { kind: 'overlay', reachedBy: 'equality', showing: 'live', before },
      liveChangedBehind: false,
    };
  }
  return { ...next, liveChangedBehind: state.liveChangedBehind || !isSameLive(state.live, next.live) };
}

function isSameLive(one: LiveVersion, other: LiveVersion): boolean {
  if (one.kind === 'present' && other.kind === 'present') return one.version === other.version;
  return one.kind === other.kind;
}
