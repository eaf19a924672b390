/** `--since` and `--until`: a day, a moment, or how long ago. */
import { InvalidArgumentError } from 'commander';

/** A stretch of time: one moment, or a whole day. Both in milliseconds since 1970, the end not included. */
export interface Span {
  readonly from: number;
  readonly before: number;
}

const hour = 3_600_000;
const units: Readonly<Record<string, number>> = { m: 60_000, h: hour, d: 24 * hour, w: 7 * 24 * hour };

/**
 * What the text means: `2026-11-23` and `today` the whole day here, `2026-11-23T14:30` a moment here (with `Z` or `+02:00`
 * elsewhere), `90m`, `12h`, `7d` and `2w` so long before `now`.
 * @throws InvalidArgumentError
 */
export function spanOf(text: string, now: Date): Span {
  const word = text.trim().toLowerCase();
  if (word === 'today') return dayOf(now);
  if (word === 'yesterday') return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1));
  const ago = /^(\d+)([mhdw])$/.exec(word);
  if (ago) return momentAt(now.getTime() - Number(ago[1]) * (units[ago[2] ?? ''] ?? NaN), text);
  const date = /^(\d{4})-(\d\d)-(\d\d)(t\d\d:\d\d(:\d\d(\.\d+)?)?(z|[+-]\d\d:\d\d)?)?$/.exec(word);
  if (!date) throw unreadable(text);
  const [, year, month, day, time] = date;
  const start = new Date(Number(year), Number(month) - 1, Number(day));
  // JavaScript makes 2 March of 30 February.
  if (start.getMonth() !== Number(month) - 1 || start.getDate() !== Number(day)) throw unreadable(text);
  return time === undefined ? dayOf(start) : momentAt(Date.parse(word.toUpperCase()), text);
}

function dayOf(date: Date): Span {
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  // Not 24 hours: a day on which the clocks change has 23 or 25.
  return { from: new Date(year, month, day).getTime(), before: new Date(year, month, day + 1).getTime() };
}

function momentAt(time: number, text: string): Span {
  if (Number.isNaN(new Date(time).getTime())) throw unreadable(text);
  return { from: time, before: time };
}

function unreadable(text: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `"${text}" is no time: write a day (2026-11-23, today), a moment (2026-11-23T14:30) or how long ago (90m, 12h, 7d, 2w).`,
  );
}
