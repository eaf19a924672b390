/** The order of runs in lists: by when they were created, or when a run of a schedule began. */
import type { RunSummary } from './run';

type Sorted = Pick<RunSummary, 'id' | 'sortId'>;

/** The ULID that a run sorts by. */
export function sortIdOf({ id, sortId }: Sorted): string {
  return sortId ?? id;
}

/** For sorting the newest to the front. */
export function newestFirst(one: Sorted, other: Sorted): number {
  const [first, second] = [sortIdOf(one), sortIdOf(other)];
  return first < second ? 1 : first > second ? -1 : 0;
}
