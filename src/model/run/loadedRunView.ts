/** What the banner and the canvas show of a loaded run, from the state that the events led to. */
import type { WorkflowKind } from '../workflow/workflow';
import type { BannerPill, LoadedMode, LoadedRun, ModulePart } from './loadedRun';
import { versionsAreEqual, type LoadedRunState } from './loadedRunState';
import { isActive, isNodeEnded } from './status';

/** What stands behind the banner: the live workflow or the run's own version. */
export function drawnVersion(state: LoadedRunState): 'live' | 'snapshot' {
  const mode = loadedMode(state);
  switch (mode.kind) {
    case 'loading':
    case 'failure':
      return 'live';
    case 'snapshot':
      return 'snapshot';
    case 'overlay':
      return mode.showing;
  }
}

/** The mode on screen. A run without a snapshot lies over the live workflow; a live file that is gone leaves the snapshot. */
export function loadedMode(state: LoadedRunState): LoadedMode {
  if (state.failure !== null) return { kind: 'failure', message: state.failure };
  if (state.run === null || state.live.kind === 'unknown') return { kind: 'loading' };
  switch (state.snapshot.kind) {
    case 'awaited':
      return { kind: 'loading' };
    case 'none':
      return { kind: 'overlay', reachedBy: 'loading', showing: 'live' };
    case 'read':
      return decidedMode(state);
  }
}

function decidedMode(state: LoadedRunState): LoadedMode {
  switch (state.decision.kind) {
    case 'undecided':
      return { kind: 'loading' };
    case 'snapshot':
      return { kind: 'snapshot' };
    case 'overlay':
      return state.live.kind === 'gone'
        ? { kind: 'snapshot' }
        : { kind: 'overlay', reachedBy: state.decision.reachedBy, showing: state.decision.showing };
  }
}

export interface ShownFile {
  /** Of the file that the run is loaded into. */
  readonly kind: WorkflowKind;
  /** The part of the run that the file was in it; null: all of it. */
  readonly part: ModulePart | null;
}

/** The banner of a loaded run; `differences` are the sentences of what differs. */
export function loadedRunView(state: LoadedRunState, file: ShownFile, differences: readonly string[]): LoadedRun {
  const mode = loadedMode(state);
  const differ = state.snapshot.kind === 'read' && state.live.kind !== 'unknown' && !versionsAreEqual(state);
  return {
    run: state.run,
    mode,
    part: file.part,
    pill: pillOf(state, mode, file),
    versionsDiffer: differ,
    liveIsGone: state.live.kind === 'gone',
    liveChangedBehind: mode.kind === 'snapshot' && state.liveChangedBehind,
    differences: differ ? differences : [],
  };
}

function pillOf(state: LoadedRunState, mode: LoadedMode, { kind, part }: ShownFile): BannerPill {
  if (mode.kind === 'loading' || state.run === null) return 'Loading…';
  const moduleRun = part?.nodeRun ?? null;
  // A module may be done long before its run is.
  const isDone = moduleRun === null ? !isActive(state.run.status) : isNodeEnded(moduleRun.status);
  if (!isDone) return 'Running';
  return kind === 'module' ? 'Viewing module run' : 'Viewing run';
}
