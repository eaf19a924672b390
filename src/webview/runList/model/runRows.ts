/**
 * The rows of the list, and how pages and events change them. Active runs stand above ended ones, each part in the order of
 * creation and read page by page. A part knows up to which run it was read: what changes within that is taken in at once,
 * and what lies behind it comes with its page.
 */
import { matchesFilter, type RunFilter } from '../../../model/run/query';
import { sortIdOf } from '../../../model/run/order';
import type { RunSummary } from '../../../model/run/run';
import { isActive } from '../../../model/run/status';
import type { ListOrder } from '../../../protocol/runList';

export const listParts = ['active', 'ended'] as const;
export type ListPart = (typeof listParts)[number];

/** What the list shows: another view means other rows. */
export interface ListView {
  /** Without folders: those of the scope come from the host. */
  readonly filter: RunFilter;
  readonly order: ListOrder;
}

/** How far a part was read. */
export type Boundary =
  | { readonly kind: 'start' }
  /** Up to the run that sorts by this ULID, which may have gone since. */
  | { readonly kind: 'after'; readonly id: string }
  | { readonly kind: 'end' };

export interface PartRows {
  /** Sorted, without gaps up to the boundary. */
  readonly runs: readonly RunSummary[];
  readonly boundary: Boundary;
}

export interface RunRows {
  readonly active: PartRows;
  readonly ended: PartRows;
}

/** Runs that were made or changed, whole, and ids of those that are gone. */
export interface RunChanges {
  readonly runs: readonly RunSummary[];
  readonly deleted: readonly string[];
}

export interface RunPage {
  readonly runs: readonly RunSummary[];
  readonly hasMore: boolean;
}

const unread: PartRows = { runs: [], boundary: { kind: 'start' } };
/** Nothing was read yet. */
export const noRows: RunRows = { active: unread, ended: unread };

/** The part that a run stands in. */
export function partOf(run: RunSummary): ListPart {
  return isActive(run.status) ? 'active' : 'ended';
}

/** All rows from top to bottom; ended runs only once all active ones are there. */
export function visibleRuns({ active, ended }: RunRows): readonly RunSummary[] {
  return active.boundary.kind === 'end' ? [...active.runs, ...ended.runs] : active.runs;
}

/** The part whose next page belongs below the last row; null when everything was read. */
export function nextPart(rows: RunRows): ListPart | null {
  return listParts.find((part) => rows[part].boundary.kind !== 'end') ?? null;
}

/** The rows with one more page of a part, read behind the boundary that the part had. */
export function withPage(rows: RunRows, part: ListPart, page: RunPage, order: ListOrder): RunRows {
  const ids = new Set(page.runs.map(({ id }) => id));
  const last = page.runs.at(-1);
  const boundary: Boundary =
    page.hasMore && last !== undefined ? { kind: 'after', id: sortIdOf(last) } : { kind: 'end' };
  const cleared = without(rows, ids);
  const runs = [...cleared[part].runs, ...page.runs].sort((one, other) =>
    comparison(sortIdOf(one), sortIdOf(other), order),
  );
  return { ...cleared, [part]: { runs, boundary } };
}

/** The rows after an event. A run that no longer matches leaves, one that matches now comes in at its place. */
export function withChanges(rows: RunRows, changes: RunChanges, { filter, order }: ListView): RunRows {
  const touched = new Set([...changes.deleted, ...changes.runs.map(({ id }) => id)]);
  const cleared = without(rows, touched);
  const gone = new Set(changes.deleted);
  const matching = changes.runs.filter((run) => !gone.has(run.id) && matchesFilter(filter, run));
  if (cleared === rows && matching.length === 0) return rows;
  return {
    active: withRuns(
      cleared.active,
      matching.filter((run) => partOf(run) === 'active'),
      order,
    ),
    ended: withRuns(
      cleared.ended,
      matching.filter((run) => partOf(run) === 'ended'),
      order,
    ),
  };
}

/** Less than 0 if the run that sorts by the first ULID stands above that of the second. */
export function comparison(one: string, other: string, order: ListOrder): number {
  if (one === other) return 0;
  return one < other === (order === 'oldest') ? -1 : 1;
}

function withRuns(part: PartRows, added: readonly RunSummary[], order: ListOrder): PartRows {
  const { boundary } = part;
  const within = added.filter((run) => {
    if (boundary.kind === 'start') return false;
    return boundary.kind === 'end' || comparison(sortIdOf(run), boundary.id, order) <= 0;
  });
  if (within.length === 0) return part;
  const runs = [...part.runs, ...within].sort((one, other) => comparison(sortIdOf(one), sortIdOf(other), order));
  return { runs, boundary };
}

function without(rows: RunRows, ids: ReadonlySet<string>): RunRows {
  const active = withoutRuns(rows.active, ids);
  const ended = withoutRuns(rows.ended, ids);
  return active === rows.active && ended === rows.ended ? rows : { active, ended };
}

function withoutRuns(part: PartRows, ids: ReadonlySet<string>): PartRows {
  const runs = part.runs.filter(({ id }) => !ids.has(id));
  return runs.length === part.runs.length ? part : { ...part, runs };
}
