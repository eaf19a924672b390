/** Pages of runs, each read from indexes in order: a page costs the same among a million runs. */
import { matchesFilter, type RunFilter } from '../../../model/run/query';
import type { RunSummary } from '../../../model/run/run';
import { summaryColumns, storedSummary } from '../rows';
import type { Store } from '../store';
import type { Order } from './cursors';
import { openCursor } from './openCursor';
import { spanAfter, spanOf } from './span';
import type { Steps } from './steps';

export interface PageRequest {
  readonly filter: RunFilter;
  readonly order: Order;
  readonly limit: number;
  /** The id of the last run of the page before. */
  readonly after: string | null;
}

/** A page of runs that meet the filter, in the order of their ids. */
export function* pageOfRuns(store: Store, page: PageRequest): Steps<{ runs: RunSummary[]; hasMore: boolean }> {
  const { filter, order, limit, after } = page;
  const all = spanOf(store, filter);
  const span = after === null ? all : spanAfter(store, all, after, order);
  const cursor = openCursor(store, { filter, span, order, wanted: limit + 1 });
  const places: number[] = [];
  for (let runs = cursor.read(); runs !== null && places.length <= limit; runs = cursor.read()) {
    for (const { place } of runs) places.push(place);
    if (places.length > limit) break;
    yield null;
  }
  // All at once: a hundred statements take three times as long.
  const rows = store
    .prepare(
      `SELECT ${summaryColumns} FROM json_each(?) CROSS JOIN listedRuns ON place = value
       CROSS JOIN runs ON runs.id = listedRuns.runId`,
    )
    .all(JSON.stringify(places.slice(0, limit)));
  // Some may have changed or gone while others had their turn.
  const runs = rows.map(storedSummary).filter((run) => matchesFilter(filter, run));
  return { runs, hasMore: places.length > limit };
}
