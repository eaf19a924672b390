/** `--at`, `--cron` and `--zone`: when a schedule is due. */
import { plainExpression } from '../model/schedule/cronFields';
import type { ScheduleTiming } from '../model/schedule/schedule';
import { timingProblem } from '../model/schedule/timingProblem';
import { typedTiming } from '../model/schedule/timingText';
import { CommandFailure } from './commandFailure';

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
  if (at !== undefined) return onceAt(at, now);
  if (cron === undefined) return null;
  const timeZone = zone ?? timeZoneHere();
  return checked({ kind: 'cron', expression: plainExpression(cron), timeZone }, now);
}

/** The time zone of this machine's clock. */
export function timeZoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A time as in VS Code: `14:30`, `tomorrow 02:00`, `in 20 min`, `2027-01-31 02:30`. */
function onceAt(text: string, now: Date): ScheduleTiming {
  const typed = typedTiming(text, timeZoneHere(), now);
  if (typed?.kind === 'timing' && typed.timing.kind === 'once') return typed.timing;
  if (typed?.kind === 'problem') throw new CommandFailure(typed.sentence);
  throw new CommandFailure(
    `"${text.slice(0, 60)}" is no time. Write 14:30, tomorrow 02:00, in 20 min or 2027-01-31 02:30.`,
  );
}

function checked(timing: ScheduleTiming, now: Date): ScheduleTiming {
  const problem = timingProblem(timing, now);
  if (problem !== null) throw new CommandFailure(problem);
  return timing;
}
