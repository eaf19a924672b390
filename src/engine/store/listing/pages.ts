/** Pages of runs, each read from indexes in order: a page costs the same among a million runs. */
import { matchesFilter, type RunFilter } from '../../../model/run/query';
import type { RunSummary } from '../../../model/run/run';
import { summaryColumns, storedSummary } from '../rows';
import type { Store } from '../store';
import type { Order } from './cursors';
import { openCursor } from './openCursor';
import { spanAfter, spanOf, type Span } from './span';
import type { Steps } from './steps';

export interface PageRequest {
  readonly filter: RunFilter;
  readonly order: Order;
  readonly limit: number;
  /** The id of the last run of the page before. */
  readonly after: string | null;
}

interface RunPage {
  readonly runs: RunSummary[];
  readonly hasMore: boolean;
}

/** A page of runs that meet the filter, in the order of their ids; empty only when there are no more. */
export function* pageOfRuns(store: Store, page: PageRequest): Steps<RunPage> {
  const { filter, order, limit, after } = page;
  const all = spanOf(store, filter);
  let span = after === null ? all : spanAfter(store, all, after, order);
  for (;;) {
    const places = yield* placesIn(store, page, span);
    const shown = places.slice(0, limit);
    const last = shown.at(-1);
    const hasMore = places.length > limit;
    // Some may have changed or gone while others had their turn.
    const runs = runsAt(store, shown).filter((run) => matchesFilter(filter, run));
    if (runs.length > 0 || !hasMore || last === undefined) return { runs, hasMore };
    span = order === 'newest' ? { ...span, to: last } : { ...span, from: last + 1 };
  }
}

/** The first places in the span that meet the filter; one more than the page holds when there are more. */
function* placesIn(store: Store, { filter, order, limit }: PageRequest, span: Span): Steps<number[]> {
  const cursor = openCursor(store, { filter, span, order, wanted: limit + 1 });
  const places: number[] = [];
  for (let runs = cursor.read(); runs !== null; runs = cursor.read()) {
    for (const { place } of runs) places.push(place);
    if (places.length > limit) break;
    yield null;
  }
  return places;
}

/** All at once: a hundred statements take three times as long. */
function runsAt(store: Store, places: readonly number[]): RunSummary[] {
  const rows = store
    .prepare(
      `SELECT ${summaryColumns} FROM json_each(?) CROSS JOIN listedRuns ON place = value
       CROSS JOIN runs ON runs.id = listedRuns.runId`,
    )
    .all(JSON.stringify(places));
  return rows.map(storedSummary);
}
