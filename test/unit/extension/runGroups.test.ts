import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activeCount,
  initiallyOpen,
  noGroups,
  pageSize,
  shownGroups,
  withChanges,
  withCounts,
  withPage,
  type RunGroups,
} from '../../../src/extension/runTree/runGroups';
import { changeBetween } from '../../../src/extension/runTree/treeChange';
import type { RunSummary } from '../../../src/model/run/run';
import { runStatuses, type RunStatus } from '../../../src/model/run/status';
import { someRun } from '../run/someRun';

const idOf = (number: number): string => `01J${String(number).padStart(23, '0')}`;
const run = (number: number, status: RunStatus = 'Completed'): RunSummary => someRun({ id: idOf(number), status });
const runs = (from: number, to: number): RunSummary[] =>
  Array.from({ length: from - to + 1 }, (_, index) => run(from - index));
const everyRunMatches = (): boolean => true;
const changed = (groups: RunGroups, ...made: RunSummary[]): RunGroups =>
  withChanges(groups, { runs: made, deleted: [] }, everyRunMatches);
const rowIds = (groups: RunGroups, status: RunStatus): string[] | undefined =>
  groups.get(status)?.rows?.map(({ id }) => id);

/** The engine has counted, and there is no run. */
const noRuns = withCounts(noGroups, []);
/** Completed has 250 runs, of which the newest 100 were opened. */
const manyCompleted = withPage(withCounts(noGroups, [{ status: 'Completed', count: 250 }]), 'Completed', {
  runs: runs(250, 151),
  hasMore: true,
});

