import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Vault } from '../../src/engine/run/vault';
import { historyOf } from '../../src/engine/store/history';
import { lineageOf } from '../../src/engine/store/lineage';
import { countsOfRuns } from '../../src/engine/store/listing/counts';
import { pageOfRuns } from '../../src/engine/store/listing/pages';
import { indexMoreTexts } from '../../src/engine/store/listing/texts';
import { machinesOf } from '../../src/engine/store/machines';
import { attemptsOf } from '../../src/engine/store/nodeAttempts';
import { nodeRunsOf } from '../../src/engine/store/nodeRuns';
import { deleteStoredRun, findRun, renameStoredRun } from '../../src/engine/store/runs';
import { allSchedules } from '../../src/engine/store/schedules';
import { Store } from '../../src/engine/store/store';
import { firstTables } from '../../src/engine/store/tables/firstTables';
import { everyRun, type RunFilter } from '../../src/model/run/query';
import { addRun, atOnce, testId, testStoreVersion } from './testStore';

const runs = 1_000;
const begin = Date.parse('2026-01-01T00:00:00Z');
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runlens-store-'));
  file = join(folder, 'runs.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The store as the first version left it. */
function writeFirstStore(): void {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = WAL; ${firstTables} PRAGMA user_version = 1`);
  const insert = database.prepare(
    `INSERT INTO runs VALUES (?, ?, ?, ?, 'API', ?, 'w', 'p', '/', 'v', 'local', '["north"]', 'Ada', ?, NULL, NULL, NULL,
     NULL, ?, '{}', '[]')`,
  );
  const insertNode = database.prepare(
    `INSERT INTO nodeRuns VALUES (?, ?, ?, 'succeeded', ?, NULL, 0, ?, ?, 1, NULL, 0, 0, NULL, '[]', '[]')`,
  );
  database.exec('BEGIN');
  for (let number = 0; number < runs; number++) {
    const status = number % 10 === 0 ? 'Failed' : 'Completed';
    // Stored a little later than the id was made, as it was then.
    const createdAt = begin + number * 1_000 + (number % 3);
    const rerunOf = number === 7 ? testId(begin) : null;
    insert.run(testId(begin + number * 1_000), 1, `Nächtlich #${number}`, status, '/a/x', createdAt, rerunOf);
    insertNode.run(testId(begin + number * 1_000), 0, 'a', 20, 'south', null);
    insertNode.run(testId(begin + number * 1_000), 1, 'b', 10, 'north', '192.0.2.1');
  }
  database.exec('COMMIT');
  database.close();
}

describe('a store of the first version', () => {
  test('keeps every run, with its machines, and is found by every filter, by text also while the index is made', () => {
    writeFirstStore();
    const store = Store.open(file, testStoreVersion);
    const found = (filter: Partial<RunFilter>) =>
      atOnce(pageOfRuns(store, { filter: { ...everyRun, ...filter }, order: 'oldest', limit: 2_000, after: null }))
        .runs;
    expect(found({})).toHaveLength(runs);
    expect(atOnce(countsOfRuns(store, { ...everyRun, authors: ['Ada'] })).counts).toEqual([
      { status: 'Completed', count: 900 },
      { status: 'Failed', count: 100 },
    ]);
    expect(found({ createdFrom: new Date(begin + 990_000).toISOString() })).toHaveLength(10);
    expect(machinesOf(store, testId(begin))).toEqual([
      { name: 'north', ip: '192.0.2.1' },
      { name: 'south', ip: null },
    ]);
    expect(lineageOf(store, findRun(store, testId(begin))!.summary).reruns.map(({ name }) => name)).toEqual([
      'Nächtlich #7',
    ]);

    // What came later is there, and empty.
    const history = atOnce(historyOf(store, { workflowPath: '/a/x', limit: 3, upTo: null }));
    expect(history.runs.map(({ run }) => run.name)).toEqual(['Nächtlich #999', 'Nächtlich #998', 'Nächtlich #997']);
    expect(history.statuses).toEqual(['succeeded']);
    expect(nodeRunsOf(store, testId(begin)).map(({ nodeId, reusedFrom }) => [nodeId, reusedFrom])).toEqual([
      ['a', null],
      ['b', null],
    ]);
    expect(attemptsOf(store, testId(begin))).toEqual([]);
    expect(allSchedules(store)).toEqual([]);

    const texts = (): void => {
      expect(found({ text: 'nÄCHTLICH #99' }).map((run) => run.name)).toEqual([
        'Nächtlich #99',
        ...Array.from({ length: 10 }, (_, last) => `Nächtlich #99${last}`),
      ]);
      expect(found({ text: 'renamed' }).map((run) => run.id)).toEqual([testId(begin + 500_000)]);
      expect(found({ text: '#501' })).toEqual([]);
      expect(found({ text: 'made since' })).toHaveLength(1);
    };
    // Written before the index has come to them.
    renameStoredRun(store, testId(begin + 500_000), 'Renamed');
    deleteStoredRun(store, findRun(store, testId(begin + 501_000))!);
    addRun(store, { id: testId(begin + 9_000_000), name: 'made since' });
    texts();
    let pieces = 0;
    while (indexMoreTexts(store)) pieces++;
    expect(pieces).toBeGreaterThan(1);
    texts();
    store.close();
    const again = Store.open(file, testStoreVersion);
    expect(indexMoreTexts(again)).toBe(false);
    again.close();
  });

  test('is led also when its texts cannot be brought into the index', () => {
    writeFirstStore();
    const store = Store.open(file, testStoreVersion);
    // Stands for a disk that is full.
    store.prepare('DROP TABLE runTexts').run();
    const vault = new Vault({ home: folder, store, fleets: new Map(), parallel: 1, onFrame: () => undefined });
    expect(() => vault.resume()).not.toThrow();
    vault.close();
  });
});
