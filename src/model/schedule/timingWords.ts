/** A schedule's timing in the few words that a row has room for. */
import { cronWords } from './cronWords';
import type { ScheduleTiming } from './schedule';
import { timeOfTiming } from './timeOfTiming';

/**
 * `every day at 02:00`, `weekdays at 08:00`, `once, Tue, 24 Nov 2026, 02:00`. The time zone is named only when it is another than
 * the reader's `timeZone`.
 */
export function timingWords(timing: ScheduleTiming, timeZone: string): string {
  switch (timing.kind) {
    case 'once':
      return `once, ${timeOfTiming(timing.at, timing, timeZone)}`;
    case 'cron': {
      const words = cronWords(timing.expression);
      return timing.timeZone === timeZone ? words : `${words} (${timing.timeZone})`;
    }
  }
}