describe('the groups of a run tree', () => {
  it('stand with the active ones first, and only those that have runs', () => {
    const counts = (['Failed', 'Completed', 'Pending', 'Running'] as const).map((status) => ({ status, count: 1 }));
    expect(shownGroups(withCounts(noGroups, counts)).map(({ status }) => status)).toEqual([
      'Running',
      'Pending',
      'Completed',
      'Failed',
    ]);
  });

  it('show a status of a newer engine last, as it is', () => {
    const status: string = 'Paused';
    const counts = [
      { status: status as RunStatus, count: 2 },
      { status: 'Error' as const, count: 1 },
    ];
    expect(shownGroups(withCounts(noGroups, counts)).map((group) => group.status)).toEqual(['Error', 'Paused']);
  });

  it('take a run along when its status changes', () => {
    const running = changed(noRuns, run(1, 'Running'));
    expect(activeCount(running)).toBe(1);
    const completed = changed(running, run(1, 'Completed'));
    expect(shownGroups(completed).map(({ status, count }) => [status, count])).toEqual([['Completed', 1]]);
    expect(activeCount(completed)).toBe(0);
  });

  it('put a new run on top and keep to their size', () => {
    const after = changed(manyCompleted, run(251));
    expect(rowIds(after, 'Completed')).toHaveLength(pageSize);
    expect(rowIds(after, 'Completed')?.[0]).toBe(idOf(251));
    expect(after.get('Completed')?.count).toBe(251);
  });

  it('keep the size that "Load more" gave them', () => {
    const more = withPage(manyCompleted, 'Completed', { runs: runs(150, 51), hasMore: true });
    const after = changed(more, run(251), { ...run(60), name: 'Renamed' });
    expect(rowIds(after, 'Completed')).toHaveLength(2 * pageSize);
    expect(after.get('Completed')?.rows?.find(({ id }) => id === idOf(60))?.name).toBe('Renamed');
    expect(after.get('Completed')?.hasMore).toBe(true);
  });

  it('do not show a run that lies beyond the last row', () => {
    expect(rowIds(changed(manyCompleted, run(20)), 'Completed')).toEqual(rowIds(manyCompleted, 'Completed'));
  });

  it('take every run that comes, in any order, although the engine counted them before they came', () => {
    const ahead = withCounts(changed(noRuns, run(3)), [{ status: 'Completed', count: 4 }]);
    expect(rowIds(changed(ahead, run(1), run(4), run(2)), 'Completed')).toEqual([4, 3, 2, 1].map(idOf));
  });

  it('hold a run once although a page brought it before the event that it left its old group', () => {
    const running = changed(withCounts(noGroups, [{ status: 'Failed', count: 1 }]), run(1, 'Running'));
    const both = withPage(running, 'Failed', { runs: [run(1, 'Failed')], hasMore: false });
    const after = changed(both, run(1, 'Failed'));
    expect(rowIds(after, 'Running')).toEqual([]);
    expect(rowIds(after, 'Failed')).toEqual([idOf(1)]);
  });

  it('forget a deleted run, and one that went to another place', () => {
    const event = { runs: [run(250)], deleted: [idOf(249)] };
    const after = withChanges(manyCompleted, event, () => false);
    expect(rowIds(after, 'Completed')?.slice(0, 2)).toEqual([idOf(248), idOf(247)]);
    expect(after.get('Completed')?.count).toBe(248);
  });

  it('leave the rows of a group unread until it is opened', () => {
    const counted = withCounts(noGroups, [{ status: 'Failed', count: 3 }]);
    expect(counted.get('Failed')?.rows).toBeNull();
    expect(changed(counted, run(9, 'Failed')).get('Failed')?.rows).toBeNull();
  });

  it('are open from the start while that shows few rows: never a thousand at once', () => {
    const counts = (['Running', 'Completed', 'Failed', 'Stopped'] as const).map((status) => ({ status, count: 5000 }));
    expect([...initiallyOpen(withCounts(noGroups, counts))]).toEqual(['Running']);
    const few = (['Running', 'Completed'] as const).map((status) => ({ status, count: 20 }));
    expect([...initiallyOpen(withCounts(noGroups, few))]).toEqual(['Running', 'Completed']);
  });

  it('hold each run once, newest first, counted with its rows, whatever happens in whatever order', () => {
    const event = fc.record({
      runs: fc.array(
        fc
          .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(...runStatuses))
          .map(([id, status]) => run(id, status)),
        { maxLength: 4 },
      ),
      deleted: fc.array(fc.integer({ min: 1, max: 12 }).map(idOf), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const truth = new Map<string, RunStatus>();
        let groups = noRuns;
        for (const { runs, deleted } of events) {
          groups = withChanges(groups, { runs, deleted }, everyRunMatches);
          for (const id of deleted) truth.delete(id);
          for (const { id, status } of runs) truth.set(id, status);
        }
        const rows = [...groups.values()].flatMap((group) => {
          const ids = group.rows?.map(({ id }) => id) ?? [];
          expect(ids).toEqual(ids.toSorted().toReversed());
          expect(group.count).toBe(ids.length);
          return ids.map((id) => [id, group.status] as const);
        });
        expect(new Map(rows)).toEqual(truth);
        expect(rows).toHaveLength(truth.size);
      }),
    );
  });
});

describe('what is drawn anew', () => {
  it('is the row alone when a run changed in place', () => {
    const renamed = { ...run(250), name: 'Renamed' };
    expect(changeBetween(manyCompleted, changed(manyCompleted, renamed))).toEqual({
      kind: 'parts',
      groups: [],
      rows: [renamed],
    });
  });

  it('is the group when a run came to it, and no other group', () => {
    const before = changed(manyCompleted, run(300, 'Failed'));
    const change = changeBetween(before, changed(before, run(301)));
    expect(change).toEqual({ kind: 'parts', groups: ['Completed'], rows: [] });
  });

  it('is both groups when a run goes from one to the other', () => {
    const before = changed(manyCompleted, run(300, 'Running'), run(301, 'Running'));
    const change = changeBetween(before, changed(before, run(300, 'Completed')));
    expect(change).toEqual({ kind: 'parts', groups: ['Running', 'Completed'], rows: [] });
  });

  it('is the list of groups when one came or went', () => {
    expect(changeBetween(manyCompleted, changed(manyCompleted, run(300, 'Running')))).toEqual({ kind: 'groupList' });
  });

  it('is nothing when nothing that is shown changed', () => {
    const same = withCounts(manyCompleted, [{ status: 'Completed', count: 250 }]);
    expect(changeBetween(manyCompleted, same)).toEqual({ kind: 'none' });
  });
});
