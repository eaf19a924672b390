/** When a schedule is due, as somebody types it: a time or a cron expression. */
import { Cron } from 'croner';
import { plainExpression } from './cronFields';
import type { ScheduleTiming } from './schedule';
import { timeZoneProblem, timingProblem } from './timingProblem';

export type TypedTiming =
  | { readonly kind: 'timing'; readonly timing: ScheduleTiming }
  /** What is wrong, in a sentence. */
  | { readonly kind: 'problem'; readonly sentence: string };

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Null for a text that holds neither a time nor a cron expression: it searches the choices. */
export function typedTiming(text: string, timeZone: string, now: Date): TypedTiming | null {
  const typed = text.trim();
  if (!/[\d*@]/.test(typed)) return null;
  const at = momentIn(typed, timeZone, now);
  if (at !== null) return judged({ kind: 'once', at }, now);
  if (looksLikeTime(typed)) return { kind: 'problem', sentence: noTime(typed) };
  return judged({ kind: 'cron', expression: plainExpression(typed), timeZone }, now);
}

/** A text that is a single time, and nothing else. Without an offset it is by the clock of the time zone. */
export function typedMoment(text: string, timeZone: string, now: Date): TypedTiming {
  const zoneProblem = timeZoneProblem(timeZone);
  if (zoneProblem !== null) return { kind: 'problem', sentence: zoneProblem };
  const at = momentIn(text.trim(), timeZone, now);
  return at === null ? { kind: 'problem', sentence: noTime(text) } : judged({ kind: 'once', at }, now);
}

/** Such as it can be typed again: `2026-11-24 02:00` in the time zone, or the cron expression. */
export function timingAsTyped(timing: ScheduleTiming, timeZone: string): string {
  switch (timing.kind) {
    case 'once':
      return new Date(timing.at).toLocaleString('sv-SE', { timeZone });
    case 'cron':
      return timing.expression;
  }
}

function judged(timing: ScheduleTiming, now: Date): TypedTiming {
  const sentence = timingProblem(timing, now);
  return sentence === null ? { kind: 'timing', timing } : { kind: 'problem', sentence };
}

/** Words, colons and dates are no part of a cron expression. */
function looksLikeTime(typed: string): boolean {
  return /:|^in\b|^(today|tonight|tomorrow|at)\b|^\d{4}-\d/i.test(typed);
}

function noTime(typed: string): string {
  return `"${typed.slice(0, 60)}" is no time. Write 14:30, tomorrow 02:00, in 20 min or 2027-01-31 02:30.`;
}

/** The moment in ISO 8601 UTC; null when the text is none. */
function momentIn(typed: string, timeZone: string, now: Date): string | null {
  const [, count, unit] =
    /^in (\d{1,6}) ?(s|m|h|d|w)(?:ec(?:ond)?s?|in(?:ute)?s?|ours?|ays?|eeks?)?$/i.exec(typed) ?? [];
  if (count !== undefined) {
    return new Date(now.getTime() + Number(count) * (units[(unit ?? '').toLowerCase()] ?? NaN)).toISOString();
  }
  const [, dayWord, hour, minute] =
    /^(?:(today|tonight|tomorrow) )?(?:at )?(\d\d?):(\d\d)$/i.exec(typed.replaceAll(/\s+/g, ' ')) ?? [];
  if (hour !== undefined && minute !== undefined) {
    if (Number(hour) > 23 || Number(minute) > 59) return null;
    const clock = `${hour.padStart(2, '0')}:${minute}:00`;
    const today = wallTime(`${dayIn(timeZone, now)}T${clock}`, timeZone);
    const tomorrow = wallTime(`${dayAfter(dayIn(timeZone, now))}T${clock}`, timeZone);
    if (dayWord?.toLowerCase() === 'tomorrow') return tomorrow;
    if (dayWord?.toLowerCase() === 'today') return today;
    return today !== null && Date.parse(today) > now.getTime() ? today : tomorrow;
  }
  return dateTime(typed, timeZone);
}

const written = /^(\d{4}-\d\d-\d\d)[T ](\d\d?):(\d\d)(?::(\d\d))?(?:\.\d+)? ?(Z|[+-]\d\d:\d\d)?$/i;

function dateTime(typed: string, timeZone: string): string | null {
  const [, day, hour = '', minute, second = '00', offset] = written.exec(typed) ?? [];
  if (day === undefined) return null;
  const text = `${day}T${hour.padStart(2, '0')}:${minute}:${second}`;
  // JavaScript makes 2 March of 30 February.
  const asUtc = new Date(`${text}Z`);
  if (Number.isNaN(asUtc.getTime()) || !asUtc.toISOString().startsWith(day)) return null;
  if (offset === undefined) return wallTime(text, timeZone);
  const moment = new Date(`${text}${offset.toUpperCase()}`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** The moment at which clocks of the time zone show `text` (`2026-11-24T02:00:00`), past ones too; null when it is no time. */
function wallTime(text: string, timeZone: string): string | null {
  try {
    return new Cron(text, { timezone: timeZone, paused: true }).nextRun(new Date(0))?.toISOString() ?? null;
  } catch {
    return null;
  }
}

/** `2026-11-24`, as the calendar of the time zone has it. */
function dayIn(timeZone: string, moment: Date): string {
  return moment.toLocaleDateString('sv-SE', { timeZone });
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
