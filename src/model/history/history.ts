/** The last runs of a workflow, node by node: packed as they go over the wire, and as they are read. */
import { newestFirst } from '../run/order';
import type { RunSummary } from '../run/run';
import type { NodeStatus } from '../run/status';

/** A node as one definition of it: what decides its execution. Another definition of the same path is another one. */
export interface HistoryNode {
  /** Its path: its id, inside a module behind the id of the module node (`scan/fetch`). */
  readonly path: string;
  readonly label: string | null;
  /** Equal where the node does the same; null when it is not known. */
  readonly definition: string | null;
}

/** Everything that repeats stands once, and runs refer to it by its place: fifty runs of a thousand nodes stay small. */
export interface PackedHistory {
  readonly nodes: readonly HistoryNode[];
  /** Places in `nodes`, in the order of a workflow version; most runs share one list. */
  readonly lists: readonly (readonly number[])[];
  readonly statuses: readonly NodeStatus[];
  /** Newest first. */
  readonly runs: readonly PackedRun[];
  /** There are older runs than these. */
  readonly hasMore: boolean;
}

export interface PackedRun {
  readonly run: RunSummary;
  /** Place in `lists`. */
  readonly list: number;
  /** Of each node of the list: the place in the table of statuses. */
  readonly statuses: readonly number[];
  /** Of each node of the list, in milliseconds; null until it has ended, or if it never began. */
  readonly durations: readonly (number | null)[];
  /** Places in the list of the nodes whose results were taken over from another run. */
  readonly reused: readonly number[];
}

/** The nodes of a run, shared by all runs that have the same. */
export interface NodeList {
  readonly nodes: readonly HistoryNode[];
  /** Places in `nodes` by path. */
  readonly placeOf: ReadonlyMap<string, number>;
}

export interface HistoryRun {
  readonly run: RunSummary;
  readonly list: NodeList;
  /** Of each node of the list. */
  readonly statuses: readonly NodeStatus[];
  /** Of each node of the list, in milliseconds. */
  readonly durations: readonly (number | null)[];
  /** Places in the list. */
  readonly reused: ReadonlySet<number>;
}

export interface WorkflowHistory {
  /** Oldest first. */
  readonly runs: readonly HistoryRun[];
  /** There are older runs than these. */
  readonly hasMore: boolean;
}

/** One node in one run. */
export interface HistoryNodeRun {
  readonly status: NodeStatus;
  /** In milliseconds; null until it has ended, or if it never began. */
  readonly durationMs: number | null;
  /** Its result was taken over from another run. */
  readonly isReused: boolean;
  readonly definition: string | null;
}

export const noHistory: WorkflowHistory = { runs: [], hasMore: false };

/** Unpacks what the engine sent. A place that leads nowhere is left out. */
export function readHistory(packed: PackedHistory): WorkflowHistory {
  const lists = packed.lists.map((places): NodeList => {
    const nodes = places.flatMap((place) => packed.nodes[place] ?? []);
    return { nodes, placeOf: new Map(nodes.map(({ path }, place) => [path, place])) };
  });
  const runs = packed.runs.flatMap(({ run, list, statuses, durations, reused }): HistoryRun[] => {
    const nodes = lists[list];
    if (nodes === undefined) return [];
    const words = statuses.map((status) => packed.statuses[status] ?? 'pending');
    return [{ run, list: nodes, statuses: words, durations, reused: new Set(reused) }];
  });
  return { runs: runs.toReversed(), hasMore: packed.hasMore };
}

/** What became of a node in a run; null when its version has no such node. */
export function nodeRunIn(run: HistoryRun, path: string): HistoryNodeRun | null {
  const place = run.list.placeOf.get(path);
  const status = place === undefined ? undefined : run.statuses[place];
  if (place === undefined || status === undefined) return null;
  return {
    status,
    durationMs: run.durations[place] ?? null,
    isReused: run.reused.has(place),
    definition: run.list.nodes[place]?.definition ?? null,
  };
}

/** True if both runs executed the same workflow version. A run that has not begun has none. */
export function isSameVersion(one: HistoryRun, other: HistoryRun): boolean {
  return one.run.hasSnapshot && other.run.hasSnapshot && one.run.versionId === other.run.versionId;
}

/** `known` with older runs before it. */
export function withOlder(known: WorkflowHistory, older: WorkflowHistory): WorkflowHistory {
  return { runs: merged(known.runs, older.runs), hasMore: older.hasMore };
}

/** `known` with runs as they are now, those that are new among them, and without those that were deleted. */
export function withChanges(
  known: WorkflowHistory,
  changed: readonly HistoryRun[],
  deleted: readonly string[],
): WorkflowHistory {
  const gone = new Set(deleted);
  // One that is older than all that is shown belongs to what can still be loaded.
  const oldest = known.hasMore ? known.runs[0]?.run : undefined;
  const news = changed.filter(({ run }) => oldest === undefined || newestFirst(run, oldest) <= 0);
  return { ...known, runs: merged(known.runs, news).filter(({ run }) => !gone.has(run.id)) };
}

/** Oldest first. The later list says how a run is that is in both. */
function merged(one: readonly HistoryRun[], other: readonly HistoryRun[]): HistoryRun[] {
  const byId = new Map([...one, ...other].map((run) => [run.run.id, run]));
  return [...byId.values()].sort((a, b) => newestFirst(b.run, a.run));
}
