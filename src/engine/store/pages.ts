/** Pages and counts of runs: each read from an index in order, so that a page costs the same among a million runs. */
import type { RunStatus } from '../../model/run/status';
import { everyRun, matchesFilter, type RunFilter } from '../../model/run/query';
import type { RunCounts } from '../../protocol/engine';
import { pathRangesOf } from './pathRanges';
import { storedRun, type StoredRun } from './rows';
import type { Store } from './store';

export interface PageRequest {
  readonly filter: RunFilter;
  readonly order: 'newest' | 'oldest';
  readonly limit: number;
  /** The id of the last run of the page before. */
  readonly after: string | null;
}

/** A page of runs that meet the filter, in the order of their ids. */
export function pageOfRuns(store: Store, page: PageRequest): { runs: StoredRun[]; hasMore: boolean } {
  const cursors = sourcesOf(store, page.filter).map((source) => new IdCursor(store, source, page));
  const select = store.prepare('SELECT * FROM runs WHERE id = ?');
  const runs: StoredRun[] = [];
  for (const id of mergedIds(cursors, page.order)) {
    const run = storedRun(select.get(id));
    if (!matchesFilter(page.filter, run.summary)) continue;
    runs.push(run);
    if (runs.length > page.limit) break;
  }
  return { runs: runs.slice(0, page.limit), hasMore: runs.length > page.limit };
}

/** More runs than this are not counted one by one. */
const mostCounted = 10_000;

/** Numbers of runs by status; a status without runs is left out. */
export function countsOfRuns(store: Store, filter: RunFilter): { counts: RunCounts; isLowerBound: boolean } {
  const { folders, workflowPaths, statuses } = filter;
  const isKept = JSON.stringify(filter) === JSON.stringify({ ...everyRun, folders, workflowPaths, statuses });
  const counts = new Map<RunStatus, number>();
  const add = (status: RunStatus, count: number): void => void counts.set(status, (counts.get(status) ?? 0) + count);
  let isLowerBound = false;
  if (isKept) {
    for (const { status, count } of countedPairs(store, filter)) add(status, count);
  } else {
    const page = pageOfRuns(store, { filter, order: 'newest', limit: mostCounted, after: null });
    for (const { summary } of page.runs) add(summary.status, 1);
    isLowerBound = page.hasMore;
  }
  return { counts: [...counts].map(([status, count]) => ({ status, count })), isLowerBound };
}

interface CountedPair {
  readonly workflowPath: string;
  readonly status: RunStatus;
  readonly count: number;
}

/** The workflows and statuses that have runs under the filter: few, however many runs there are. */
function countedPairs(store: Store, filter: RunFilter): CountedPair[] {
  const pairs = new Map<string, CountedPair>();
  for (const [from, to] of pathRangesOf(filter)) {
    const rows = store
      .prepare('SELECT workflowPath, status, count FROM runCounts WHERE workflowPath >= ? AND workflowPath < ?')
      .all(from, to);
    for (const row of rows) {
      const pair = {
        workflowPath: String(row['workflowPath']),
        status: String(row['status']) as RunStatus,
        count: Number(row['count']),
      };
      if (filter.workflowPaths !== null && !filter.workflowPaths.includes(pair.workflowPath)) continue;
      if (filter.statuses !== null && !filter.statuses.includes(pair.status)) continue;
      pairs.set(`${pair.status}\n${pair.workflowPath}`, pair);
    }
  }
  return [...pairs.values()];
}

/** A part of an index in which ids stand in order. */
interface IdSource {
  readonly where: string;
  readonly values: readonly string[];
}

function sourcesOf(store: Store, filter: RunFilter): IdSource[] {
  if (filter.folders === null && filter.workflowPaths === null) {
    if (filter.statuses === null) return [{ where: '', values: [] }];
    return [...new Set(filter.statuses)].map((status) => ({ where: 'status = ? AND', values: [status] }));
  }
  const pairs = countedPairs(store, filter);
  if (filter.statuses === null) {
    const paths = new Set(pairs.map((pair) => pair.workflowPath));
    return [...paths].map((path) => ({ where: 'workflowPath = ? AND', values: [path] }));
  }
  return pairs.map((pair) => ({
    where: 'workflowPath = ? AND status = ? AND',
    values: [pair.workflowPath, pair.status],
  }));
}

/** Walks a source in steps, so that many sources together read little more than the page. */
class IdCursor {
  #ids: string[] = [];
  #next = 0;
  #last: string;
  #ended = false;

  constructor(
    private readonly store: Store,
    private readonly source: IdSource,
    private readonly page: PageRequest,
  ) {
    this.#last = page.after ?? (page.order === 'newest' ? '\u{10FFFF}' : '');
  }

  /** The id it stands on; undefined at the end. */
  get current(): string | undefined {
    if (this.#next === this.#ids.length && !this.#ended) this.#read();
    return this.#ids[this.#next];
  }

  advance(): void {
    this.#next++;
  }

  #read(): void {
    const step = Math.min(this.page.limit + 1, this.#ids.length === 0 ? 16 : 128);
    const [comparison, direction] = this.page.order === 'newest' ? ['<', 'DESC'] : ['>', 'ASC'];
    this.#ids = this.store
      .prepare(`SELECT id FROM runs WHERE ${this.source.where} id ${comparison} ? ORDER BY id ${direction} LIMIT ?`)
      .all(...this.source.values, this.#last, step)
      .map((row) => String(row['id']));
    this.#next = 0;
    this.#ended = this.#ids.length < step;
    this.#last = this.#ids.at(-1) ?? this.#last;
  }
}

/** The ids of all cursors together, in order. */
function* mergedIds(cursors: readonly IdCursor[], order: PageRequest['order']): Generator<string> {
  let open = cursors.filter((cursor) => cursor.current !== undefined);
  while (open.length > 0) {
    let best = open[0];
    for (const cursor of open) {
      if (best === undefined || comesFirst(cursor.current, best.current, order)) best = cursor;
    }
    if (best?.current === undefined) return;
    yield best.current;
    best.advance();
    if (best.current === undefined) open = open.filter((cursor) => cursor !== best);
  }
}

function comesFirst(a: string | undefined, b: string | undefined, order: PageRequest['order']): boolean {
  if (a === undefined || b === undefined) return b === undefined;
  return order === 'newest' ? a > b : a < b;
}
