/** The runs of a view in groups by status: how many there are, and the newest of each that were asked for. Pure data. */
import { newestFirst } from '../../model/run/order';
import type { RunSummary } from '../../model/run/run';
import { activeStatuses, isActive, runStatuses, type RunStatus } from '../../model/run/status';
import type { RunsChanged } from '../../protocol/engine';

/** Rows that a group shows at first, and that "Load more" adds. */
export const pageSize = 100;
/** Groups open by themselves while no more rows than these come with them. */
const rowsShownUnasked = 180;

/** Runs of one status, as they were counted. */
export interface GroupCount {
  readonly status: RunStatus;
  readonly count: number;
  /** There may be more: counting them all would take too long. */
  readonly isLowerBound?: boolean;
}

export interface RunGroup {
  readonly status: RunStatus;
  /** All runs of this status, loaded or not. */
  readonly count: number;
  /** True if there may be more than the count says. */
  readonly isLowerBound: boolean;
  /** Newest first; null until the group was opened. */
  readonly rows: readonly RunSummary[] | null;
  /** True if there are runs older than the last row. The count cannot tell: it may be ahead of the events. */
  readonly hasMore: boolean;
  /** Rows it may hold: one page, and one more for each "Load more". */
  readonly limit: number;
}

/** In the order of the view: active statuses first; a status this version does not know stands last. */
export type RunGroups = ReadonlyMap<RunStatus, RunGroup>;

const order: readonly RunStatus[] = [...activeStatuses, ...runStatuses.filter((status) => !isActive(status))];

/** Groups before the first answer of the engine. */
export const noGroups: RunGroups = new Map(order.map((status) => [status, unreadGroup(status)]));

/** The groups that have runs, in the order of the view. */
export function shownGroups(groups: RunGroups): RunGroup[] {
  return [...groups.values()].filter((group) => group.count > 0);
}

/** Runs that are queued, running, winding down or scheduled. */
export function activeCount(groups: RunGroups): number {
  return shownGroups(groups).reduce((sum, group) => sum + (isActive(group.status) ? group.count : 0), 0);
}

/** The groups that are open before anybody opened or closed one: the first ones, while their rows are few. */
export function initiallyOpen(groups: RunGroups): ReadonlySet<RunStatus> {
  const open = new Set<RunStatus>();
  let rows = 0;
  for (const group of shownGroups(groups)) {
    rows += Math.min(group.count, pageSize);
    if (rows > rowsShownUnasked) break;
    open.add(group.status);
  }
  return open;
}

/** The groups with the numbers the engine counted. */
export function withCounts(groups: RunGroups, counts: readonly GroupCount[]): RunGroups {
  const next = new Map(groups);
  const counted = new Map(counts.map((count) => [count.status, count]));
  for (const status of new Set([...groups.keys(), ...counted.keys()])) {
    const group = groups.get(status) ?? unreadGroup(status);
    const { count, isLowerBound = false } = counted.get(status) ?? { count: 0 };
    if (count === group.count && isLowerBound === group.isLowerBound && group.rows !== null) continue;
    // A group without runs is known whole: what comes to it is a row at once.
    next.set(status, count === 0 ? emptyGroup(status) : { ...group, count, isLowerBound });
  }
  return next;
}

/** A page of runs of one status, newest first. */
export interface RunPage {
  readonly runs: readonly RunSummary[];
  readonly hasMore: boolean;
}

/** The group with the page that follows its rows, or with its first one. */
export function withPage(groups: RunGroups, status: RunStatus, { runs, hasMore }: RunPage): RunGroups {
  const group = groups.get(status) ?? unreadGroup(status);
  const there = new Set(group.rows?.map((run) => run.id));
  const rows = [...(group.rows ?? []), ...runs.filter((run) => !there.has(run.id))].sort(newestFirst);
  const limit = Math.max(group.limit, Math.ceil(rows.length / pageSize) * pageSize);
  return new Map(groups).set(status, { ...group, rows, hasMore, limit });
}

/** The groups after runs were made, changed or deleted; `matches` says which runs belong to the view. */
export function withChanges(groups: RunGroups, event: RunsChanged, matches: (run: RunSummary) => boolean): RunGroups {
  let next = groups;
  for (const id of event.deleted) next = withoutRun(next, id);
  for (const run of event.runs) {
    const group = next.get(run.status);
    const isRow = group?.rows?.some((row) => row.id === run.id) ?? false;
    next = withoutRun(next, run.id, matches(run) ? run.status : null);
    if (!matches(run)) continue;
    next = isRow ? withNewState(next, run) : withRun(next, run);
  }
  return next;
}

/** `except` is the group that keeps the run: an answer may have brought it there before the event that it left another. */
function withoutRun(groups: RunGroups, id: string, except: RunStatus | null = null): RunGroups {
  let next = groups;
  for (const group of groups.values()) {
    if (group.status === except || !group.rows?.some((row) => row.id === id)) continue;
    const rows = group.rows.filter((row) => row.id !== id);
    next = new Map(next).set(group.status, { ...group, rows, count: Math.max(0, group.count - 1) });
  }
  return next;
}

function withNewState(groups: RunGroups, run: RunSummary): RunGroups {
  const group = groups.get(run.status);
  if (!group?.rows) return groups;
  const rows = group.rows.map((row) => (row.id === run.id ? run : row));
  return new Map(groups).set(run.status, { ...group, rows });
}

function withRun(groups: RunGroups, run: RunSummary): RunGroups {
  const group = groups.get(run.status) ?? emptyGroup(run.status);
  const oldest = group.rows?.at(-1);
  // A run beyond the last row that is shown comes with "Load more"; the count of unseen runs is asked from the engine.
  if (group.rows === null || (group.hasMore && (!oldest || newestFirst(run, oldest) > 0))) return groups;
  const all = [...group.rows, run].sort(newestFirst);
  const rows = all.slice(0, group.limit);
  const hasMore = group.hasMore || rows.length < all.length;
  return new Map(groups).set(run.status, { ...group, rows, hasMore, count: group.count + 1 });
}

/** Known to have no run. */
function emptyGroup(status: RunStatus): RunGroup {
  return { status, count: 0, isLowerBound: false, rows: [], hasMore: false, limit: pageSize };
}

function unreadGroup(status: RunStatus): RunGroup {
  return { ...emptyGroup(status), rows: null };
}
