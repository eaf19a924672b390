/** `--at`, `--cron` and `--zone`: when a schedule is due. */
import { plainExpression } from '../model/schedule/cronFields';
import type { ScheduleTiming } from '../model/schedule/schedule';
import { timingProblem } from '../model/schedule/timingProblem';
import { CommandFailure } from './commandFailure';
import { spanOf } from './moment';

export interface TimingOptions {
  readonly at?: string;
  readonly cron?: string;
  readonly zone?: string;
}

/** Null when the options say nothing of it. @throws CommandFailure with a sentence for what is wrong */
export function timingOf({ at, cron, zone }: TimingOptions, now: Date): ScheduleTiming | null {
  if (at !== undefined && cron !== undefined) {
    throw new CommandFailure('--at is one time and --cron many: give one of them.');
  }
  if (at !== undefined && zone !== undefined) {
    throw new CommandFailure('--zone goes with --cron. Write the offset behind the time: --at 2027-01-31T02:30+01:00.');
  }
  if (at !== undefined) return checked({ kind: 'once', at: momentToCome(at, now) }, now);
  if (cron === undefined) return null;
  const timeZone = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return checked({ kind: 'cron', expression: plainExpression(cron), timeZone }, now);
}

function checked(timing: ScheduleTiming, now: Date): ScheduleTiming {
  const problem = timingProblem(timing, now);
  if (problem !== null) throw new CommandFailure(problem);
  return timing;
}

/** The moment that the text means here, in ISO 8601 UTC: a time of day is the next one. */
function momentToCome(text: string, now: Date): string {
  const word = text.trim();
  const [, hour, minute] = /^(\d\d?):(\d\d)$/.exec(word) ?? [];
  if (hour !== undefined && Number(hour) < 24 && Number(minute) < 60) {
    const onDay = (day: number): Date =>
      new Date(now.getFullYear(), now.getMonth(), now.getDate() + day, Number(hour), Number(minute));
    return (onDay(0) > now ? onDay(0) : onDay(1)).toISOString();
  }
  const moment = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/i.test(word) ? word.replace(' ', 'T') : null;
  try {
    if (moment !== null) return new Date(spanOf(moment, now).from).toISOString();
  } catch {
    // The sentence below says it for both.
  }
  throw new CommandFailure(
    `"${text.slice(0, 60)}" is no time: write 2027-01-31T02:30 (with Z or +01:00 for elsewhere), or 14:30 for the next time of day.`,
  );
}
