import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cronOf } from '../../../src/model/schedule/cronFields';
import { describeTiming } from '../../../src/model/schedule/describeTiming';
import { nextTimes } from '../../../src/model/schedule/nextTimes';
import type { ScheduleTiming } from '../../../src/model/schedule/schedule';
import { timingProblem } from '../../../src/model/schedule/timingProblem';

const now = new Date('2026-11-23T08:00:00Z');

function cron(expression: string, timeZone = 'UTC'): ScheduleTiming {
  return { kind: 'cron', expression, timeZone };
}

describe('the next times', () => {
  test('of a single time are that time, until it has passed', () => {
    const timing: ScheduleTiming = { kind: 'once', at: '2027-01-31T02:30:00+01:00' };
    expect(nextTimes(timing, now, 5)).toEqual(['2027-01-31T01:30:00.000Z']);
    expect(nextTimes(timing, new Date('2027-01-31T01:30:00Z'), 5)).toEqual([]);
  });

  test('are those of the clock in the time zone of the schedule', () => {
    expect(nextTimes(cron('30 2 * * 1-5', 'Europe/Berlin'), now, 5)).toEqual([
      '2026-11-24T01:30:00.000Z',
      '2026-11-25T01:30:00.000Z',
      '2026-11-26T01:30:00.000Z',
      '2026-11-27T01:30:00.000Z',
      '2026-11-30T01:30:00.000Z',
    ]);
  });

  test('come at the end of the gap on the day on which the time of day is left out', () => {
    expect(nextTimes(cron('30 2 * * *', 'Europe/Berlin'), new Date('2027-03-27T12:00:00Z'), 2)).toEqual([
      '2027-03-28T01:00:00.000Z',
      '2027-03-29T00:30:00.000Z',
    ]);
  });

  test('come once on the day on which the time of day comes twice', () => {
    expect(nextTimes(cron('30 2 * * *', 'Europe/Berlin'), new Date('2026-10-24T12:00:00Z'), 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  test('of every half hour go on through both changes of the clocks without a gap', () => {
    for (const day of ['2026-10-24T22:00:00Z', '2027-03-27T23:00:00Z']) {
      const times = nextTimes(cron('*/30 * * * *', 'Europe/Berlin'), new Date(day), 12).map(Date.parse);
      expect(times.map((time) => (time - Date.parse(day)) / 60_000)).toEqual(times.map((_, index) => (index + 1) * 30));
    }
  });

  test('ascend strictly after the moment asked for, and each fits the expression', () => {
    const value = (least: number, most: number) => fc.integer({ min: least, max: most });
    const field = (least: number, most: number) =>
      fc.oneof(
        fc.constant('*'),
        value(least, most).map(String),
        value(2, most).map((step) => `*/${step}`),
        fc.uniqueArray(value(least, most), { minLength: 1, maxLength: 4 }).map((list) => list.join(',')),
        fc.tuple(value(least, most), value(least, most)).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
      );
    const expression = fc
      .tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), field(0, 6))
      .map((parts) => parts.join(' '));
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    const from = fc.date({ min: new Date('2024-01-01'), max: new Date('2034-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(expression, zone, from, (expression, zone, from) => {
        const times = nextTimes(cron(expression, zone), from, 6).map((time) => new Date(time));
        expect(times).toHaveLength(6);
        let before = from;
        for (const time of times) {
          expect(time.getTime()).toBeGreaterThan(before.getTime());
          expect(cronOf(expression, zone).match(time) || isEndOfGap(time, zone), time.toISOString()).toBe(true);
          before = time;
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The clock of the zone went forward right before the moment. */
function isEndOfGap(time: Date, timeZone: string): boolean {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const minutes = (at: number): number => {
    const [hour = 0, minute = 0] = clock.format(at).split(':').map(Number);
    return hour * 60 + minute;
  };
  return minutes(time.getTime()) - minutes(time.getTime() - 60_000) > 1;
}

describe('what is wrong with a timing', () => {
  test.each([
    ['60 2 * * *', 'The minute of the cron expression, "60", cannot be read. It takes 0 to 59'],
    ['0 24 * * *', 'The hour of the cron expression, "24"'],
    ['0 2 32 * *', 'The day of the month of the cron expression, "32"'],
    ['0 2 * 13 *', 'The month of the cron expression, "13"'],
    ['0 2 * * 8', 'The day of the week of the cron expression, "8"'],
    ['0 soon * * *', 'The hour of the cron expression, "soon"'],
    ['*/0 2 * * *', 'The minute of the cron expression, "*/0"'],
    ['0 2 * *', '"0 2 * *" has 4 fields'],
    ['0 0 2 * * *', '"0 0 2 * * *" has 6 fields'],
    ['@never', '"@never" has 1 field.'],
    ['0 9 1 * +1', 'The day of the week of the cron expression, "+1"'],
    ['', '"" has 0 fields'],
    ['0 0 30 2 *', 'The cron expression 0 0 30 2 * never comes due'],
    ['0 0 31 2,4,6 *', 'never comes due'],
  ])('%s is named in a sentence', (expression, sentence) => {
    expect(timingProblem(cron(expression), now)).toContain(sentence);
  });

  test('an expression of any length and kind gets a short sentence, or is one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (expression) => {
        const problem = timingProblem(cron(expression), now);
        if (problem === null) expect(nextTimes(cron(expression), now, 1)).toHaveLength(1);
        else expect(problem.length).toBeLessThan(400);
      }),
    );
    expect(timingProblem(cron(`${'9'.repeat(10_000)} * * * *`), now)?.length).toBeLessThan(400);
  });

  test('a time zone that nobody knows, a time that has passed and one that is none are named', () => {
    expect(timingProblem(cron('0 2 * * *', 'Europe/Atlantis'), now)).toContain('no time zone "Europe/Atlantis"');
    expect(timingProblem({ kind: 'once', at: '2026-11-23T07:59:59Z' }, now)).toContain('has passed');
    expect(timingProblem({ kind: 'once', at: '2027-02-30T00:00:00Z' }, now)).toContain('is no time');
    expect(timingProblem({ kind: 'once', at: '2027-02-03T00:00' }, now)).toContain('is no time');
    expect(timingProblem({ kind: 'once', at: 'tomorrow' }, now)).toContain('"tomorrow" is no time');
  });

  test('nothing, for one that will come due, the last day of February too', () => {
    expect(timingProblem(cron(' 30  2 * * 1-5 ', 'Europe/Berlin'), now)).toBeNull();
    expect(timingProblem(cron('0 0 29 2 *'), now)).toBeNull();
    expect(timingProblem({ kind: 'once', at: '2026-11-23T09:00:01+01:00' }, now)).toBeNull();
  });
});

describe('a timing in words', () => {
  test.each([
    ['30 2 * * 1-5', 'Weekdays at 02:30 (Europe/Berlin)'],
    ['not cron', 'Not cron (Europe/Berlin)'],
  ])('%s: %s', (expression, words) => {
    expect(describeTiming(cron(expression, 'Europe/Berlin'), 'UTC')).toBe(words);
  });

  test('of a single time is by the clock of whoever reads it, and names its zone', () => {
    const timing: ScheduleTiming = { kind: 'once', at: '2027-01-31T01:30:00Z' };
    expect(describeTiming(timing, 'Europe/Berlin')).toBe('Once, Sun, 31 Jan 2027, 02:30 (Europe/Berlin)');
    expect(describeTiming({ kind: 'once', at: 'soon' }, 'UTC')).toBe('soon');
  });
});
