import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodeAttempt } from '../../../src/model/run/attempt';
import type { NodeRun, RunSummary } from '../../../src/model/run/run';
import { openRows, spanOf, timelineOf, type TimelineSources } from '../../../src/model/run/timeline/timeline';
import type { TimelineNode } from '../../../src/model/run/timeline/timelineNodes';
import { someRun } from './someRun';

const zero = Date.parse('2026-03-02T09:00:00.000Z');
const iso = (seconds: number): string => new Date(zero + seconds * 1000).toISOString();

function node(path: string, needs: readonly string[] = [], isModule = false): TimelineNode {
  const at = path.lastIndexOf('/');
  return { path, title: path.slice(at + 1), module: at < 0 ? null : path.slice(0, at), isModule, needs };
}

function ran(id: string, from: number | null, to: number | null, rest: Partial<NodeRun> = {}): NodeRun {
  const status = from === null ? 'pending' : to === null ? 'running' : 'succeeded';
  return {
    id,
    status,
    startedAt: from === null ? null : iso(from),
    endedAt: to === null ? null : iso(to),
    exitCode: null,
    machine: null,
    ip: null,
    attempt: from === null ? 0 : 1,
    message: null,
    outputs: [],
    inputFiles: [],
    reusedFrom: null,
    ...rest,
  };
}

function attempt(number: number, from: number, to: number | null, rest: Partial<NodeAttempt> = {}): NodeAttempt {
  const status = to === null ? 'running' : 'failed';
  const times = { startedAt: iso(from), endedAt: to === null ? null : iso(to) };
  return { attempt: number, status, ...times, exitCode: null, machine: null, message: null, ...rest };
}

function laidOut(
  nodes: readonly TimelineNode[],
  runs: readonly NodeRun[],
  {
    endsAt = 100,
    attempts = {},
    now = 200,
  }: { endsAt?: number | null; attempts?: Record<string, NodeAttempt[]>; now?: number } = {},
) {
  const sources: TimelineSources = {
    span: {
      isOver: endsAt !== null,
      createdAt: iso(0),
      startedAt: iso(0),
      endedAt: endsAt === null ? null : iso(endsAt),
    },
    nodes,
    nodeRuns: new Map(runs.map((run) => [run.id, run])),
    attempts: new Map(Object.entries(attempts)),
    now: zero + now * 1000,
  };
  const timeline = timelineOf(sources);
  const seconds = (time: number): number => (time - zero) / 1000;
  const row = (path: string) => {
    const found = timeline.rows.find((candidate) => candidate.path === path);
    if (found === undefined) throw new Error(`no row ${path}`);
    return { ...found, pieces: found.segments.map(({ kind, from, to }) => [kind, seconds(from), seconds(to)]) };
  };
  return { timeline, row };
}

