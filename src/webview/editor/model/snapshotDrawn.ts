import type { LoadedRun } from '../../../model/run/loadedRun';

/** True when the run's own version is drawn, which the banner says. */
export function isSnapshotDrawn(loaded: LoadedRun | null): boolean {
  const mode = loaded?.mode;
  return mode?.kind === 'snapshot' || (mode?.kind === 'overlay' && mode.showing === 'snapshot');
}
