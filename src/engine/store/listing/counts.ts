/** Numbers of runs by status. */
import type { RunFilter } from '../../../model/run/query';
import type { RunStatus } from '../../../model/run/status';
import type { RunCounts } from '../../../protocol/engine';
import type { Store } from '../store';
import { groupsMeeting, type RunGroup } from './groups';
import { openCursor } from './openCursor';
import { spanOf, type Span } from './span';
import type { Steps } from './steps';

/** More runs than these are not counted one by one, so that the answer never takes long. */
const mostCounted = { oneByOne: 10_000, ofStatus: 20_000 };

interface Counted {
  readonly counts: RunCounts;
  /** There may be more than that. */
  readonly isLowerBound: boolean;
}

/** A status without runs is left out. */
export function* countsOfRuns(store: Store, filter: RunFilter): Steps<Counted> {
  const groups = groupsMeeting(store, filter);
  if (filter.text !== null && filter.text !== '') return yield* countedOneByOne(store, filter, groups);
  if (filter.createdFrom === null && filter.createdBefore === null) {
    const tally = new Tally();
    for (const { status, count } of groups) tally.add(status, count);
    return { counts: tally.counts, isLowerBound: false };
  }
  const span = spanOf(store, filter);
  if (span.to - span.from <= mostCounted.oneByOne) return yield* countedOneByOne(store, filter, groups);
  return yield* countedBetween(store, span, groups);
}

function* countedOneByOne(store: Store, filter: RunFilter, groups: readonly RunGroup[]): Steps<Counted> {
  const statuses = new Map(groups.map(({ id, status }) => [id, status]));
  const cursor = openCursor(store, {
    filter,
    span: spanOf(store, filter),
    order: 'newest',
    wanted: mostCounted.oneByOne,
  });
  const tally = new Tally();
  let left = mostCounted.oneByOne;
  for (let runs = cursor.read(); runs !== null && left > 0; runs = cursor.read()) {
    for (const { groupId } of runs.slice(0, left)) tally.add(statuses.get(groupId), 1);
    left -= runs.length;
    yield null;
  }
  return { counts: tally.counts, isLowerBound: left <= 0 };
}

function* countedBetween(store: Store, span: Span, groups: readonly RunGroup[]): Steps<Counted> {
  const also = span.times === null ? '' : `AND ${span.times.sql}`;
  const select = store.prepare(
    `SELECT count(*) AS count FROM
     (SELECT 1 FROM listedRuns WHERE groupId = ? AND place >= ? AND place < ? ${also} LIMIT ?)`,
  );
  const tally = new Tally();
  let isLowerBound = false;
  for (const { id, status, count: size } of groups) {
    const left = mostCounted.ofStatus - tally.of(status);
    const row = select.get(id, span.from, span.to, ...(span.times?.values ?? []), Math.max(0, left));
    const count = Number(row?.['count']);
    tally.add(status, count);
    isLowerBound ||= count >= left && size > count;
    yield null;
  }
  return { counts: tally.counts, isLowerBound };
}

class Tally {
  readonly #counts = new Map<RunStatus, number>();

  of(status: RunStatus): number {
    return this.#counts.get(status) ?? 0;
  }

  add(status: RunStatus | undefined, count: number): void {
    // A run that moved to another group while others had their turn.
    if (status === undefined || count === 0) return;
    this.#counts.set(status, this.of(status) + count);
  }

  get counts(): RunCounts {
    return [...this.#counts].map(([status, count]) => ({ status, count }));
  }
}