describe('the timeline of a run', () => {
  test('shows how long a node waited for a slot after all that it needs had ended', () => {
    const { row, timeline } = laidOut(
      [node('a'), node('b'), node('c', ['a', 'b'])],
      [ran('a', 0, 10), ran('b', 4, 20), ran('c', 23, 30)],
      { endsAt: 30 },
    );
    expect(row('b').pieces).toEqual([
      ['queue', 0, 4],
      ['attempt', 4, 20],
    ]);
    expect(row('c').pieces).toEqual([
      ['queue', 20, 23],
      ['attempt', 23, 30],
    ]);
    expect(timeline.waited).toBe(7_000);
    expect(timeline.criticalPath).toEqual(['b', 'c']);
    expect(timeline.longest).toEqual(['b', 'a', 'c']);
  });

  test('shows every attempt of a node, with the time between them', () => {
    const { row } = laidOut([node('a')], [ran('a', 1, 30, { attempt: 3 })], {
      attempts: {
        a: [attempt(1, 1, 5), attempt(2, 8, 9, { status: 'lost' }), attempt(3, 10, 30, { status: 'succeeded' })],
      },
    });
    expect(row('a').pieces).toEqual([
      ['queue', 0, 1],
      ['attempt', 1, 5],
      ['queue', 5, 8],
      ['attempt', 8, 9],
      ['queue', 9, 10],
      ['attempt', 10, 30],
    ]);
    expect(row('a')).toMatchObject({ waited: 5_000, ran: 25_000 });
  });

  test('takes the end of the newest attempt from the node run, which is pushed, and not from an older answer', () => {
    const attempts = { a: [attempt(1, 0, 5), attempt(2, 6, null)] };
    const { row } = laidOut([node('a')], [ran('a', 0, 9, { attempt: 2 })], { attempts });
    expect(row('a').pieces.at(-1)).toEqual(['attempt', 6, 9]);
    expect(row('a').segments.at(-1)).toMatchObject({ status: 'succeeded', isOpen: false });
  });

  test('goes on with the clock while nodes run and wait', () => {
    const { row, timeline } = laidOut(
      [node('a'), node('b', ['a']), node('c', ['a']), node('d', ['b'])],
      [ran('a', 0, 10), ran('b', 10, null), ran('c', null, null), ran('d', null, null)],
      { endsAt: null, now: 50 },
    );
    expect(row('b').pieces).toEqual([['attempt', 10, 50]]);
    expect(row('c').pieces).toEqual([['queue', 10, 50]]);
    expect(row('d')).toMatchObject({ pieces: [], readyAt: null });
    expect(timeline.criticalPath).toEqual(['a', 'b']);
    expect(timeline.rows.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('follows the critical path into modules and out of them again', () => {
    const { row, timeline } = laidOut(
      [node('a'), node('m', ['a'], true), node('m/x'), node('m/y', ['m/x']), node('z', ['m'])],
      [ran('a', 0, 5), ran('m', 5, 20), ran('m/x', 5, 12), ran('m/y', 12, 20), ran('z', 20, 25)],
      { endsAt: 25 },
    );
    expect(timeline.criticalPath).toEqual(['a', 'm/x', 'm/y', 'z']);
    expect(row('m')).toMatchObject({ isCritical: true, level: 1 });
    expect(row('m/x')).toMatchObject({ isCritical: true, level: 2 });
    expect(timeline.waited).toBe(0);
    expect(openRows(timeline.rows, new Set(['m'])).map(({ path }) => path)).toEqual(['a', 'm', 'z']);
  });

  test('shows a result that was taken over as such, never as time of this run nor on the critical path', () => {
    const { row, timeline } = laidOut(
      [node('a'), node('b', ['a'])],
      [ran('a', -5000, -4000, { reusedFrom: 'run-before' }), ran('b', 2, 9)],
      { endsAt: 9 },
    );
    expect(row('a')).toMatchObject({ isReused: true, isCritical: false, pieces: [] });
    expect(row('b').pieces[0]).toEqual(['queue', 0, 2]);
    expect(timeline.criticalPath).toEqual(['b']);
    expect(timeline.start).toBe(zero);
  });

  test('says nothing of attempts that nobody kept, but that there were several', () => {
    const { row } = laidOut([node('a')], [ran('a', 0, 9, { attempt: 4 })]);
    expect(row('a').segments).toMatchObject([{ kind: 'attempt', attempt: null }]);
  });

  test('of a run that has not begun has rows and no bars', () => {
    const { timeline } = laidOut([node('a')], [ran('a', null, null)], { endsAt: null });
    const pending = timelineOf({
      span: { isOver: false, createdAt: iso(0), startedAt: null, endedAt: null },
      nodes: [node('a')],
      nodeRuns: new Map([['a', ran('a', null, null)]]),
      attempts: new Map(),
      now: zero + 5_000,
    });
    expect(timeline.rows[0]?.segments).toHaveLength(1);
    expect(pending.rows[0]?.segments).toEqual([]);
    expect(pending.criticalPath).toEqual([]);
  });
});

interface Drawn {
  readonly needs: readonly number[];
  readonly from: number;
  readonly length: number;
  readonly kind: 'ran' | 'running' | 'pending' | 'skipped' | 'reused';
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  needs: fc.array(fc.nat(20), { maxLength: 3 }),
  from: fc.integer({ min: -50, max: 100 }),
  // A clock that went back ends a node before it began.
  length: fc.integer({ min: -20, max: 60 }),
  kind: fc.constantFrom('ran', 'ran', 'ran', 'running', 'pending', 'skipped', 'reused'),
});

/** Any times at all: clocks jump, and what a store holds need not make sense. */
function anySources(all: readonly Drawn[]) {
  const nodes = all.map(({ needs }, i) =>
    node(
      `n${i}`,
      [...new Set(needs.filter((need) => need < i))].map((need) => `n${need}`),
    ),
  );
  const runs = all.map(({ from, length, kind }, i): NodeRun => {
    const id = `n${i}`;
    switch (kind) {
      case 'ran':
        return ran(id, from, from + length);
      case 'running':
        return ran(id, from, null);
      case 'pending':
        return ran(id, null, null);
      case 'skipped':
        return ran(id, null, from, { status: 'skipped' });
      case 'reused':
        return ran(id, from, from + length, { reusedFrom: 'other' });
    }
  });
  return { nodes, runs };
}

describe('whatever the times say', () => {
  test('the pieces of a row follow each other, none over another and none of negative length', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 15 }), fc.boolean(), (all, isOver) => {
        const { nodes, runs } = anySources(all);
        const { timeline } = laidOut(nodes, runs, { endsAt: isOver ? 100 : null, now: 120 });
        expect(timeline.rows).toHaveLength(nodes.length);
        for (const { segments } of timeline.rows) {
          let cursor = -Infinity;
          for (const { from, to } of segments) {
            expect(from).toBeGreaterThanOrEqual(cursor);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(from).toBeGreaterThanOrEqual(timeline.start);
            expect(to).toBeLessThanOrEqual(timeline.end);
            cursor = to;
          }
        }
      }),
    );
  });

  test('the critical path is a path of the graph, of nodes of this run, and ends with what ended last', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 15 }), (all) => {
        const { nodes, runs } = anySources(all);
        const { timeline, row } = laidOut(nodes, runs, { endsAt: null, now: 120 });
        const path = timeline.criticalPath;
        const needs = new Map(nodes.map((each) => [each.path, each.needs]));
        path.slice(1).forEach((each, i) => expect(needs.get(each)).toContain(path[i]));
        for (const each of path) expect(row(each).isReused).toBe(false);
        const ends = timeline.rows.flatMap(
          ({ segments }) => segments.findLast(({ kind }) => kind === 'attempt')?.to ?? [],
        );
        const last = path.at(-1);
        expect(last === undefined ? [] : [row(last).segments.at(-1)?.to]).toEqual(
          ends.length === 0 ? [] : [ends.reduce((a, b) => Math.max(a, b))],
        );
      }),
    );
  });
});

