/** The last runs of a workflow with what became of each node. */
import type { HistoryNode, PackedHistory, PackedRun } from '../../model/history/history';
import { runsOf } from '../../model/run/query';
import type { NodeStatus } from '../../model/run/status';
import { versionAlgorithm, versionIdOf } from '../../model/workflow/version';
import { mostRunsOfHistory, type HistoryQuestion } from '../../protocol/workflowHistory';
import { pageOfRuns } from './listing/pages';
import type { Steps } from './listing/steps';
import { definitionsOf } from './nodeDefinitions';
import { readSnapshot } from './snapshots';
import type { Store } from './store';

/** The runs newest first, read by the index of a workflow's runs; their nodes by that of a run's nodes. */
export function* historyOf(store: Store, { workflowPath, limit, upTo }: HistoryQuestion): Steps<PackedHistory> {
  const page = yield* pageOfRuns(store, {
    filter: runsOf(workflowPath),
    order: 'newest',
    limit: Math.min(mostRunsOfHistory, Math.max(1, Math.trunc(limit))),
    // A page is of what comes after an id: no run has this one, which is right above that of the run.
    after: upTo === null ? null : `${upTo}0`,
  });
  const snapshots = new Snapshots(store);
  const tables = { nodes: new Table<HistoryNode>(), lists: new Table<number[]>(), statuses: new Table<NodeStatus>() };
  const runs: PackedRun[] = [];
  for (const run of page.runs) {
    const { versionId, definitions } = snapshots.of(run.id);
    runs.push({
      run: { ...run, versionId: versionId ?? run.versionId },
      ...nodesOf(store, run.id, definitions, tables),
    });
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

type Definitions = ReadonlyMap<string, HistoryNode>;

function nodesOf(store: Store, runId: string, definitions: Definitions, tables: Tables): Omit<PackedRun, 'run'> {
  const rows = store
    .prepare('SELECT nodeId, status, startedAt, endedAt, reusedFrom FROM nodeRuns WHERE runId = ? ORDER BY place')
    .all(runId);
  const list: number[] = [];
  const statuses: number[] = [];
  const durations: (number | null)[] = [];
  const reused: number[] = [];
  for (const [place, row] of rows.entries()) {
    const path = String(row['nodeId']);
    const node = definitions.get(path) ?? { path, label: null, definition: null };
    const status = String(row['status']) as NodeStatus;
    const { startedAt, endedAt } = row;
    list.push(tables.nodes.placeOf(node, `${path}\n${node.definition}\n${node.label}`));
    statuses.push(tables.statuses.placeOf(status, status));
    const isTimed = typeof startedAt === 'number' && typeof endedAt === 'number';
    durations.push(isTimed ? Math.max(0, endedAt - startedAt) : null);
    if (row['reusedFrom'] !== null) reused.push(place);
  }
  return { list: tables.lists.placeOf(list, list.join()), statuses, durations, reused };
}

/** What runs executed; each snapshot is read once, however many runs have it. */
class Snapshots {
  readonly #known = new Map<string, { readonly versionId: string | null; readonly definitions: Definitions }>();

  constructor(private readonly store: Store) {}

  of(runId: string): { readonly versionId: string | null; readonly definitions: Definitions } {
    const hash = this.store.prepare('SELECT snapshot FROM runs WHERE id = ?').get(runId)?.['snapshot'];
    if (typeof hash !== 'string') return { versionId: null, definitions: new Map() };
    const known = this.#known.get(hash);
    if (known !== undefined) return known;
    const snapshot = readSnapshot(this.store, hash);
    const isOfToday = snapshot.versionAlgorithm === versionAlgorithm;
    const versionId = isOfToday ? snapshot.versionId : versionIdOf(snapshot);
    const read = { versionId, definitions: definitionsOf(snapshot) };
    this.#known.set(hash, read);
    return read;
  }
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
