/** How long things took, in the words of the status language. */
import { durationText } from '../../../model/run/display';
import type { NodeRun, RunSummary } from '../../../model/run/run';

/** "2m 5s"; null before it started. `now` (ms) is used while it runs; null: nothing is said while it runs. */
export function nodeDuration(run: Pick<NodeRun, 'startedAt' | 'endedAt'>, now: number | null): string | null {
  if (run.startedAt === null) return null;
  const end = run.endedAt === null ? now : Date.parse(run.endedAt);
  return end === null ? null : durationText(end - Date.parse(run.startedAt));
}

/** The same for a run; its recorded duration counts once it has ended. */
export function runDuration(run: Pick<RunSummary, 'startedAt' | 'endedAt' | 'durationMs'>, now: number): string | null {
  return run.durationMs === null ? nodeDuration(run, now) : durationText(run.durationMs);
}
