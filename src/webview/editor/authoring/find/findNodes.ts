/** Which nodes a search finds. */
import type { Graph, GraphNode } from '../../../../model/workflow/graph';
import { readingOrder } from '../../model/focusOrder';

/** The nodes that have the words in their id, label or in what they are, as one reads them; none for no words. */
export function findNodes(graph: Graph, words: string): readonly GraphNode[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  return readingOrder(graph).filter((node) =>
    [node.id, node.title, node.what].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** Index of the match to show first: the first one at or behind the node that a person is at, else the first of all. */
export function firstMatch(graph: Graph, matches: readonly GraphNode[], here: string | null): number {
  const order = new Map(readingOrder(graph).map(({ id }, index) => [id, index]));
  const at = here === null ? 0 : (order.get(here) ?? 0);
  return Math.max(
    0,
    matches.findIndex(({ id }) => (order.get(id) ?? 0) >= at),
  );
}
