/** Which node got another id, seen from the graphs before and after. */
import type { Graph } from './graph';

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** The node that has another id and is otherwise the same, wherever that was said; null when none or several are. */
export function renameBetween(before: Graph, after: Graph): Rename | null {
  const [gone, ...others] = nodesOnlyIn(before, after);
  const [come, ...more] = nodesOnlyIn(after, before);
  if (gone === undefined || come === undefined || others.length + more.length > 0) return null;
  // A rename leaves the node where it stands in the file.
  const isSame = gone.index === come.index && before.nodes[gone.index]?.kind === after.nodes[come.index]?.kind;
  return isSame ? { from: gone.id, to: come.id } : null;
}

/** The nodes that the other graph does not have, with their places in the list. */
export function nodesOnlyIn(graph: Graph, other: Graph): { readonly id: string; readonly index: number }[] {
  const ids = new Set(other.nodes.map(({ id }) => id));
  return graph.nodes.flatMap(({ id }, index) => (ids.has(id) ? [] : [{ id, index }]));
}
