/** Where the arrow keys lead. The model decides it, since nodes out of sight are not in the page. */
import type { Graph, GraphNode } from '../../../model/workflow/graph';

export type FocusStep = 'left' | 'right' | 'up' | 'down' | 'first' | 'last' | 'next' | 'previous';

/** All nodes as one reads them: left to right, then downwards. `next` and `previous` walk it and so reach every node. */
export function readingOrder(graph: Graph): GraphNode[] {
  return [...graph.nodes].sort(
    (a, b) => a.position.x - b.position.x || a.position.y - b.position.y || compare(a.id, b.id),
  );
}

/**
 * The node to go to from `from` (null: from nowhere); null only for an empty graph. Left and right follow wires (the
 * nearest in height), up and down stay as near as they can to the column; where there is nothing, focus stays.
 */
export function focusAfter(graph: Graph, from: string | null, step: FocusStep): string | null {
  const order = readingOrder(graph);
  const here = order.find((node) => node.id === from);
  if (here === undefined) return (step === 'last' ? order.at(-1) : order[0])?.id ?? null;
  const at = order.indexOf(here);
  switch (step) {
    case 'first':
      return order[0]?.id ?? here.id;
    case 'last':
      return order.at(-1)?.id ?? here.id;
    case 'next':
      return (order[at + 1] ?? here).id;
    case 'previous':
      return (order[at - 1] ?? here).id;
    case 'right':
    case 'left':
      return alongWire(graph, order, here, step) ?? here.id;
    case 'up':
    case 'down':
      return nearest(order, here, step === 'up' ? -1 : 1) ?? here.id;
  }
}

function alongWire(
  graph: Graph,
  order: readonly GraphNode[],
  here: GraphNode,
  step: 'left' | 'right',
): string | undefined {
  const ids = new Set(
    graph.edges.flatMap((edge) => {
      const [near, far] = step === 'right' ? [edge.source, edge.target] : [edge.target, edge.source];
      return near === here.id && far !== here.id ? [far] : [];
    }),
  );
  return closest(
    order.filter((node) => ids.has(node.id)),
    (node) => Math.abs(node.position.y - here.position.y),
  );
}

function nearest(order: readonly GraphNode[], here: GraphNode, direction: 1 | -1): string | undefined {
  return closest(
    order.filter((node) => (node.position.y - here.position.y) * direction > 0),
    // Sideways counts double, so that the column is kept where there is one.
    (node) => Math.abs(node.position.y - here.position.y) + 2 * Math.abs(node.position.x - here.position.x),
  );
}

function closest(nodes: readonly GraphNode[], distance: (node: GraphNode) => number): string | undefined {
  let best: GraphNode | undefined;
  for (const node of nodes) if (best === undefined || distance(node) < distance(best)) best = node;
  return best?.id;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
