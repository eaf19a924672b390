import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isFarSlower,
  slowFrom,
  slowWords,
  usualDuration,
  usualDurations,
} from '../../../src/model/history/usualDuration';
import { someHistory, type MadeNode, type MadeRun } from './someHistory';

const took = (ms: number, different: Partial<MadeNode> = {}): MadeNode => ({ status: 'succeeded', ms, ...different });

function usualOfLast(runs: readonly MadeRun[]) {
  const history = someHistory(runs);
  const last = history.runs.at(-1);
  return last && usualDurations(history, last).get('scan');
}

describe('how long a node usually takes', () => {
  test('is the median of what succeeded: failures, results taken over and the run itself do not count', () => {
    const durations = [
      took(10),
      took(20),
      took(90_000, { isReused: true }),
      took(80_000, { status: 'failed' }),
      took(30),
    ];
    const runs = [...durations, took(70_000)].map((scan) => ({ nodes: { scan } }));
    expect(usualOfLast(runs)).toMatchObject({ median: 20, samples: 3 });
  });

  test('is not said of fewer than three samples', () => {
    expect(usualOfLast([took(10), took(20), took(30)].map((scan) => ({ nodes: { scan } })))).toBeUndefined();
  });

  test('comes from the same version, else from versions in which the node was the same, never from another node', () => {
    const old = Array.from({ length: 3 }, () => ({ version: 'a', nodes: { scan: took(10) } }));
    const other = Array.from({ length: 5 }, () => ({ version: 'b', nodes: { scan: took(500, { definition: 'e' }) } }));
    const now = { version: 'c', nodes: { scan: took(99) } };
    expect(usualOfLast([...old, ...other, now])).toMatchObject({ median: 10, samples: 3 });
    const same = Array.from({ length: 3 }, () => ({ version: 'c', nodes: { scan: took(70) } }));
    expect(usualOfLast([...old, ...other, ...same, now])).toMatchObject({ median: 70, samples: 3 });
  });

  test('does not depend on the order, lies among the samples, and one odd sample of many does not move it far', () => {
    const durations = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(durations, (some) => {
        const usual = usualDuration(some);
        expect(usualDuration(some.toReversed())).toEqual(usual);
        expect(usual?.median).toBeGreaterThanOrEqual(Math.min(...some));
        expect(usual?.median).toBeLessThanOrEqual(Math.max(...some));
        const withOdd = usualDuration([...some, 1e12]);
        expect(withOdd?.median).toBeLessThanOrEqual(Math.max(...some));
      }),
    );
  });
});

describe('far slower than usual', () => {
  const steady = { median: 20_000, spread: 100, samples: 5 };

  test('takes half as much again, five seconds and three times the spread', () => {
    expect(isFarSlower(30_000, steady)).toBe(false);
    expect(isFarSlower(30_001, steady)).toBe(true);
    expect(isFarSlower(5_000, { median: 100, spread: 1, samples: 3 })).toBe(false);
    expect(isFarSlower(5_101, { median: 100, spread: 1, samples: 3 })).toBe(true);
    expect(isFarSlower(60_000, { median: 20_000, spread: 20_000, samples: 3 })).toBe(false);
  });

  test('is said in words', () => {
    expect(slowWords(80_000, steady)).toBe('4x slower than usual: usually 20s');
    expect(slowWords(31_000, steady)).toBe('55 % slower than usual: usually 20s');
    expect(slowWords(6_000, { ...steady, median: 0 })).toBe('Slower than usual: usually 0 ms');
  });

  test('never flags what is usual, and flags everything above what it flags', () => {
    const usual = fc.record({
      median: fc.integer({ min: 0, max: 1e9 }),
      spread: fc.integer({ min: 0, max: 1e9 }),
      samples: fc.constant(5),
    });
    fc.assert(
      fc.property(usual, fc.integer({ min: 1, max: 1e9 }), (some, more) => {
        expect(isFarSlower(some.median, some)).toBe(false);
        expect(isFarSlower(slowFrom(some) + more, some)).toBe(true);
      }),
    );
  });
});
