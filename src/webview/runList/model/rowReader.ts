/** Reads the rows of one view page by page, and keeps them true by the events that come meanwhile. */
import { partFilter } from './partFilter';
import {
  nextPart,
  noRows,
  visibleRuns,
  withChanges,
  withPage,
  type ListPart,
  type ListView,
  type RunChanges,
  type RunPage,
  type RunRows,
} from './runRows';
import type { RunStatus } from '../../../model/run/status';
import type { ListSource } from './listSource';

/** Runs that are asked for at once. */
export const pageSize = 100;

export interface RowReader {
  readonly rows: () => RunRows;
  /** Reads until there are so many rows, or no more. @throws what the source throws; AbortError when cancelled */
  readonly readTo: (count: number) => Promise<void>;
  readonly change: (changes: RunChanges) => void;
  /** Nobody waits for these rows any more. */
  readonly cancel: () => void;
}

/** A reader that has read nothing yet. `others` are statuses that the vault has and this version does not know. */
export function createRowReader(source: ListSource, view: ListView, others: readonly RunStatus[]): RowReader {
  let rows = noRows;
  /** What changed since a page was asked for: the page may be older, so it is done to it once more. */
  let sinceAsked: RunChanges[] = [];
  const cancellation = new AbortController();

  const readPage = async (part: ListPart): Promise<void> => {
    const filter = partFilter(view.filter, part, others);
    const { boundary } = rows[part];
    sinceAsked = [];
    const page: RunPage =
      filter === null
        ? { runs: [], hasMore: false }
        : await source.list(
            { filter, order: view.order, limit: pageSize, after: boundary.kind === 'after' ? boundary.id : null },
            cancellation.signal,
          );
    cancellation.signal.throwIfAborted();
    rows = sinceAsked.reduce((sum, changes) => withChanges(sum, changes, view), withPage(rows, part, page, view.order));
  };

  return {
    rows: () => rows,
    readTo: async (count) => {
      for (let part = nextPart(rows); part !== null && visibleRuns(rows).length < count; part = nextPart(rows)) {
        await readPage(part);
      }
    },
    change: (changes) => {
      sinceAsked.push(changes);
      rows = withChanges(rows, changes, view);
    },
    cancel: () => cancellation.abort(),
  };
}
