/** When a schedule starts its next run, in words and by the clock. */
import { dueWords } from '../run/dueWords';
import { cronTimeText } from './cronTimeText';
import type { Schedule, ScheduleTiming } from './schedule';

/** `next in 5 h`, `paused`, or that there is nothing more to come. */
export function nextWords({ isPaused, nextAt }: Pick<Schedule, 'isPaused' | 'nextAt'>, now: number): string {
  if (isPaused) return 'Paused';
  return nextAt === null ? 'Nothing more to come' : `Next ${dueWords(nextAt, now)}`;
}

/** A time as the clock of the timing shows it: `Tue, 24 Nov 2026, 02:00`. */
export function timeOfTiming(time: string, timing: ScheduleTiming, timeZone: string): string {
  return cronTimeText(time, timing.kind === 'cron' ? timing.timeZone : timeZone);
}
