/** When a schedule is due. */
import { cronOf } from './cronFields';
import type { ScheduleTiming } from './schedule';

/**
 * The next times after `from`, at most `count`, ascending, in ISO 8601 UTC. None for a timing that is wrong: `timingProblem`
 * says why.
 *
 * On the days on which the clocks change in the schedule's time zone: a time of day that is left out (`30 2 * * *`) comes at
 * the end of the gap, one that comes twice counts the first time. Fields with `*`, lists, ranges or steps go by the clock.
 */
export function nextTimes(timing: ScheduleTiming, from: Date, count: number): string[] {
  switch (timing.kind) {
    case 'once': {
      const at = Date.parse(timing.at);
      return at > from.getTime() && count > 0 ? [new Date(at).toISOString()] : [];
    }
    case 'cron':
      return cronTimes(timing.expression, timing.timeZone, from, count);
  }
}

function cronTimes(expression: string, timeZone: string, from: Date, count: number): string[] {
  try {
    return cronOf(expression, timeZone)
      .nextRuns(count, from)
      .map((time) => time.toISOString());
  } catch {
    return [];
  }
}
