/** What the fields of a cron expression name, so that it can be told in words. */
import { plainExpression } from './cronFields';

/** A day of the month that is not a number: `L`, `LW`, and the weekday nearest to a day (`15W`). */
export type SpecialDay =
  | { readonly kind: 'lastDay' }
  | { readonly kind: 'lastWeekday' }
  | { readonly kind: 'nearestWeekday'; readonly day: number };

/** A weekday of which only one a month is meant: the second (`MON#2`), or the last (`FRIL`). Sunday is 0. */
export interface NthWeekday {
  readonly weekday: number;
  readonly nth: number | 'last';
}

export interface CronParts {
  /** Ascending, as all lists of numbers here. */
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: readonly number[];
  /** Null: all. When both kinds of days are named, either of them will do. */
  readonly days: { readonly numbers: readonly number[]; readonly special: readonly SpecialDay[] } | null;
  /** Null: all. Sunday is 0. */
  readonly weekdays: { readonly numbers: readonly number[]; readonly nth: readonly NthWeekday[] } | null;
}

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Null for an expression that has something else in it than numbers, names and what the types above know. */
export function cronParts(expression: string): CronParts | null {
  const [minute, hour, day, month, weekday] = plainExpression(expression).toUpperCase().split(' ');
  const minutes = numbersIn(minute, 0, 59);
  const hours = numbersIn(hour, 0, 23);
  const months = numbersIn(withNumbers(month, monthNames, 1), 1, 12);
  const days = daysIn(day);
  const weekdays = weekdaysIn(withNumbers(weekday, dayNames, 0));
  if (minutes === null || hours === null || months === null || days === 'unknown' || weekdays === 'unknown') {
    return null;
  }
  return { minutes, hours, months, days, weekdays };
}

function daysIn(field = ''): CronParts['days'] | 'unknown' {
  if (isAll(field)) return null;
  const special: SpecialDay[] = [];
  const plain = field.split(',').filter((part) => {
    const nearest = /^(\d+)W$/.exec(part)?.[1];
    if (part === 'L') special.push({ kind: 'lastDay' });
    else if (part === 'LW') special.push({ kind: 'lastWeekday' });
    else if (nearest !== undefined) special.push({ kind: 'nearestWeekday', day: Number(nearest) });
    else return true;
    return false;
  });
  const numbers = numbersOf(plain, 1, 31);
  return numbers === null ? 'unknown' : { numbers, special };
}

function weekdaysIn(field = ''): CronParts['weekdays'] | 'unknown' {
  if (isAll(field)) return null;
  const nth: NthWeekday[] = [];
  const plain = field.split(',').filter((part) => {
    const [, weekday, which] = /^([0-7])(?:#([1-5L])|L)$/.exec(part) ?? [];
    if (weekday === undefined) return true;
    nth.push({ weekday: Number(weekday) % 7, nth: which === undefined || which === 'L' ? 'last' : Number(which) });
    return false;
  });
  const numbers = numbersOf(plain, 0, 7)?.map((number) => number % 7);
  return numbers === undefined ? 'unknown' : { numbers: ascending(numbers), nth };
}

function isAll(field: string): boolean {
  return field === '*' || field === '?';
}

function withNumbers(field: string | undefined, names: readonly string[], first: number): string | undefined {
  return names.reduce((text, name, at) => text?.replaceAll(name, String(at + first)), field);
}

function numbersIn(field: string | undefined, least: number, most: number): number[] | null {
  return field === undefined ? null : numbersOf(field.split(','), least, most);
}

function numbersOf(parts: readonly string[], least: number, most: number): number[] | null {
  const numbers: number[] = [];
  for (const part of parts) {
    const [, all, from, to, step = '1'] = /^(?:([*?])|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part) ?? [];
    if (all === undefined && from === undefined) return null;
    const first = Number(from ?? least);
    // All days of the week are six steps away from the first, not seven.
    const last = all !== undefined ? (most === 7 ? 6 : most) : Number(to ?? first);
    for (let number = first; number <= last; number += Math.max(1, Number(step))) numbers.push(number);
  }
  return ascending(numbers);
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
