/** The rows of the run list: whatever comes in which order, they are the runs that there are. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { everyRun, matchesFilter, type RunFilter } from '../../../src/model/run/query';
import { sortIdOf } from '../../../src/model/run/order';
import type { RunSummary } from '../../../src/model/run/run';
import { runStatuses, type RunStatus } from '../../../src/model/run/status';
import type { ListOrder } from '../../../src/protocol/runList';
import { partFilter } from '../../../src/webview/runList/model/partFilter';
import { createListStore } from '../../../src/webview/runList/model/listStore';
import { createRowReader } from '../../../src/webview/runList/model/rowReader';
import {
  comparison,
  listParts,
  noRows,
  partOf,
  visibleRuns,
  withChanges,
  withPage,
  type ListView,
  type RunChanges,
  type RunPage,
  type RunRows,
} from '../../../src/webview/runList/model/runRows';
import { someRun } from '../run/someRun';

const idOf = (number: number): string => `01J${String(number).padStart(23, '0')}`;
const run = (number: number, status: RunStatus, name = 'audit'): RunSummary =>
  someRun({ id: idOf(number), status, name, author: number % 2 === 0 ? 'Ada' : 'Grace' });

/** A page as the engine gives it. */
function enginePage(truth: readonly RunSummary[], question: Question): RunPage {
  const matching = truth
    .filter((one) => matchesFilter(question.filter, one))
    .sort((one, other) => comparison(sortIdOf(one), sortIdOf(other), question.order))
    .filter((one) => question.after === null || comparison(sortIdOf(one), question.after, question.order) > 0);
  return { runs: matching.slice(0, question.limit), hasMore: matching.length > question.limit };
}

interface Question {
  readonly filter: RunFilter;
  readonly order: ListOrder;
  readonly limit: number;
  readonly after: string | null;
}

/** What the rows have to be: of each part all runs that match, in order, up to where it was read. */
function expectTrue(rows: RunRows, truth: readonly RunSummary[], { filter, order }: ListView): void {
  for (const part of listParts) {
    const { runs, boundary } = rows[part];
    const all = truth
      .filter((one) => matchesFilter(filter, one) && partOf(one) === part)
      .sort((one, other) => comparison(sortIdOf(one), sortIdOf(other), order));
    const within = all.filter((one) => {
      if (boundary.kind === 'start') return false;
      return boundary.kind === 'end' || comparison(sortIdOf(one), boundary.id, order) <= 0;
    });
    expect(runs).toEqual(within);
  }
}

const statuses = fc.constantFrom(...runStatuses);
const view = fc.record({
  order: fc.constantFrom<ListOrder>('newest', 'oldest'),
  filter: fc
    .record({
      statuses: fc.constantFrom<readonly RunStatus[] | null>(null, ['Failed', 'Error'], ['Running', 'Pending']),
      authors: fc.constantFrom<readonly string[] | null>(null, ['Ada']),
      text: fc.constantFrom(null, 'aud', 'release'),
    })
    .map((part): RunFilter => ({ ...everyRun, ...part })),
});
const step = fc.oneof(
  fc.record({ kind: fc.constant('make' as const), status: statuses, at: fc.nat(60) }),
  fc.record({ kind: fc.constant('status' as const), status: statuses, at: fc.nat(60) }),
  fc.record({ kind: fc.constant('name' as const), name: fc.constantFrom('audit', 'release'), at: fc.nat(60) }),
  fc.record({ kind: fc.constant('begin' as const), at: fc.nat(60) }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(60) }),
  fc.record({ kind: fc.constant('ask' as const) }),
  fc.record({ kind: fc.constant('answer' as const) }),
  fc.record({ kind: fc.constant('send' as const) }),
  fc.record({ kind: fc.constant('deliver' as const) }),
);

