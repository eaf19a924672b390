/** Cron in words: each says what comes, and what comes is what the fields name, counted day by day without the library. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cronProblem } from '../../../src/model/schedule/cronFields';
import { cronParts, type CronParts } from '../../../src/model/schedule/cronParts';
import { cronWords } from '../../../src/model/schedule/cronWords';
import { nextTimes } from '../../../src/model/schedule/nextTimes';

describe('a cron expression in words', () => {
  test.each([
    ['* * * * *', 'every minute'],
    ['*/15 * * * *', 'every 15 minutes'],
    ['3-59/10 * * * *', 'every 10 minutes from :03'],
    // Not every 7 and 45 minutes: the hour begins anew.
    ['*/7 * * * *', 'every 7 minutes from :00 to :56 of every hour'],
    ['*/45 * * * *', 'at :00 and :45 of every hour'],
    ['5-10/2 * * * *', 'every 2 minutes from :05 to :09 of every hour'],
    ['0 * * * *', 'every hour'],
    ['5 * * * *', 'every hour at :05'],
    ['0 */2 * * *', 'every 2 hours from 00:00'],
    ['0 */5 * * *', 'every day at 00:00, 05:00, 10:00, 15:00 and 20:00'],
    ['30 8-18 * * *', 'every hour from 08:30 to 18:30'],
    ['30 8-18/2 * * *', 'every 2 hours from 08:30 to 18:30'],
    ['0 22,23,0,1,2,5 * * *', 'every day at 00:00, 01:00, 02:00, 05:00, 22:00 and 23:00'],
    ['* 5 * * *', 'every minute between 05:00 and 05:59'],
    ['*/10 0,5 * * *', 'every 10 minutes in the hours 00 and 05'],
    ['0-59/20 5 * * *', 'every day at 05:00, 05:20 and 05:40'],
    ['00 02 * * *', 'every day at 02:00'],
    ['@daily', 'every day at 00:00'],
    ['0 0 * * 0-6', 'every day at 00:00'],
    ['0 0 1-31 * 1', 'every day at 00:00'],
    ['30 2 * * 1-5', 'weekdays at 02:30'],
    ['30 2 * * mon-fri', 'weekdays at 02:30'],
    ['0 0 * * 6-7', 'weekends at 00:00'],
    ['0 0 * * 5-7', 'every Friday to Sunday at 00:00'],
    ['5 4 * * sun', 'every Sunday at 04:05'],
    ['0 0 * * 7', 'every Sunday at 00:00'],
    ['0 0 * * 1-5/2', 'every Monday, Wednesday and Friday at 00:00'],
    ['*/15 9-17 * * 1-5', 'weekdays, every 15 minutes between 09:00 and 17:59'],
    ['30 2 1,15 * *', 'the 1st and 15th of the month at 02:30'],
    ['0 0 22,23,31 * ?', 'the 22nd, 23rd and 31st of the month at 00:00'],
    ['0 0 1-7 * *', 'the 1st to 7th of the month at 00:00'],
    ['0 0 */2 * *', 'every 2nd day from the 1st to the 31st of the month at 00:00'],
    ['0 0 L * *', 'the last day of the month at 00:00'],
    ['0 0 l,15 * *', 'the 15th and the last day of the month at 00:00'],
    ['0 0 LW * *', 'the last weekday (Monday to Friday) of the month at 00:00'],
    ['0 0 15W * *', 'the weekday (Monday to Friday) nearest the 15th of the month at 00:00'],
    ['0 0 29 2 *', 'the 29th of February at 00:00'],
    ['0 0 1 */3 *', 'the 1st of January, April, July and October at 00:00'],
    ['0 12 * * FRIL', 'the last Friday of the month at 12:00'],
    ['0 12 * * MON#2', 'the second Monday of the month at 12:00'],
    ['0 9 * 9 1#1', 'the first Monday of September at 09:00'],
    ['0 9 * * 2,4#2', 'the second Thursday of the month and every Tuesday at 09:00'],
    // Either of them, which surprises everybody once.
    ['0 0 13 * 5', 'the 13th of the month and every Friday at 00:00'],
    ['0 0 13 1 1-5', 'the 13th of the month and weekdays at 00:00, in January'],
    ['10 4 * 6-8 1-5', 'weekdays at 04:10, from June to August'],
    ['0 0 * JAN,JUL *', 'every day at 00:00, in January and July'],
    ['not cron', 'not cron'],
  ])('%s: %s', (expression, words) => {
    expect(cronWords(expression)).toBe(words);
  });
});

const dayMs = 86_400_000;

