import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { facetsOf } from '../../src/engine/store/facets';
import { lineageOf } from '../../src/engine/store/lineage';
import { countsOfRuns } from '../../src/engine/store/listing/counts';
import type { Cursor, ListedRun } from '../../src/engine/store/listing/cursors';
import { cursorsOf } from '../../src/engine/store/listing/openCursor';
import { pageOfRuns } from '../../src/engine/store/listing/pages';
import { spanOf } from '../../src/engine/store/listing/span';
import { partsOf } from '../../src/engine/store/listing/texts';
import { machinesOf } from '../../src/engine/store/machines';
import { deleteStoredRun, findRun, renameStoredRun } from '../../src/engine/store/runs';
import { failScheduledRun } from '../../src/engine/store/scheduledRuns';
import type { Store } from '../../src/engine/store/store';
import { newestFirst } from '../../src/model/run/order';
import { everyRun, matchesFilter, type RunFilter } from '../../src/model/run/query';
import type { RunSummary } from '../../src/model/run/run';
import { runStatuses } from '../../src/model/run/status';
import { addRun, atOnce, eachTestHasAStore, testId, type TestRun } from './testStore';

const current = eachTestHasAStore();

const paths = ['/a/x', '/a/y', '/a/b/x', '/ab/x', '/a', '/a0/x'];
const projects = ['p', 'q', 'P'];
const authors = ['Ada', 'ada', 'Zoë'];
/** What is hard to find: other cases of a letter, wildcards, quotes, characters of two code units. */
const pieces = ['a', 'A', 'É', 'é', 'Σ', 'σ', 'ς', 'İ', 'ß', 'ẞ', '%', '_', '"', '*', ' ', '#', '🙂', '0', '\\', "'"];
const name = fc.string({ unit: fc.constantFrom(...pieces), minLength: 1, maxLength: 8 });
const begin = Date.parse('2026-01-01T00:00:00Z');
/** Some milliseconds, so that runs share times; the clock goes back now and then. */
const moment = fc.integer({ min: 0, max: 40 }).map((offset) => begin + offset);

type Made = Omit<TestRun, 'id'> & { readonly name: string; readonly createdAt: number };
const made: fc.Arbitrary<Made[]> = fc.array(
  fc.record({
    name,
    path: fc.constantFrom(...paths),
    project: fc.constantFrom(...projects),
    author: fc.constantFrom(...authors),
    status: fc.constantFrom(...runStatuses),
    createdAt: moment,
  }),
  { maxLength: 60 },
);
const time = fc.option(fc.oneof(moment, fc.constant(0), fc.constant(Date.parse('+020000-01-01T00:00:00Z'))));
const filters: fc.Arbitrary<RunFilter> = fc
  .record({
    folders: fc.option(fc.subarray(['/a', '/a/b', '/ab', '/', '/none']), { freq: 2 }),
    workflowPaths: fc.option(fc.subarray(paths), { freq: 1 }),
    statuses: fc.option(fc.subarray([...runStatuses]), { freq: 2 }),
    authors: fc.option(fc.subarray([...authors, 'nobody']), { freq: 1 }),
    projects: fc.option(fc.subarray([...projects, 'none']), { freq: 1 }),
    text: fc.option(fc.oneof(fc.string({ unit: fc.constantFrom(...pieces), maxLength: 4 }), fc.constant('kd')), {
      freq: 1,
    }),
    createdFrom: time.map(isoOrNull),
    createdBefore: time.map(isoOrNull),
  })
  .map((filter) => filter);

