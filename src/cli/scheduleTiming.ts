/** `--at`, `--cron` and `--zone`: when a schedule is due. */
import { plainExpression } from '../model/schedule/cronFields';
import type { ScheduleTiming } from '../model/schedule/schedule';
import { hereTimeZone } from '../model/schedule/timeOfTiming';
import { timingProblem } from '../model/schedule/timingProblem';
import { typedMoment } from '../model/schedule/timingText';
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
  const timeZone = zone ?? hereTimeZone();
  if (at !== undefined) {
    const typed = typedMoment(at, timeZone, now);
    if (typed.kind === 'problem') throw new CommandFailure(typed.sentence);
    return typed.timing;
  }
  if (cron === undefined) return null;
  const timing = { kind: 'cron' as const, expression: plainExpression(cron), timeZone };
  const problem = timingProblem(timing, now);
  if (problem !== null) throw new CommandFailure(problem);
  return timing;
}
