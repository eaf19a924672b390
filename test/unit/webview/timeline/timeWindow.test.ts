/** The time that is in sight: it is never lost, whatever is zoomed and moved. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  panned,
  placeIn,
  ticksOf,
  wholeWindow,
  zoomed,
  type TimeWindow,
} from '../../../../src/webview/editor/timeline/model/timeWindow';

const whole = { start: 1_000_000, end: 1_100_000 };

describe('the time in sight', () => {
  test('is all of the run at first, with room behind its end for the words there', () => {
    const { from, to } = wholeWindow(whole);
    expect(from).toBe(whole.start);
    expect(placeIn({ from, to }, whole.end)).toBeGreaterThan(0.9);
    expect(placeIn({ from, to }, whole.end)).toBeLessThan(1);
    expect(wholeWindow({ start: 5, end: 5 }).to).toBeGreaterThan(5);
  });

  test('keeps the time under the pointer where it is while one zooms in', () => {
    const before = wholeWindow(whole);
    const time = before.from + (before.to - before.from) * 0.3;
    expect(placeIn(zoomed(before, 4, 0.3, whole), time)).toBeCloseTo(0.3);
  });

  test('never leaves the run, and is all of it again once one has zoomed out far enough', () => {
    const move = fc.oneof(
      fc.record({
        factor: fc.double({ min: 0.05, max: 40, noNaN: true }),
        place: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      fc.record({ part: fc.double({ min: -3, max: 3, noNaN: true }) }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        const all = wholeWindow(whole);
        const window = moves.reduce<TimeWindow>(
          (at, each) => ('part' in each ? panned(at, each.part, whole) : zoomed(at, each.factor, each.place, whole)),
          all,
        );
        expect(window.from).toBeGreaterThanOrEqual(all.from - 0.01);
        expect(window.to).toBeLessThanOrEqual(all.to + 0.01);
        expect(window.to - window.from).toBeGreaterThan(10);
        const out = zoomed(window, 1e-9, 0.5, whole);
        expect(out.from).toBeCloseTo(all.from);
        expect(out.to).toBeCloseTo(all.to);
      }),
    );
  });
});

describe('the times on the axis', () => {
  test('are round, counted from the start of the run, and as short as they can be', () => {
    const labels = (milliseconds: number, width = 500): string[] =>
      ticksOf({ from: 0, to: milliseconds }, 0, width).map(({ label }) => label);
    expect(labels(60_000)).toEqual(['0s', '10s', '20s', '30s', '40s', '50s', '1m']);
    expect(labels(500)).toEqual(['0 ms', '100 ms', '200 ms', '300 ms', '400 ms', '500 ms']);
    expect(labels(4 * 3_600_000)).toEqual(['0s', '1h', '2h', '3h', '4h']);
    expect(labels(3 * 86_400_000, 300)).toEqual(['0s', '1d', '2d', '3d']);
    expect(labels(60_000, 0)).toEqual([]);
  });

  test('are never nearer to each other than their words need, nor outside of what is in sight', () => {
    fc.assert(
      fc.property(
        fc.nat(1e8),
        fc.integer({ min: 20, max: 1e9 }),
        fc.integer({ min: 50, max: 3000 }),
        (from, length, width) => {
          const window = { from, to: from + length };
          const places = ticksOf(window, 0, width).map(({ time }) => placeIn(window, time) * width);
          for (const place of places) {
            expect(place).toBeGreaterThanOrEqual(-0.01);
            expect(place).toBeLessThanOrEqual(width + 0.01);
          }
          places.slice(1).forEach((place, i) => expect(place - (places[i] ?? 0)).toBeGreaterThanOrEqual(79.9));
        },
      ),
    );
  });
});