/** The next five times in UTC after `from` by what the fields name; fewer when they do not come within the days. */
function countedTimes(parts: CronParts, from: Date, days: number): string[] {
  const begin = Date.parse(`${from.toISOString().slice(0, 10)}T00:00:00Z`);
  const times: string[] = [];
  for (let day = begin; day < begin + days * dayMs && times.length < 5; day += dayMs) {
    if (!isDayOf(parts, new Date(day))) continue;
    const ofDay = parts.hours.flatMap((hour) => parts.minutes.map((minute) => day + (hour * 60 + minute) * 60_000));
    const toCome = ofDay.filter((time) => time > from.getTime());
    times.push(...toCome.slice(0, 5).map((time) => new Date(time).toISOString()));
  }
  return times.slice(0, 5);
}

function isDayOf({ months, days, weekdays }: CronParts, date: Date): boolean {
  if (!months.includes(date.getUTCMonth() + 1)) return false;
  const [number, weekday] = [date.getUTCDate(), date.getUTCDay()];
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const on = (day: number): number => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), day)).getUTCDay();
  const nearest = (day: number): number => {
    if (on(day) === 6) return day === 1 ? 3 : day - 1;
    if (on(day) === 0) return day === last ? day - 2 : day + 1;
    return day;
  };
  const byDate =
    days !== null &&
    (days.numbers.includes(number) ||
      days.special.some((special) => {
        switch (special.kind) {
          case 'lastDay':
            return number === last;
          case 'lastWeekday':
            return number === nearest(last);
          case 'nearestWeekday':
            return special.day <= last && number === nearest(special.day);
        }
      }));
  const byWeekday =
    weekdays !== null &&
    (weekdays.numbers.includes(weekday) ||
      weekdays.nth.some(
        ({ weekday: wanted, nth }) =>
          wanted === weekday && (nth === 'last' ? number + 7 > last : Math.ceil(number / 7) === nth),
      ));
  return days === null && weekdays === null ? true : byDate || byWeekday;
}

const number = (least: number, most: number) => fc.integer({ min: least, max: most });
const part = (least: number, most: number, special: readonly string[]) =>
  fc.oneof(
    number(least, most).map(String),
    fc
      .tuple(number(least, most), number(least, most), fc.option(number(1, 9)))
      .map(([a, b, step]) => `${Math.min(a, b)}-${Math.max(a, b)}${step === null ? '' : `/${step}`}`),
    number(2, most).map((step) => `*/${step}`),
    ...(special.length === 0 ? [] : [fc.constantFrom(...special)]),
  );
const field = (least: number, most: number, ...special: string[]) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom('*', '*') },
    {
      weight: 2,
      arbitrary: fc.array(part(least, most, special), { minLength: 1, maxLength: 3 }).map((all) => all.join(',')),
    },
  );
const expressions = fc
  .tuple(
    field(0, 59),
    field(0, 23),
    field(1, 31, 'L', 'LW', '15W', '1W', '31W'),
    field(1, 12, 'FEB', 'jun-aug'),
    field(0, 7, 'MON-FRI', 'FRIL', '1#1', 'tue#3', '0#5'),
  )
  .map((all) => all.join(' '));

test('the words are made of what the times are: the next ones are those that the fields name', () => {
  const from = fc.date({ min: new Date('2024-01-01'), max: new Date('2034-01-01'), noInvalidDate: true });
  let told = 0;
  fc.assert(
    fc.property(expressions, from, (expression, from) => {
      if (cronProblem(expression) !== null) return;
      const parts = cronParts(expression);
      expect(parts, expression).not.toBeNull();
      if (parts === null) return;
      told += 1;
      const counted = countedTimes(parts, from, 500);
      const times = nextTimes({ kind: 'cron', expression, timeZone: 'UTC' }, from, 5).slice(0, counted.length);
      expect(times, expression).toEqual(counted);
      expect(cronWords(expression)).not.toContain('undefined');
    }),
    { numRuns: 600 },
  );
  expect(told).toBeGreaterThan(300);
});

test('what the fields take is told in words, whatever is typed', () => {
  const character = fc.constantFrom(...Array.from('0123456789*/,-#LW?monfrijan '));
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: character, minLength: 1, maxLength: 4 }), { minLength: 5, maxLength: 5 }),
      (all) => {
        const expression = all.map((one) => one.replaceAll(' ', '') || '*').join(' ');
        if (cronProblem(expression) === null) expect(cronParts(expression), expression).not.toBeNull();
      },
    ),
    { numRuns: 3_000 },
  );
});
