/** The last runs of a workflow with what became of each node. */
import type { HistoryNode, PackedHistory, PackedRun } from '../../model/history/history';
import { runsOf } from '../../model/run/query';
import type { NodeStatus } from '../../model/run/status';
import { versionAlgorithm, versionIdOf } from '../../model/workflow/version';
import { mostRunsOfHistory, type HistoryQuestion } from '../../protocol/workflowHistory';
import { pageOfRuns } from './listing/pages';
import { sortIdInStore } from './listing/span';
import type { Steps } from './listing/steps';
import { definitionsOf } from './nodeDefinitions';
import { readSnapshot, type StoredSnapshot } from './snapshots';
import type { Store } from './store';

/** The runs newest first, read by the index of a workflow's runs; their nodes by that of a run's nodes. */
export function* historyOf(store: Store, { workflowPath, limit, upTo }: HistoryQuestion): Steps<PackedHistory> {
  const page = yield* pageOfRuns(store, {
    filter: runsOf(workflowPath),
    order: 'newest',
    limit: Math.min(mostRunsOfHistory, Math.max(1, Math.trunc(limit))),
    // A page is of what comes after an id: no run has this one, which is right above that of the run.
    after: upTo === null ? null : `${sortIdInStore(store, upTo)}0`,
  });
  const tables = { nodes: new Table<HistoryNode>(), lists: new Table<number[]>(), statuses: new Table<NodeStatus>() };
  const snapshots = new Map<string, ReadSnapshot>();
  const runs: PackedRun[] = [];
  for (const run of page.runs) {
    const hash = snapshotOf(store, run.id);
    const snapshot = snapshots.get(hash) ?? (yield* readDefinitions(store, hash));
    snapshots.set(hash, snapshot);
    const { list, ...nodes } = nodesOf(store, run.id, snapshot, tables);
    runs.push({ run: { ...run, versionId: snapshot.versionId ?? run.versionId }, list, ...nodes });
    yield null;
  }
  return {
    nodes: tables.nodes.values,
    lists: tables.lists.values,
    statuses: tables.statuses.values,
    runs,
    hasMore: page.hasMore,
  };
}

interface Tables {
  readonly nodes: Table<HistoryNode>;
  readonly lists: Table<number[]>;
  readonly statuses: Table<NodeStatus>;
}

/** What a run executed, read once for all runs that have the same. */
interface ReadSnapshot {
  /** Of today's algorithm; null when there is no snapshot, or it cannot be read. */
  readonly versionId: string | null;
  readonly definitions: ReadonlyMap<string, HistoryNode>;
  /** The nodes of the last run that had it, and their list: hardly any run has others. */
  last: { readonly paths: readonly string[]; readonly list: number } | null;
}

function snapshotOf(store: Store, runId: string): string {
  return String(store.prepare('SELECT snapshot FROM runs WHERE id = ?').get(runId)?.['snapshot'] ?? '');
}

function* readDefinitions(store: Store, hash: string): Steps<ReadSnapshot> {
  const snapshot = hash === '' ? null : readable(store, hash);
  if (snapshot === null) return { versionId: null, definitions: new Map(), last: null };
  yield null;
  const isOfToday = snapshot.versionAlgorithm === versionAlgorithm;
  const versionId = isOfToday ? snapshot.versionId : versionIdOf(snapshot);
  return { versionId, definitions: yield* definitionsOf(snapshot), last: null };
}

/** Null where the store is damaged: what is known of the run stands without it, and so do all other runs. */
function readable(store: Store, hash: string): StoredSnapshot | null {
  try {
    return readSnapshot(store, hash);
  } catch {
    return null;
  }
}

function nodesOf(store: Store, runId: string, snapshot: ReadSnapshot, tables: Tables): Omit<PackedRun, 'run'> {
  const rows = store
    .prepare('SELECT nodeId, status, startedAt, endedAt, reusedFrom FROM nodeRuns WHERE runId = ? ORDER BY place')
    .all(runId);
  const paths: string[] = [];
  const statuses: number[] = [];
  const durations: (number | null)[] = [];
  const reused: number[] = [];
  for (const [place, row] of rows.entries()) {
    const { startedAt, endedAt } = row;
    const status = String(row['status']) as NodeStatus;
    paths.push(String(row['nodeId']));
    statuses.push(tables.statuses.placeOf(status, status));
    const isTimed = typeof startedAt === 'number' && typeof endedAt === 'number';
    durations.push(isTimed ? Math.max(0, endedAt - startedAt) : null);
    if (row['reusedFrom'] !== null) reused.push(place);
  }
  return { list: listOf(paths, snapshot, tables), statuses, durations, reused };
}

function listOf(paths: readonly string[], snapshot: ReadSnapshot, { nodes, lists }: Tables): number {
  const { last, definitions } = snapshot;
  if (last?.paths.length === paths.length && paths.every((path, place) => path === last.paths[place])) return last.list;
  const places = paths.map((path) => {
    const node = definitions.get(path) ?? { path, label: null, definition: null };
    return nodes.placeOf(node, `${path}\n${node.definition}\n${node.label}`);
  });
  const list = lists.placeOf(places, places.join());
  snapshot.last = { paths, list };
  return list;
}

/** Gives each distinct value a place, in the order in which they came. */
class Table<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<string, number>();

  placeOf(value: Value, key: string): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}
