import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historyColumns, historyRows } from '../../../src/model/history/grid';
import { nodeRunIn, readHistory, withChanges, withOlder } from '../../../src/model/history/history';
import { someRun } from '../run/someRun';
import { someHistory, type MadeNode } from './someHistory';

const node: MadeNode = { status: 'succeeded', ms: 1000 };
const nodes = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, node]));

describe('the grid of a history', () => {
  test('has the nodes of the newest version in its order, and older ones behind those they stood behind', () => {
    const history = someHistory([
      { version: 'a', nodes: nodes('first', 'list', 'old', 'scan', 'scan/fetch', 'scan/gone', 'scan/judge') },
      { version: 'b', nodes: nodes('scan', 'scan/judge', 'scan/fetch', 'list', 'report') },
    ]);
    expect(historyRows(history, new Set()).map(({ path, depth }) => `${depth} ${path}`)).toEqual([
      '0 first',
      '0 scan',
      '1 scan/judge',
      '1 scan/fetch',
      '1 scan/gone',
      '0 list',
      '0 old',
      '0 report',
    ]);
    const closed = historyRows(history, new Set(['scan'])).map(({ path }) => path);
    expect(closed).toEqual(['first', 'scan', 'list', 'old', 'report']);
  });

  test('has every node of every version once, a module right above what is inside, whatever the versions', () => {
    const paths = ['a', 'b', 'c', 'm', 'm/x', 'm/y', 'm/n', 'm/n/z'];
    const version = fc.shuffledSubarray(paths).map((chosen) => {
      const tops = chosen.filter((path) => !path.includes('/'));
      return tops.flatMap((path) =>
        path === 'm' ? ['m', ...paths.filter((inner) => inner.startsWith('m/'))] : [path],
      );
    });
    fc.assert(
      fc.property(fc.array(version, { maxLength: 5 }), (versions) => {
        const history = someHistory(versions.map((of, index) => ({ version: `v${index}`, nodes: nodes(...of) })));
        const rows = historyRows(history, new Set()).map(({ path }) => path);
        expect([...rows].sort()).toEqual([...new Set(versions.flat())].sort());
        for (const [place, path] of rows.entries()) {
          const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
          const above = rows.slice(0, place).findLast((other) => !other.startsWith(`${parent}/`));
          if (parent !== '') expect(above).toBe(parent);
        }
        const newest = versions.at(-1) ?? [];
        expect(rows.filter((path) => newest.includes(path))).toEqual(newest);
      }),
    );
  });

  test('marks where the version changed, and no run without a version', () => {
    const history = someHistory([{ version: 'a' }, { version: 'a' }, { version: 'b' }, { version: 'a' }]);
    expect(historyColumns(history).map(({ beginsVersion }) => beginsVersion)).toEqual([false, false, true, true]);
  });
});

describe('a history over the wire', () => {
  const packed = {
    nodes: [
      { path: 'list', label: 'List packages', definition: 'd1' },
      { path: 'scan', label: null, definition: 'd2' },
      { path: 'scan', label: null, definition: 'd3' },
    ],
    lists: [
      [0, 1],
      [0, 2],
    ],
    statuses: ['succeeded', 'failed'] as const,
    runs: [
      { run: someRun({ id: '2' }), list: 1, statuses: [0, 1], durations: [5, null], reused: [0] },
      { run: someRun({ id: '1' }), list: 0, statuses: [0, 0], durations: [7, 8], reused: [] },
    ],
    hasMore: true,
  };

  test('says the same of each node of each run, oldest first', () => {
    const { runs, hasMore } = readHistory(packed);
    expect(hasMore).toBe(true);
    const [oldest, newest] = runs;
    expect(oldest && nodeRunIn(oldest, 'scan')).toEqual({
      status: 'succeeded',
      durationMs: 8,
      isReused: false,
      definition: 'd2',
    });
    expect(newest && nodeRunIn(newest, 'list')).toMatchObject({ durationMs: 5, isReused: true, definition: 'd1' });
    expect(newest && nodeRunIn(newest, 'gone')).toBeNull();
  });

  test('grows at both ends, and what is asked twice is there once, as it was last', () => {
    const history = readHistory(packed);
    const older = withOlder(history, { runs: someHistory([{}]).runs, hasMore: false });
    expect(older.runs).toHaveLength(3);
    expect(older.hasMore).toBe(false);
    const again = readHistory({ ...packed, runs: packed.runs.slice(0, 1) }).runs;
    expect(withChanges(history, again, ['1']).runs.map(({ run }) => run.id)).toEqual(['2']);
    expect(withChanges(history, someHistory([{}]).runs, []).runs, 'older than all that is shown').toHaveLength(2);
  });
});
