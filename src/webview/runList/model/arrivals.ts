/** Runs that came in above what is read, where nobody saw them come. */
import type { RunSummary } from '../../../model/run/run';

/** The runs in the order of the rows, and the row at the top of what is in sight. */
export interface RowsInSight {
  readonly runs: readonly RunSummary[];
  readonly first: number;
}

/** Ids of the runs that were not there before and now stand above the first row that was in sight and is left. */
export function arrivedAbove({ runs, first }: RowsInSight, now: readonly RunSummary[]): readonly string[] {
  const places = new Map(now.map(({ id }, index) => [id, index]));
  const anchor = runs.slice(first).find(({ id }) => places.has(id));
  const end = anchor === undefined ? 0 : (places.get(anchor.id) ?? 0);
  const known = new Set(runs.map(({ id }) => id));
  return now
    .slice(0, end)
    .map(({ id }) => id)
    .filter((id) => !known.has(id));
}

/** `1 new run`, `12 new runs`. */
export function arrivalsInWords(count: number): string {
  return `${count} new ${count === 1 ? 'run' : 'runs'}`;
}
