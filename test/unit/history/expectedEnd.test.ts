import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationGraph, type DurationStep } from '../../../src/model/history/durationGraph';
import { expectedEnd, type NodeProgress } from '../../../src/model/history/expectedEnd';
import { expectedEndWords } from '../../../src/model/history/expectedEndWords';
import type { UsualDuration } from '../../../src/model/history/usualDuration';
import { loadWorkflow } from '../../../src/model/workflow/load';
import { scopeOf } from '../../../src/model/workflow/runNodes';

const now = 1_000_000;
const step = (path: string, dependencies: string[] = [], isAlways = false): DurationStep => ({
  path,
  dependencies,
  kind: 'node',
  isAlways,
});
const usually = (times: Readonly<Record<string, number>>, spread = 0): Map<string, UsualDuration> =>
  new Map(Object.entries(times).map(([path, median]) => [path, { median, spread, samples: 5 }]));
const are = (nodes: Readonly<Record<string, NodeProgress>>): Map<string, NodeProgress> =>
  new Map(Object.entries(nodes));
const succeeded: NodeProgress = { status: 'succeeded', startedAt: 0 };
const chain = [step('a'), step('b', ['a']), step('c', ['b']), step('d', ['a'])];
const leftOf = (
  ...[steps, nodes, usual, parallel]: [DurationStep[], Map<string, NodeProgress>, Map<string, UsualDuration>, number]
) => {
  const end = expectedEnd(steps, nodes, usual, { now, parallel });
  return end === null ? null : end.from - now;
};

describe('the expected end of a run', () => {
  test('is that of the longest way through what is left, less what running nodes have done', () => {
    const usual = usually({ a: 10, b: 100, c: 50, d: 120 });
    const nodes = are({ a: succeeded, b: { status: 'running', startedAt: now - 40 } });
    expect(leftOf(chain, nodes, usual, 8)).toBe(120);
    expect(leftOf(chain, are({}), usual, 8)).toBe(160);
    expect(leftOf(chain, are({}), usual, 1)).toBe(280);
  });

  test('does not wait for what will not run behind a failed node, but for what always runs', () => {
    const steps = [step('a'), step('b', ['a']), step('c', ['b']), step('clean', ['b'], true)];
    const usual = usually({ a: 10, b: 100, c: 1000, clean: 7 });
    expect(leftOf(steps, are({ a: succeeded, b: { status: 'failed', startedAt: 0 } }), usual, 8)).toBe(7);
  });

  test('is a lower bound where a node has no past, and not said where none has', () => {
    const nodes = are({ a: succeeded });
    const end = expectedEnd(chain, nodes, usually({ b: 10_000 }), { now, parallel: 8 });
    expect(end).toEqual({ kind: 'atLeast', from: now + 10_000 });
    expect(expectedEndWords(end, now)).toBe('at least 10s left');
    expect(expectedEnd(chain, nodes, usually({ a: 10 }), { now, parallel: 8 })).toBeNull();
  });

  test('counts what is inside of a module, which itself takes no time', async () => {
    const texts: Readonly<Record<string, string>> = {
      'w.workflow.yaml':
        'nodes:\n  first:\n    run: "true"\n  scan:\n    uses: ./m.module.yaml\n    needs: [first]\n  last:\n    needs: [scan]\n    run: "true"\n',
      'm.module.yaml': 'nodes:\n  x:\n    run: "true"\n  y:\n    needs: [x]\n    run: "true"\n',
    };
    const { source, workflow, modules } = await loadWorkflow('w.workflow.yaml', (file) => Promise.resolve(texts[file]));
    if (workflow === null) throw new Error('The workflow of the test cannot be read.');
    const steps = durationGraph(scopeOf({ source, workflow, modules }));
    expect(steps.map(({ path }) => path)).toEqual(['first', 'scan/x', 'scan/y', 'scan', 'last']);
    const usual = usually({ first: 1, scan: 999, 'scan/x': 20, 'scan/y': 300, last: 4000 });
    expect(leftOf(steps, are({}), usual, 8)).toBe(4321);
  });

  const graph = fc.integer({ min: 1, max: 12 }).chain((count) =>
    fc.record({
      wires: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 20 }),
      times: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: count, maxLength: count }),
      parallel: fc.integer({ min: 1, max: 5 }),
    }),
  );

  test('lies between the longest way and all nodes one after the other, and is one of them without a limit, or with one at a time', () => {
    fc.assert(
      fc.property(graph, ({ wires, times, parallel }) => {
        const steps = times.map((_, at) =>
          step(
            String(at),
            wires.flatMap(([from, to]) =>
              Math.max(from, to) === at && from !== to ? [String(Math.min(from, to))] : [],
            ),
          ),
        );
        const usual = usually(Object.fromEntries(times.map((time, at) => [String(at), time])));
        const ends: number[] = [];
        for (const [at, { dependencies }] of steps.entries()) {
          ends.push(Math.max(0, ...dependencies.map((path) => ends[Number(path)] ?? 0)) + (times[at] ?? 0));
        }
        const sum = times.reduce((total, time) => total + time, 0);
        const longest = Math.max(...ends);
        expect(leftOf(steps, are({}), usual, Infinity)).toBe(longest);
        expect(leftOf(steps, are({}), usual, 1)).toBe(sum);
        const limited = leftOf(steps, are({}), usual, parallel) ?? 0;
        expect(limited).toBeGreaterThanOrEqual(Math.max(longest, Math.ceil(sum / parallel)));
        // Never worse than twice the best (Graham).
        expect(limited).toBeLessThanOrEqual(longest + sum / parallel);
      }),
    );
  });
});

describe('what is said of the end', () => {
  const about = (from: number, to = from) => expectedEndWords({ kind: 'about', from: now + from, to: now + to }, now);

  test('is no more exact than it is known', () => {
    expect(about(183_000)).toBe('about 3m left');
    expect(about(183_000, 190_000)).toBe('about 3m left');
    expect(about(120_000, 300_000)).toBe('2m to 5m left');
    expect(about(3_000)).toBe('a few seconds left');
    expect(about(-60_000, 40_000)).toBe('up to 40s left');
    expect(about(-60_000, -5_000)).toBe('longer than usual');
    expect(about(7_500_000)).toBe('about 2h 5m left');
    expect(expectedEndWords(null, now)).toBeNull();
  });
});
