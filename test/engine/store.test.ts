import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countsOfRuns, pageOfRuns } from '../../src/engine/store/pages';
import { deleteStoredRun, findRun, insertRun, moveRuns, updateRunProgress } from '../../src/engine/store/runs';
import { keepSnapshot } from '../../src/engine/store/snapshots';
import { Store } from '../../src/engine/store/store';
import { runStatuses, type RunStatus } from '../../src/model/run/status';
import { everyRun, type RunFilter } from '../../src/model/run/query';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runlens-store-'));
  store = Store.open(join(folder, 'runs.db'), '1.0.0');
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

interface Row {
  readonly id: string;
  readonly path: string;
  readonly status: RunStatus;
}

function add({ id, path, status }: Row): void {
  insertRun(store, {
    id,
    number: 1,
    name: id,
    creationType: 'API',
    workflow: { path, name: 'w', project: 'p', workspace: '/' },
    versionId: 'v',
    fleet: 'local',
    author: 'a',
    rerunOf: null,
    createdAt: 0,
    snapshot: keepSnapshot(store, {
      versionId: 'v',
      versionAlgorithm: 1,
      source: { entry: 'w', files: { w: 'text' } },
      workflow: { kind: 'workflow', fleet: 'local', inputs: [], nodes: [], outputs: [], layout: {} },
      modules: {},
    }),
    inputs: [],
    environment: {},
  });
  updateRunProgress(store, id, { status, startedAt: null, endedAt: null, message: null, machines: [] });
}

const paths = ['/a/x', '/a/y', '/a/b/x', '/ab/x', '/a', '/a0/x'];
const rows = fc.array(fc.record({ path: fc.constantFrom(...paths), status: fc.constantFrom(...runStatuses) }), {
  maxLength: 60,
});
const filters: fc.Arbitrary<RunFilter> = fc
  .record({
    folders: fc.option(fc.subarray(['/a', '/a/b', '/ab', '/', '/none'])),
    workflowPaths: fc.option(fc.subarray(paths)),
    statuses: fc.option(fc.subarray([...runStatuses])),
  })
  .map((some) => ({ ...everyRun, ...some }));

function meets(row: Row, filter: RunFilter): boolean {
  const under = (dir: string): boolean => row.path.startsWith(dir.endsWith('/') ? dir : `${dir}/`);
  return (
    (filter.folders === null || filter.folders.some(under)) &&
    (filter.workflowPaths === null || filter.workflowPaths.includes(row.path)) &&
    (filter.statuses === null || filter.statuses.includes(row.status))
  );
}

describe('the store', () => {
  test('gives every run that meets a filter once, in order, whatever the size of the pages', () => {
    fc.assert(
      fc.property(
        rows,
        filters,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('newest', 'oldest'),
        (made, filter, limit, order) => {
          const all = made.map((row, index) => ({ ...row, id: `R${String(index).padStart(4, '0')}` }));
          const walked: string[] = [];
          store.transaction('kill', () => {
            store.prepare('DELETE FROM runs').run();
            all.forEach(add);
          });
          for (let after: string | null = null; ;) {
            const page = pageOfRuns(store, { filter, order, limit, after });
            walked.push(...page.runs.map((run) => run.summary.id));
            if (!page.hasMore) break;
            after = walked.at(-1) ?? null;
          }
          const expected = all.filter((row) => meets(row, filter)).map((row) => row.id);
          expect(walked).toEqual(order === 'newest' ? expected.toReversed() : expected);
          const counted = countsOfRuns(store, filter).counts.reduce((sum, { count }) => sum + count, 0);
          expect(counted).toBe(expected.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('keeps its counts right over changes, moves and deletions', () => {
    add({ id: 'R1', path: '/a/x', status: 'Running' });
    add({ id: 'R2', path: '/a/x', status: 'Running' });
    const counts = (folders: string[]) => countsOfRuns(store, { ...everyRun, folders }).counts;
    expect(counts(['/a'])).toEqual([{ status: 'Running', count: 2 }]);
    updateRunProgress(store, 'R1', { status: 'Failed', startedAt: 1, endedAt: 2, message: 'm', machines: ['here'] });
    expect(counts(['/a'])).toEqual([
      { status: 'Failed', count: 1 },
      { status: 'Running', count: 1 },
    ]);
    expect(moveRuns(store, '/a/x', '/b/x', '/b').toSorted()).toEqual(['R1', 'R2']);
    expect(counts(['/a'])).toEqual([]);
    deleteStoredRun(store, findRun(store, 'R1')!);
    expect(counts(['/b'])).toEqual([{ status: 'Running', count: 1 }]);
    deleteStoredRun(store, findRun(store, 'R2')!);
    expect(store.prepare('SELECT * FROM runCounts').all()).toEqual([]);
    expect(store.prepare('SELECT * FROM texts').all()).toEqual([]);
  });

  test('finds each page through an index in the order that is asked for, without sorting', () => {
    const queries = [
      'SELECT id FROM runs WHERE id < ? ORDER BY id DESC LIMIT ?',
      'SELECT id FROM runs WHERE status = ? AND id < ? ORDER BY id DESC LIMIT ?',
      'SELECT id FROM runs WHERE workflowPath = ? AND id < ? ORDER BY id DESC LIMIT ?',
      'SELECT id FROM runs WHERE workflowPath = ? AND status = ? AND id > ? ORDER BY id ASC LIMIT ?',
      'SELECT id FROM runs WHERE author = ? AND id < ? ORDER BY id DESC LIMIT ?',
      'SELECT count FROM runCounts WHERE workflowPath >= ? AND workflowPath < ?',
    ];
    for (const query of queries) {
      const values = Array<string | number>(query.split('?').length - 1).fill(1);
      const plan = store
        .prepare(`EXPLAIN QUERY PLAN ${query}`)
        .all(...values)
        .map((step) => String(step['detail']));
      expect(plan.join('\n'), query).toMatch(/^SEARCH .* USING/);
      expect(plan.join('\n'), query).not.toMatch(/TEMP B-TREE|SCAN/);
    }
  });

  test('keeps a text once, however many runs and versions have it', () => {
    const snapshot = (w: string, extra: Record<string, string>) =>
      keepSnapshot(store, {
        versionId: w,
        versionAlgorithm: 1,
        source: { entry: 'w', files: { w, ...extra } },
        workflow: { kind: 'workflow', fleet: 'local', inputs: [], nodes: [], outputs: [], layout: {} },
        modules: {},
      });
    expect(snapshot('one', { script: 'long' })).toBe(snapshot('one', { script: 'long' }));
    expect(snapshot('two', { script: 'long' })).not.toBe(snapshot('one', { script: 'long' }));
    expect(store.prepare('SELECT text FROM texts ORDER BY text').all()).toEqual([
      { text: 'long' },
      { text: 'one' },
      { text: 'two' },
    ]);
  });
});