function isoOrNull(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

/** Gives the runs ids as the engine does: they go up, also when the clock goes back. */
function withIds(runs: readonly Made[]): TestRun[] {
  let latest = 0;
  return runs.map((run, index) => {
    latest = Math.max(latest, run.createdAt);
    return { ...run, id: testId(latest, index) };
  });
}

function summariesOf(store: Store, runs: readonly TestRun[]): RunSummary[] {
  return runs.map(({ id }) => findRun(store, id)!.summary);
}

/** Times of schedules come when all rows are there: each run is the newest from then on. */
function comeDue(store: Store, runs: readonly TestRun[], which: readonly number[]): void {
  const now = Math.max(0, ...runs.map(({ createdAt = 0 }) => createdAt));
  for (const [index, place] of which.entries()) {
    const id = runs[place % runs.length]?.id;
    if (id === undefined) return;
    failScheduledRun(store, id, {
      number: 1,
      name: findRun(store, id)!.summary.name,
      sortId: testId(now + 1, index),
      endedAt: now,
      message: 'The file is gone.',
    });
  }
}

function walk(store: Store, filter: RunFilter, order: 'newest' | 'oldest', limit: number): string[] {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const page = atOnce(pageOfRuns(store, { filter, order, limit, after }));
    ids.push(...page.runs.map((run) => run.id));
    if (!page.hasMore) return ids;
    after = ids.at(-1) ?? null;
  }
}

function drained(cursor: Cursor): ListedRun[] {
  const all: ListedRun[] = [];
  for (let runs = cursor.read(); runs !== null; runs = cursor.read()) all.push(...runs);
  return all;
}

function idAt(store: Store, place: number): unknown {
  return store.prepare('SELECT runId FROM listedRuns WHERE place = ?').get(place)?.['runId'];
}

