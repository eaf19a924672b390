/** The history as a grid: a row for each node that any version had, a column for each run. */
import type { HistoryRun, NodeList, WorkflowHistory } from './history';

export interface HistoryRow {
  /** The node's path. */
  readonly path: string;
  /** Its label in the newest version that has it, else its id. */
  readonly title: string;
  /** In how many modules it is. */
  readonly depth: number;
  /** It is a module with nodes inside. */
  readonly hasInside: boolean;
}

export interface HistoryColumn {
  readonly run: HistoryRun;
  /** The run before it executed another version: a line stands between the two. */
  readonly beginsVersion: boolean;
}

interface Place {
  readonly path: string;
  readonly title: string;
  readonly inside: Branch;
}
/** Nodes by path, in their order. */
type Branch = Map<string, Place>;

/**
 * The rows of all nodes, those of the newest version in its order; a node that only older versions have stands behind
 * the one that it stood behind there. Nodes inside a module follow it. Those inside the modules of `collapsed` are left out.
 */
export function historyRows(history: WorkflowHistory, collapsed: ReadonlySet<string>): HistoryRow[] {
  const lists = new Set(history.runs.toReversed().map(({ list }) => list));
  const root: Branch = [...lists].reduce<Branch>((known, list) => withMissing(known, branchOf(list)), new Map());
  return rowsOf(root, 0, collapsed);
}

/** The runs oldest first, and where the version changed. */
export function historyColumns(history: WorkflowHistory): HistoryColumn[] {
  let before: string | null = null;
  return history.runs.map((run) => {
    const version: string | null = run.run.hasSnapshot ? run.run.versionId : before;
    const beginsVersion = before !== null && version !== before;
    before = version;
    return { run, beginsVersion };
  });
}

function branchOf({ nodes }: NodeList): Branch {
  const root: Branch = new Map();
  const places = new Map<string, Place>();
  for (const { path, label } of nodes) {
    const slash = path.lastIndexOf('/');
    const parent = places.get(path.slice(0, Math.max(0, slash)));
    const place: Place = { path, title: label ?? path.slice(slash + 1), inside: new Map() };
    places.set(path, place);
    (parent?.inside ?? root).set(path, place);
  }
  return root;
}

/** The nodes of `known`, and those of `older` that it lacks, each behind the one it stands behind there. */
function withMissing(known: Branch, older: Branch): Branch {
  const behind = new Map<string | null, Place[]>();
  let before: string | null = null;
  for (const place of older.values()) {
    if (known.has(place.path)) before = place.path;
    else behind.set(before, [...(behind.get(before) ?? []), place]);
  }
  const all: Branch = new Map();
  const add = (places: readonly Place[] | undefined): void => places?.forEach((place) => all.set(place.path, place));
  add(behind.get(null));
  for (const place of known.values()) {
    const old = older.get(place.path);
    add([old === undefined ? place : { ...place, inside: withMissing(place.inside, old.inside) }]);
    add(behind.get(place.path));
  }
  return all;
}

function rowsOf(branch: Branch, depth: number, collapsed: ReadonlySet<string>): HistoryRow[] {
  return [...branch.values()].flatMap(({ path, title, inside }) => {
    const row: HistoryRow = { path, title, depth, hasInside: inside.size > 0 };
    return collapsed.has(path) ? [row] : [row, ...rowsOf(inside, depth + 1, collapsed)];
  });
}
