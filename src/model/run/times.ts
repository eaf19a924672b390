/** How long a run waited and ran. A run that goes on has no end: its times grow with the clock. */
import type { RunSummary } from './run';
import { isActive } from './status';

type Timed = Pick<RunSummary, 'status' | 'createdAt' | 'startedAt' | 'endedAt' | 'durationMs'>;

/** Milliseconds, so far or for good. */
export interface TimeSpan {
  readonly milliseconds: number;
  readonly isOver: boolean;
}

/** When the run ended; null while it is active, whatever else is known of it. */
export function endOf({ status, endedAt }: Timed): string | null {
  return isActive(status) ? null : endedAt;
}

/** From its creation to its start; `now` in milliseconds since 1970. Null for a run that waits for its time. */
export function queuedTime(run: Timed, now: number): TimeSpan | null {
  if (run.status === 'Scheduled') return null;
  return spanOf(run.createdAt, run.startedAt ?? endOf(run), now, run);
}

/** From its start to its end; null before it started. */
export function runningTime(run: Timed, now: number): TimeSpan | null {
  if (run.startedAt === null) return null;
  if (run.durationMs !== null && endOf(run) !== null) return { milliseconds: run.durationMs, isOver: true };
  return spanOf(run.startedAt, endOf(run), now, run);
}

/** Of a run that is over and whose end nobody wrote down nothing is said. */
function spanOf(from: string, to: string | null, now: number, run: Timed): TimeSpan | null {
  if (to === null && !isActive(run.status)) return null;
  const milliseconds = Math.max(0, (to === null ? now : Date.parse(to)) - Date.parse(from));
  return { milliseconds, isOver: to !== null };
}
