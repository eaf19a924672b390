/** What is wrong with a schedule's timing. */
import { cronProblem } from './cronFields';
import { nextTimes } from './nextTimes';
import type { ScheduleTiming } from './schedule';

/** A sentence for the person who wrote the timing; null when it will come due after `now`. */
export function timingProblem(timing: ScheduleTiming, now: Date): string | null {
  switch (timing.kind) {
    case 'once':
      return momentProblem(timing.at, now);
    case 'cron': {
      const { expression, timeZone } = timing;
      const problem = cronProblem(expression) ?? timeZoneProblem(timeZone);
      if (problem !== null) return problem;
      if (nextTimes(timing, now, 1).length > 0) return null;
      return `The cron expression ${expression} never comes due: no month that it names has such a day. Change the day or the month.`;
    }
  }
}

/** A sentence when the name is none of the time zones that are known here; else null. */
export function timeZoneProblem(timeZone: string): string | null {
  try {
    Intl.DateTimeFormat('en', { timeZone });
    return null;
  } catch {
    return `There is no time zone "${timeZone.slice(0, 60)}". Name one like Europe/Berlin, America/New_York or UTC.`;
  }
}

/** A moment with its offset: a time of day alone would mean another moment on each machine that reads it. */
const moment = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function momentProblem(at: string, now: Date): string | null {
  const day = moment.exec(at)?.[1];
  const time = day === undefined || !isDay(day) ? NaN : Date.parse(at);
  if (Number.isNaN(time)) return `"${at.slice(0, 60)}" is no time. Write one like 2027-01-31T02:30:00Z.`;
  if (time > now.getTime()) return null;
  return `${new Date(time).toISOString()} has passed. Choose a time that is to come.`;
}

/** JavaScript makes 2 March of 30 February. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
