import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueWords } from '../../../src/model/run/dueWords';
import type { ScheduleTiming } from '../../../src/model/schedule/schedule';
import { timingAsTyped, typedTiming } from '../../../src/model/schedule/timingText';
import { timingWords } from '../../../src/model/schedule/timingWords';

const berlin = 'Europe/Berlin';
/** 10:30 in Berlin. */
const now = new Date('2026-11-23T09:30:00Z');
const typed = (text: string, timeZone = berlin): string => {
  const read = typedTiming(text, timeZone, now);
  if (read === null) return 'nothing';
  if (read.kind === 'problem') return `problem: ${read.sentence}`;
  return read.timing.kind === 'once' ? read.timing.at : `${read.timing.expression} ${read.timing.timeZone}`;
};

describe('What is typed as the time of a schedule', () => {
  it('is a time of day in the chosen time zone: the next one', () => {
    expect(typed('14:30')).toBe('2026-11-23T13:30:00.000Z');
    expect(typed('2:00')).toBe('2026-11-24T01:00:00.000Z');
    expect(typed('tomorrow at 14:30')).toBe('2026-11-24T13:30:00.000Z');
    expect(typed('Tonight 02:00')).toBe('2026-11-24T01:00:00.000Z');
    expect(typed('02:00', 'America/New_York')).toBe('2026-11-24T07:00:00.000Z');
  });

  it('is a day and a time, by the clock of the zone or with an offset of its own', () => {
    expect(typed('2027-07-01 02:30')).toBe('2027-07-01T00:30:00.000Z');
    expect(typed('2027-01-31T02:30:15Z')).toBe('2027-01-31T02:30:15.000Z');
    expect(typed('2027-01-31 02:30 +05:30')).toBe('2027-01-30T21:00:00.000Z');
  });

  it('is how long from now', () => {
    expect(typed('in 20 min')).toBe('2026-11-23T09:50:00.000Z');
    expect(typed('in 5 s')).toBe('2026-11-23T09:30:05.000Z');
    expect(typed('in 2 hours')).toBe('2026-11-23T11:30:00.000Z');
    expect(typed('in 3 days')).toBe('2026-11-26T09:30:00.000Z');
  });

  it('is a cron expression, read in the chosen time zone', () => {
    expect(typed(' 30  2 * * 1-5 ')).toBe('30 2 * * 1-5 Europe/Berlin');
  });

  it('gets a sentence when it is wrong, has passed or never comes', () => {
    expect(typed('today 02:00')).toContain('has passed');
    expect(typed('2026-01-01 10:00')).toContain('has passed');
    expect(typed('25:00')).toContain('"25:00" is no time');
    expect(typed('2027-02-30 10:00')).toContain('is no time');
    expect(typed('in 5 blinks')).toContain('is no time');
    expect(typed('61 * * * *')).toContain('The minute of the cron expression');
    expect(typed('* * *')).toContain('has 3 fields');
    expect(typed('0 0 30 2 *')).toContain('never comes due');
  });

  it('searches the choices while it holds neither', () => {
    expect(typed('every')).toBe('nothing');
    expect(typed('')).toBe('nothing');
  });

  it('never throws, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (text) => void typed(text)));
  });

  it('comes back as the same moment when it is shown again to be edited', () => {
    const zones = fc.constantFrom(berlin, 'UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland');
    const minutes = fc.integer({ min: 1, max: 5 * 365 * 24 * 60 });
    fc.assert(
      fc.property(zones, minutes, (zone, ahead) => {
        const at = new Date(now.getTime() + ahead * 60_000).toISOString();
        const shown = timingAsTyped({ kind: 'once', at }, zone);
        const read = typedTiming(shown, zone, now);
        const again = read?.kind === 'timing' && read.timing.kind === 'once' ? read.timing.at : null;
        // In the hour that comes twice the clock alone does not tell which one is meant.
        return again === at || (again !== null && timingAsTyped({ kind: 'once', at: again }, zone) === shown);
      }),
    );
  });
});

describe('The words of a row', () => {
  const words = (expression: string, timeZone = berlin): string => {
    const timing: ScheduleTiming = { kind: 'cron', expression, timeZone };
    return timingWords(timing, berlin);
  };
  it('say common timings as people do, and all others as cron has them', () => {
    expect(words('0 2 * * *')).toBe('every day at 02:00');
    expect(words('0 8 * * 1-5')).toBe('weekdays at 08:00');
    expect(words('30 23 * * 7')).toBe('every Sunday at 23:30');
    expect(words('0 * * * *')).toBe('every hour');
    expect(words('5 * * * *')).toBe('every hour at :05');
    expect(words('*/10 * * * *')).toBe('every 10 minutes');
  });

  it('name the time zone when it is another than the reader’s', () => {
    expect(words('0 2 * * *', 'Asia/Tokyo')).toBe('every day at 02:00 (Asia/Tokyo)');
  });

  it('say of a time that waits for its turn that it is due', () => {
    expect(dueWords('2026-11-23T14:30:00Z', now.getTime())).toBe('in 5 h');
    expect(dueWords('2026-11-23T09:30:00Z', now.getTime())).toBe('due now');
  });
});
