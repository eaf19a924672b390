/** The host's state as the webview holds it: what did not change keeps its identity, so that it is not drawn again. */
import type { EditorState } from '../../../protocol/editor';
import type { UsualNode } from '../../../model/history/slowNode';
import type { NodeRun } from '../../../model/run/run';
import type { Graph } from '../../../model/workflow/graph';
import { sameJson } from './sameJson';

export interface EditorView extends Omit<EditorState, 'nodeRuns' | 'stale' | 'usual'> {
  readonly nodeRuns: ReadonlyMap<string, NodeRun>;
  readonly stale: ReadonlySet<string>;
  /** By node path. */
  readonly usual: ReadonlyMap<string, UsualNode>;
}

/** What came since the last frame, merged. */
export interface Update {
  readonly slices: Partial<EditorState>;
  /** Node runs that changed, by path. */
  readonly nodeRuns: ReadonlyMap<string, NodeRun>;
}

export const noUpdate: Update = { slices: {}, nodeRuns: new Map() };

/** Adds slices to an update; a slice of all node runs replaces the single ones before it. */
export function withSlices(update: Update, slices: Partial<EditorState>): Update {
  return {
    slices: { ...update.slices, ...slices },
    nodeRuns: slices.nodeRuns === undefined ? update.nodeRuns : new Map(),
  };
}

/** Adds node runs to an update; the later one of a node wins. */
export function withNodeRuns(update: Update, nodeRuns: readonly NodeRun[]): Update {
  return { ...update, nodeRuns: new Map([...update.nodeRuns, ...nodeRuns.map((run) => [run.id, run] as const)]) };
}

/** The whole state as it first arrives. */
export function viewOf(state: EditorState): EditorView {
  return { ...state, nodeRuns: byId(state.nodeRuns), stale: new Set(state.stale), usual: byId(state.usual) };
}

/** The view after an update; parts that say the same as before are the same objects. */
export function applyUpdate(view: EditorView, { slices, nodeRuns }: Update): EditorView {
  const stale =
    slices.stale === undefined || sameJson([...view.stale], slices.stale) ? view.stale : new Set(slices.stale);
  const next: EditorView = {
    file: kept(view.file, slices.file),
    graph: slices.graph === undefined ? view.graph : keptGraph(view.graph, slices.graph),
    problems: kept(view.problems, slices.problems),
    loaded: kept(view.loaded, slices.loaded),
    nodeRuns: keptRuns(view.nodeRuns, slices.nodeRuns, nodeRuns),
    stale,
    expectedEnd: kept(view.expectedEnd, slices.expectedEnd),
    usual:
      slices.usual === undefined || sameJson([...view.usual.values()], slices.usual) ? view.usual : byId(slices.usual),
  };
  return sameParts(view, next) ? view : next;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function kept<T>(before: T, after: T | undefined): T {
  return after === undefined || sameJson(before, after) ? before : after;
}

function keptGraph(before: Graph | null, after: Graph | null): Graph | null {
  if (before === null || after === null) return after;
  const nodes = keptItems(before.nodes, after.nodes);
  const edges = keptItems(before.edges, after.edges);
  return nodes === before.nodes && edges === before.edges ? before : { nodes, edges };
}

function keptItems<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): readonly T[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const items = after.map((item) => {
    const old = known.get(item.id);
    return old !== undefined && sameJson(old, item) ? old : item;
  });
  return items.length === before.length && items.every((item, i) => item === before[i]) ? before : items;
}

function keptRuns(
  before: ReadonlyMap<string, NodeRun>,
  all: readonly NodeRun[] | undefined,
  changed: ReadonlyMap<string, NodeRun>,
): ReadonlyMap<string, NodeRun> {
  const after = new Map(all === undefined ? before : byId(all));
  for (const [id, run] of changed) after.set(id, run);
  let isSame = after.size === before.size;
  for (const [id, run] of after) {
    const old = before.get(id);
    if (old === run) continue;
    if (sameJson(old, run) && old !== undefined) after.set(id, old);
    else isSame = false;
  }
  return isSame ? before : after;
}

function sameParts(a: EditorView, b: EditorView): boolean {
  return (
    a.file === b.file &&
    a.graph === b.graph &&
    a.problems === b.problems &&
    a.loaded === b.loaded &&
    a.nodeRuns === b.nodeRuns &&
    a.stale === b.stale &&
    a.expectedEnd === b.expectedEnd &&
    a.usual === b.usual
  );
}
