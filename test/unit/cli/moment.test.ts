import { describe, expect, test } from 'vitest';
import { spanOf } from '../../../src/cli/moment';

const now = new Date(2026, 10, 23, 15, 30);
const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts).getTime();

describe('--since and --until', () => {
  test('take a day as the whole day here', () => {
    expect(spanOf('2026-11-01', now)).toEqual({ from: at(2026, 10, 1), before: at(2026, 10, 2) });
    expect(spanOf('2026-12-31', now)).toEqual({ from: at(2026, 11, 31), before: at(2027, 0, 1) });
    expect(spanOf('today', now)).toEqual({ from: at(2026, 10, 23), before: at(2026, 10, 24) });
    expect(spanOf('Yesterday', now)).toEqual({ from: at(2026, 10, 22), before: at(2026, 10, 23) });
  });

  test('take a moment here, or elsewhere when it says so', () => {
    expect(spanOf('2026-11-01T09:05', now).from).toBe(at(2026, 10, 1, 9, 5));
    expect(spanOf('2026-11-01T09:05:30Z', now).from).toBe(Date.UTC(2026, 10, 1, 9, 5, 30));
    expect(spanOf('2026-11-01T09:05+02:00', now).from).toBe(Date.UTC(2026, 10, 1, 7, 5));
  });

  test.each([
    ['90m', 90 * 60_000],
    ['12h', 12 * 3_600_000],
    ['7d', 7 * 86_400_000],
    ['2w', 14 * 86_400_000],
  ])('take %s as so long ago', (text, milliseconds) => {
    expect(spanOf(text, now)).toEqual({ from: now.getTime() - milliseconds, before: now.getTime() - milliseconds });
  });

  test.each(['', 'soon', '2026-02-30', '2026-13-01', '2026-11-01T25:00', '7 days', '1e3d', '99999999999w', '2026-11'])(
    'refuse "%s" with the ways to write a time',
    (text) => {
      expect(() => spanOf(text, now)).toThrow(/is no time: write a day/);
    },
  );
});