const planned = fc.array(fc.record({ needs: fc.array(fc.nat(20), { maxLength: 3 }), length: fc.nat(9) }), {
  minLength: 1,
  maxLength: 12,
});

/** What an engine with so many slots makes of a plan: what is ready first begins first, as soon as a slot is free. */
function executed(plan: readonly { readonly needs: readonly number[]; readonly length: number }[], slots: number) {
  const needs = plan.map((each, i) => [...new Set(each.needs.filter((need) => need < i))]);
  const ends: number[] = [];
  const starts: number[] = [];
  const free = Array.from({ length: slots }, () => 0);
  while (starts.filter((start) => start !== undefined).length < plan.length) {
    const ready = plan.flatMap((_, i) => {
      const before = (needs[i] ?? []).map((need) => ends[need]);
      const isReady = starts[i] === undefined && before.every((end) => end !== undefined);
      return isReady ? [{ i, at: before.reduce<number>((most, end) => Math.max(most, end ?? 0), 0) }] : [];
    });
    const next = ready.reduce((first, each) => (each.at < first.at ? each : first));
    const slot = free.indexOf(Math.min(...free));
    const start = Math.max(next.at, free[slot] ?? 0);
    starts[next.i] = start;
    ends[next.i] = start + (plan[next.i]?.length ?? 0);
    free[slot] = ends[next.i] ?? 0;
  }
  const nodes = needs.map((before, i) =>
    node(
      `n${i}`,
      before.map((need) => `n${need}`),
    ),
  );
  const runs = plan.map((_, i) => ran(`n${i}`, starts[i] ?? 0, ends[i] ?? 0));
  return { nodes, runs, needs, endsAt: Math.max(...ends) };
}

