/** A schedule's timing in words. */
import { cronWords } from './cronWords';
import type { ScheduleTiming } from './schedule';
import { timeWithZone } from './timeOfTiming';

/**
 * Such as `Weekdays at 02:30 (Europe/Berlin)`, or `Once, Tue, 24 Nov 2026, 02:30 (Europe/Berlin)` by the clock of `timeZone`, which
 * is the reader's. A timing that is wrong is given back as it was written.
 */
export function describeTiming(timing: ScheduleTiming, timeZone: string): string {
  switch (timing.kind) {
    case 'once':
      return Number.isNaN(Date.parse(timing.at)) ? timing.at : `Once, ${timeWithZone(timing.at, timing, timeZone)}`;
    case 'cron': {
      const words = cronWords(timing.expression);
      return `${words.charAt(0).toUpperCase()}${words.slice(1)} (${timing.timeZone})`;
    }
  }
}
