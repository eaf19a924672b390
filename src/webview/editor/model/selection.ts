/** What stays selected when the graph changes under it. */
import type { Graph } from '../../../model/workflow/graph';

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** The node that has another id and is otherwise the same, wherever that was said; null when none or several are. */
export function renameBetween(before: Graph, after: Graph): Rename | null {
  const [gone, ...others] = without(before, after);
  const [come, ...more] = without(after, before);
  if (gone === undefined || come === undefined || others.length + more.length > 0) return null;
  // A rename leaves the node where it stands in the file.
  const isSame = gone.index === come.index && before.nodes[gone.index]?.kind === after.nodes[come.index]?.kind;
  return isSame ? { from: gone.id, to: come.id } : null;
}

/** The selection without the nodes that went; what was no node before either is awaited, and stays. The same array if nothing changes. */
export function selectionAfter(
  before: Graph,
  after: Graph,
  selected: readonly string[],
  renamed: Rename | null,
): readonly string[] {
  const gone = new Set(without(before, after).map(({ id }) => id));
  if (!selected.some((id) => gone.has(id))) return selected;
  return selected.flatMap((id) => (id === renamed?.from ? renamed.to : gone.has(id) ? [] : id));
}

function without(graph: Graph, other: Graph): { readonly id: string; readonly index: number }[] {
  const ids = new Set(other.nodes.map(({ id }) => id));
  return graph.nodes.flatMap(({ id }, index) => (ids.has(id) ? [] : [{ id, index }]));
}
