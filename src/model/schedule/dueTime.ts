/** What becomes of a time that has come: the rules for times that were missed, and for runs that are still active. */
import { nextTimes } from './nextTimes';
import type { ScheduleSettings, ScheduleTiming } from './schedule';
import { hereTimeZone, timeWithZone } from './timeOfTiming';

/** A time that is noticed later than this (in milliseconds) was missed; less is an engine that handed over, or a busy machine. */
export const missedAfterMs = 60_000;

/** What is known when a time has come. */
export interface DueMoment {
  /** ISO 8601 in UTC. */
  readonly dueAt: string;
  /** When an engine noticed it; milliseconds since 1970. */
  readonly noticedAt: number;
  /** How many runs of the schedule have begun and are not over. */
  readonly activeRuns: number;
}

export type DueDecision =
  /** `stopOthers`: the runs before have to be stopped first. `note`: what to tell, null when all went as planned. */
  | {
      readonly kind: 'start';
      readonly scheduledFor: string;
      readonly stopOthers: boolean;
      readonly note: string | null;
    }
  | { readonly kind: 'leaveOut'; readonly note: string };

type Rules = Pick<ScheduleSettings, 'timing' | 'missed' | 'overlap'>;

export function decideDue({ timing, missed, overlap }: Rules, moment: DueMoment): DueDecision {
  const onTime = timeOnTime(timing, moment);
  const when = timeWithZone(moment.dueAt, timing, hereTimeZone());
  if (onTime === null && missed === 'skip') {
    return { kind: 'leaveOut', note: `${when} was missed, since no engine ran then, and was left out.` };
  }
  const scheduledFor = onTime ?? moment.dueAt;
  const note =
    moment.dueAt === onTime ? null : `${when} was missed, since no engine ran then. This run makes up for it.`;
  if (moment.activeRuns === 0) return { kind: 'start', scheduledFor, stopOthers: false, note };
  const at = timeWithZone(scheduledFor, timing, hereTimeZone());
  switch (overlap) {
    case 'skip':
      return { kind: 'leaveOut', note: `${at} was left out, since the run before was still active.` };
    case 'queue':
      // Runs that take longer than the time between them would pile up without an end.
      if (moment.activeRuns === 1) return { kind: 'start', scheduledFor, stopOthers: false, note };
      return { kind: 'leaveOut', note: `${at} was left out, since a run waited already for the one before it.` };
    case 'stop':
      return { kind: 'start', scheduledFor, stopOthers: true, note };
  }
}

/** The time that has just come: of several, the last, if there was not long to wait until it was noticed. Null: all were missed. */
function timeOnTime(timing: ScheduleTiming, { noticedAt }: DueMoment): string | null {
  const [recent] = nextTimes(timing, new Date(noticedAt - missedAfterMs - 1), 1);
  return recent !== undefined && Date.parse(recent) <= noticedAt ? recent : null;
}

/** The first time after the one that has come, and after now; null when there is none. */
export function timeAfter(timing: ScheduleTiming, dueAt: string, now: number): string | null {
  // The clock may have gone back since.
  const from = Math.max(Date.parse(dueAt), now);
  return nextTimes(timing, new Date(from), 1)[0] ?? null;
}
