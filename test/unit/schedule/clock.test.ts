import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../../src/engine/schedule/clock';

const begin = Date.parse('2027-01-01T00:00:00Z');
const minute = 60_000;
const day = 24 * 60 * minute;

beforeEach(() => vi.useFakeTimers({ now: begin }));
afterEach(() => vi.useRealTimers());

/** Waits for the time; gives when it was woken. */
function wokenAt(time: number): number[] {
  const woken: number[] = [];
  systemClock.wakeAt(time, () => woken.push(systemClock.now() - begin));
  return woken;
}

test('a time two months away, more than a timer holds, wakes then and not before', () => {
  const woken = wokenAt(begin + 60 * day);
  vi.advanceTimersByTime(60 * day - 1);
  expect(woken).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(woken).toEqual([60 * day]);
});

test('a clock that is set forward, or a machine that slept, is noticed within half a minute', () => {
  const woken = wokenAt(begin + day);
  vi.advanceTimersByTime(1_000);
  vi.setSystemTime(begin + 2 * day);
  vi.advanceTimersByTime(minute / 2);
  expect(woken).toHaveLength(1);
});

test('a clock that is set back keeps the time waiting', () => {
  const woken = wokenAt(begin + 2 * minute);
  vi.advanceTimersByTime(minute);
  vi.setSystemTime(begin - 10 * minute);
  vi.advanceTimersByTime(5 * minute);
  expect(woken).toEqual([]);
  vi.advanceTimersByTime(7 * minute);
  expect(woken).toEqual([2 * minute]);
});

test('a time that has passed wakes at once, but never within the call; one that is taken back, never', () => {
  const woken = wokenAt(begin - 1);
  expect(woken).toEqual([]);
  systemClock.wakeAt(begin + 10, () => woken.push(-1))();
  vi.advanceTimersByTime(100);
  expect(woken).toEqual([0]);
});