describe('a list of runs', () => {
  test('a page whose runs all went away while it was read is filled from behind them', () => {
    const { store } = current;
    for (let number = 0; number < 40; number++) {
      addRun(store, { id: testId(begin, number), path: number % 2 === 0 ? '/a/x' : '/a/y' });
    }
    const reading = pageOfRuns(store, { filter: everyRun, order: 'oldest', limit: 10, after: null });
    const gone = Array.from({ length: 15 }, (_, number) => findRun(store, testId(begin, number))!);
    let page = reading.next();
    expect(page.done).toBe(false);
    for (const run of gone) deleteStoredRun(store, run);
    while (page.done !== true) page = reading.next();
    expect(page.value.runs.map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, index) => testId(begin, 15 + index)),
    );
    expect(page.value.hasMore).toBe(true);
  });

  test('gives every run that meets a filter once, in order, whatever the size of the pages, and counts them', () => {
    fc.assert(
      fc.property(
        made,
        filters,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('newest' as const, 'oldest' as const),
        fc.array(fc.nat(), { maxLength: 8 }),
        (some, filter, limit, order, due) => {
          const { store } = current;
          const all = withIds(some);
          store.transaction('kill', () => {
            store.prepare('DELETE FROM runs').run();
            for (const run of all) addRun(store, run);
            comeDue(store, all, due);
          });
          const sorted = summariesOf(store, all).sort((one, other) => newestFirst(other, one));
          const expected = sorted.filter((run) => matchesFilter(filter, run));
          const ids = expected.map((run) => run.id);
          expect(walk(store, filter, order, limit)).toEqual(order === 'newest' ? ids.toReversed() : ids);

          const span = spanOf(store, filter);
          for (const [way, cursor] of cursorsOf(store, { filter, span, order, wanted: limit })) {
            const read = drained(cursor).map(({ place }) => idAt(store, place));
            expect(read, way).toEqual(order === 'newest' ? ids.toReversed() : ids);
          }

          const { counts, isLowerBound } = atOnce(countsOfRuns(store, filter));
          const numbers = new Map<string, number>();
          for (const { status } of expected) numbers.set(status, (numbers.get(status) ?? 0) + 1);
          expect(new Map(counts.map(({ status, count }) => [status, count]))).toEqual(numbers);
          expect(isLowerBound).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('finds a run by its new name and no more by its old one', () => {
    const { store } = current;
    const id = testId(begin);
    addRun(store, { id, name: 'before the fix', createdAt: begin });
    renameStoredRun(store, id, 'After It');
    const found = (text: string) => walk(store, { ...everyRun, text }, 'newest', 10);
    expect(found('after it')).toEqual([id]);
    expect(found('fix')).toEqual([]);
    expect(found('ef')).toEqual([]);
    expect(found('r i')).toEqual([id]);
    expect(found(id.slice(2, 9).toLowerCase())).toEqual([id]);
  });

  test('is read through indexes in the order that is asked for, by every filter and its counts, without sorting', () => {
    const { store } = current;
    for (let number = 0; number < 300; number++) {
      const late = number % 50 === 49 ? 10 : 0;
      const status = number % 9 === 0 ? 'Failed' : 'Completed';
      addRun(store, {
        id: testId(begin + number),
        path: `/a/${number % 30}`,
        createdAt: begin + number - late,
        status,
      });
    }
    const asked = new Set<string>();
    const recording = new Proxy(store, {
      get(target, key) {
        if (key !== 'prepare') return Reflect.get(target, key, target) as unknown;
        return (sql: string) => {
          asked.add(sql);
          return target.prepare(sql);
        };
      },
    });
    const values: Partial<RunFilter>[] = [
      {},
      { folders: ['/a'] },
      { workflowPaths: ['/a/1'] },
      { statuses: ['Failed'] },
      { authors: ['a'] },
      { projects: ['p'] },
      { workflowPaths: ['/a/1'], statuses: ['Failed'], authors: ['a'], projects: ['p'] },
    ];
    const others: Partial<RunFilter>[] = [
      {},
      { text: 'a0' },
      { text: '000' },
      { createdFrom: isoOrNull(begin + 10) },
      { createdBefore: isoOrNull(begin + 99), text: '0000' },
    ];
    for (const value of values) {
      for (const other of others) {
        const filter = { ...everyRun, ...value, ...other };
        for (const order of ['newest', 'oldest'] as const) {
          for (const limit of [1, 100]) {
            for (const after of [null, testId(begin + 200)]) {
              atOnce(pageOfRuns(recording, { filter, order, limit, after }));
            }
          }
          const question = { filter, span: spanOf(recording, filter), order, wanted: 10 };
          for (const cursor of cursorsOf(recording, question).values()) drained(cursor);
        }
        atOnce(countsOfRuns(recording, filter));
      }
    }
    facetsOf(recording, ['/a']);
    lineageOf(recording, findRun(recording, testId(begin))!.summary);
    machinesOf(recording, testId(begin));
    const selects = [...asked].filter((sql) => sql.startsWith('SELECT') && !sql.includes('runTextBacklog'));
    expect(selects.length).toBeGreaterThan(20);
    for (const sql of selects) {
      const count = sql.split('?').length - 1;
      const plan = store
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...Array<number>(count).fill(1))
        .map((step) => String(step['detail']));
      // A virtual table is asked for its own index; a list of values, and what a limited search gave, are all read.
      const looked = plan.filter(
        (step) => !/^SCAN (runTexts VIRTUAL TABLE INDEX|json_each VIRTUAL|\(subquery)/.test(step),
      );
      expect(looked.join('\n'), sql).not.toMatch(/TEMP B-TREE|SCAN/);
      if (sql.includes('isLate')) expect(looked.join('\n'), sql).toContain('INDEX lateRuns');
    }
  });

  test('a text of a megabyte asks the index for no more than a long name does, and finds what has all of it', () => {
    const { store } = current;
    const long = 'Many words '.repeat(100);
    addRun(store, { id: testId(begin + 900), name: `${long}north` });
    addRun(store, { id: testId(begin + 901), name: `${long}south` });
    const named = (text: string): string[] => {
      const question = {
        filter: { ...everyRun, text },
        span: spanOf(store, everyRun),
        order: 'newest',
        wanted: 10,
      } as const;
      const cursor = cursorsOf(store, question).get('texts');
      return cursor === undefined ? ['not indexed'] : drained(cursor).map(({ place }) => String(place));
    };
    expect(named(`${long}south`)).toHaveLength(1);
    expect(named(`${long}east`)).toEqual([]);
    expect(partsOf('x'.repeat(1_000_000)).length).toBeLessThan(2_000);
  });
});
