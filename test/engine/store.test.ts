import { describe, expect, test } from 'vitest';
import { lineageOf } from '../../src/engine/store/lineage';
import { countsOfRuns } from '../../src/engine/store/listing/counts';
import { machinesOf } from '../../src/engine/store/machines';
import { insertNodeRuns, nodeRunsOf, pendingNodeRun, updateNodeRun } from '../../src/engine/store/nodeRuns';
import { deleteStoredRun, findRun, moveRuns, updateRunProgress } from '../../src/engine/store/runs';
import { keepSnapshot } from '../../src/engine/store/snapshots';
import { everyRun } from '../../src/model/run/query';
import { addRun, atOnce, eachTestHasAStore, testId } from './testStore';

const current = eachTestHasAStore();
const [first, second, third] = [testId(1), testId(2), testId(3)];

describe('the store', () => {
  test('keeps its counts right over changes, moves and deletions', () => {
    const { store } = current;
    addRun(store, { id: first, path: '/a/x', status: 'Running' });
    addRun(store, { id: second, path: '/a/x', status: 'Running' });
    const counts = (folders: string[]) =>
      [...atOnce(countsOfRuns(store, { ...everyRun, folders })).counts].toSorted((a, b) =>
        a.status.localeCompare(b.status),
      );
    expect(counts(['/a'])).toEqual([{ status: 'Running', count: 2 }]);
    updateRunProgress(store, first, { status: 'Failed', startedAt: 1, endedAt: 2, message: 'm', machines: ['here'] });
    expect(counts(['/a'])).toEqual([
      { status: 'Failed', count: 1 },
      { status: 'Running', count: 1 },
    ]);
    expect(moveRuns(store, '/a/x', '/b/x', '/b').toSorted()).toEqual([first, second]);
    expect(counts(['/a'])).toEqual([]);
    deleteStoredRun(store, findRun(store, first)!);
    expect(counts(['/b'])).toEqual([{ status: 'Running', count: 1 }]);
    deleteStoredRun(store, findRun(store, second)!);
    expect(store.prepare('SELECT * FROM runGroups').all()).toEqual([]);
    expect(store.prepare('SELECT * FROM texts').all()).toEqual([]);
  });

  test('keeps a text once, however many runs and versions have it', () => {
    const { store } = current;
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

  test('knows every machine of a run in the order of first use, those of attempts that were retried elsewhere too', () => {
    const { store } = current;
    addRun(store, { id: first });
    insertNodeRuns(store, first, ['a', 'b'].map(pendingNodeRun));
    const use = (place: number, attempt: number, machine: string, ip: string | null): void => {
      const node = nodeRunsOf(store, first)[place]!;
      updateNodeRun(store, first, place, { ...node, status: 'running', attempt, machine, ip });
    };
    use(0, 1, 'north', '192.0.2.1');
    use(1, 1, 'attic', null);
    use(0, 2, 'south', '192.0.2.2');
    use(1, 2, 'north', '192.0.2.1');
    expect(machinesOf(store, first)).toEqual([
      { name: 'north', ip: '192.0.2.1' },
      { name: 'attic', ip: null },
      { name: 'south', ip: '192.0.2.2' },
    ]);
    deleteStoredRun(store, findRun(store, first)!);
    expect(store.prepare('SELECT * FROM runMachines').all()).toEqual([]);
  });

  test('knows which run a run runs again, and which ran it again, also when some are deleted', () => {
    const { store } = current;
    addRun(store, { id: first, name: 'one' });
    addRun(store, { id: second, name: 'two', rerunOf: first, status: 'Failed' });
    addRun(store, { id: third, name: 'three', rerunOf: first });
    const lineage = (id: string) => lineageOf(store, findRun(store, id)!.summary);
    expect(lineage(first)).toEqual({
      rerunOf: null,
      reruns: [
        { id: second, name: 'two', status: 'Failed' },
        { id: third, name: 'three', status: 'Completed' },
      ],
    });
    expect(lineage(second)).toEqual({ rerunOf: { id: first, name: 'one', status: 'Completed' }, reruns: [] });
    deleteStoredRun(store, findRun(store, first)!);
    expect(lineage(second)).toEqual({ rerunOf: null, reruns: [] });
  });
});