describe('after any order of pages and events', () => {
  test('the rows are the runs that match, sorted, active ones apart, up to where each part was read', async () => {
    await fc.assert(
      fc.asyncProperty(view, fc.array(step, { maxLength: 60 }), async (shown, steps) => {
        let truth: RunSummary[] = Array.from({ length: 12 }, (_, at) => run(at * 5, runStatuses[at % 9] ?? 'Failed'));
        // As on the wire: what was sent first arrives first.
        const sent: (() => void)[] = [];
        let asked: ((page: RunPage) => void) | null = null;
        let question: Question | null = null;
        const reader = createRowReader(
          {
            list: (asking) =>
              new Promise((resolve) => {
                question = { ...asking, limit: 3 };
                asked = resolve;
              }),
            count: () => Promise.reject(new Error('Nobody counts.')),
          },
          shown,
          [],
        );
        let begun = 0;
        let reading = Promise.resolve();
        const state = { isReading: false };
        const settled = async (): Promise<void> => {
          for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
        };
        const tell = (changes: RunChanges): void => void sent.push(() => reader.change(changes));
        const ask = (): void => {
          if (state.isReading) return;
          state.isReading = true;
          reading = reader.readTo(visibleRuns(reader.rows()).length + 1).finally(() => (state.isReading = false));
        };
        // The engine reads in turns: what is told meanwhile overtakes the answer.
        let answered: (() => void) | null = null;
        const answer = (): void => {
          if (asked === null || question === null) return;
          const [resolve, page] = [asked, enginePage(truth, question)];
          [asked, question] = [null, null];
          answered = () => resolve(page);
        };
        const send = (): void => {
          if (answered !== null) sent.push(answered);
          answered = null;
        };

        for (const one of steps) {
          const before = 'at' in one ? truth.find(({ id }) => id === idOf(one.at)) : undefined;
          if (one.kind === 'make' && before === undefined) {
            const made = run(one.at, one.status);
            truth = [...truth, made];
            tell({ runs: [made], deleted: [] });
          } else if ((one.kind === 'status' || one.kind === 'name') && before !== undefined) {
            const changed = { ...before, ...(one.kind === 'status' ? { status: one.status } : { name: one.name }) };
            truth = truth.map((other) => (other === before ? changed : other));
            tell({ runs: [changed], deleted: [] });
          } else if (one.kind === 'begin' && before !== undefined) {
            // Long after its row was made, and after all that began before it.
            begun += 1;
            const changed: RunSummary = { ...before, status: 'Pending', sortId: idOf(100 + begun) };
            truth = truth.map((other) => (other === before ? changed : other));
            tell({ runs: [changed], deleted: [] });
          } else if (one.kind === 'delete' && before !== undefined) {
            truth = truth.filter((other) => other !== before);
            tell({ runs: [], deleted: [before.id] });
          } else if (one.kind === 'ask') ask();
          else if (one.kind === 'answer') answer();
          else if (one.kind === 'send') send();
          else if (one.kind === 'deliver') {
            sent.shift()?.();
            await settled();
          }
        }
        for (let left = 0; left < 100 && (state.isReading || sent.length > 0); left += 1) {
          answer();
          send();
          sent.shift()?.();
          await settled();
        }
        await reading;
        expectTrue(reader.rows(), truth, shown);
      }),
      { numRuns: 500 },
    );
  });
});

const all: ListView = { filter: everyRun, order: 'newest' };
const read = (runs: readonly RunSummary[]): RunRows => {
  const active = runs.filter((one) => partOf(one) === 'active');
  const ended = runs.filter((one) => partOf(one) === 'ended');
  const pageOf = (part: readonly RunSummary[]): RunPage => ({ runs: part, hasMore: false });
  return withPage(withPage(noRows, 'active', pageOf(active), 'newest'), 'ended', pageOf(ended), 'newest');
};
const idsOf = (rows: RunRows): string[] => visibleRuns(rows).map(({ id }) => id);

// "Active runs auto-refresh in the UI and are pinned to the top of run lists."
test('an active run stands above newer ones that ended, and joins them when it ends', () => {
  const rows = read([run(3, 'Completed'), run(2, 'Failed'), run(1, 'Running')]);
  expect(idsOf(rows)).toEqual([idOf(1), idOf(3), idOf(2)]);
  const ended = withChanges(rows, { runs: [run(1, 'Completed')], deleted: [] }, all);
  expect(idsOf(ended)).toEqual([idOf(3), idOf(2), idOf(1)]);
});

test('a run that was just started comes first, whatever was loaded', () => {
  const rows = read([run(3, 'Completed')]);
  expect(idsOf(withChanges(rows, { runs: [run(9, 'Pending')], deleted: [] }, all))).toEqual([idOf(9), idOf(3)]);
});

test('ended runs are not shown under active ones that are not all there yet', () => {
  const half = withPage(noRows, 'active', { runs: [run(5, 'Running')], hasMore: true }, 'newest');
  const rows = withPage(half, 'ended', { runs: [run(4, 'Completed')], hasMore: false }, 'newest');
  expect(idsOf(rows)).toEqual([idOf(5)]);
});

test('a tab leaves a part without runs unasked', () => {
  expect(partFilter({ ...everyRun, statuses: ['Failed', 'Error'] }, 'active', [])).toBeNull();
  expect(partFilter({ ...everyRun, statuses: ['Running'] }, 'ended', [])).toBeNull();
  expect(partFilter(everyRun, 'ended', [])?.statuses).not.toContain('Running');
});

test('what changes nothing leaves the rows as they are, so that nothing is drawn', () => {
  const rows = withPage(
    withPage(noRows, 'active', { runs: [], hasMore: false }, 'newest'),
    'ended',
    { runs: [run(7, 'Failed')], hasMore: true },
    'newest',
  );
  expect(withChanges(rows, { runs: [run(2, 'Failed')], deleted: [idOf(1)] }, all).ended.runs).toBe(rows.ended.runs);
});

// A newer engine may know statuses that this version does not.
test('an ended run of a status that this version does not know has its row, at its place', async () => {
  const truth = [run(3, 'Completed'), run(2, 'Paused for review' as RunStatus), run(1, 'Failed')];
  const counts = truth.map(({ status }) => ({ status, count: 1 }));
  const store = createListStore(
    {
      list: (question) => Promise.resolve(enginePage(truth, question)),
      count: () => Promise.resolve({ counts, isLowerBound: false }),
    },
    { nextFrame: (apply) => apply(), wait: () => Promise.resolve(), now: () => new Date() },
  );
  store.read();
  await vi.waitFor(() => expect(idsOf(store.current().rows)).toEqual([idOf(3), idOf(2), idOf(1)]));
  store.choose({ filters: { ...store.current().filters, tab: 'Failed' } });
  await vi.waitFor(() => expect(idsOf(store.current().rows)).toEqual([idOf(1)]));
});