describe('the critical path accounts for all of the time of a run', () => {
  test('with a slot for every node it is as long as the longest chain of nodes that wait for each other', () => {
    fc.assert(
      fc.property(planned, (plan) => {
        const { nodes, runs, needs, endsAt } = executed(plan, plan.length);
        const chains: number[] = [];
        for (const [i, { length }] of plan.entries()) {
          chains.push(length + Math.max(0, ...(needs[i] ?? []).map((need) => chains[need] ?? 0)));
        }
        const { timeline, row } = laidOut(nodes, runs, { endsAt });
        const length = timeline.criticalPath.reduce((sum, path) => sum + row(path).ran, 0);
        expect(length).toBe(Math.max(...chains) * 1000);
        expect(length).toBe(timeline.end - timeline.start);
      }),
    );
  });

  test('with few slots its nodes and what they waited for a slot are together as long as the run', () => {
    fc.assert(
      fc.property(planned, fc.integer({ min: 1, max: 3 }), (plan, slots) => {
        const { nodes, runs, endsAt } = executed(plan, slots);
        const { timeline, row } = laidOut(nodes, runs, { endsAt });
        const length = timeline.criticalPath.reduce((sum, path) => sum + row(path).ran + row(path).waited, 0);
        expect(length).toBe(timeline.end - timeline.start);
      }),
    );
  });
});

describe("a module's part of a run", () => {
  const summary = someRun({ createdAt: iso(0), startedAt: iso(1), endedAt: iso(60) });
  const inside = [node('x'), node('y', ['x'])];
  const runs = [ran('x', 23, 30), ran('y', 30, 40)];
  const laidIn = (nodeRun: NodeRun | null, run = summary) =>
    timelineOf({
      span: spanOf(run, { nodeRun }),
      nodes: inside,
      nodeRuns: new Map(runs.map((each) => [each.id, each])),
      attempts: new Map(),
      now: zero + 50_000,
    });

  test('begins when the module did and ends with it, so that nothing inside seems to have waited since the run began', () => {
    const timeline = laidIn(ran('scan', 20, 40));
    expect([timeline.start, timeline.end, timeline.waited]).toEqual([zero + 20_000, zero + 40_000, 3_000]);
    expect(timeline.isLive).toBe(false);
  });

  test('is over when the module is, though the run goes on', () => {
    const running: RunSummary = { ...summary, status: 'Running', endedAt: null };
    expect(laidIn(ran('scan', 20, 40), running).isLive).toBe(false);
    expect(laidIn(ran('scan', 20, null), running)).toMatchObject({ isLive: true, end: zero + 50_000 });
    expect(spanOf(running, { nodeRun: ran('scan', null, null) })).toMatchObject({ startedAt: null, isOver: false });
  });

  test('of a run whose module never began is over too', () => {
    expect(spanOf(summary, { nodeRun: ran('scan', null, null, { status: 'skipped' }) })).toMatchObject({
      startedAt: null,
      isOver: true,
    });
  });
});
