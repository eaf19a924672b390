/** What a person is looking at. */
import { nodeSize, type Graph, type GraphNode } from '../../../../model/workflow/graph';
import type { Size, Viewport } from '../../model/viewport';

/** The node `preferred` if any of it is in sight, else the one in sight that is nearest to the middle; null: none is. */
export function nodeInSight(graph: Graph, viewport: Viewport, size: Size, preferred: string | null): GraphNode | null {
  let best: GraphNode | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const node of graph.nodes) {
    const { width, height } = nodeSize(node);
    const left = node.position.x * viewport.zoom + viewport.x;
    const top = node.position.y * viewport.zoom + viewport.y;
    const [right, bottom] = [left + width * viewport.zoom, top + height * viewport.zoom];
    if (right <= 0 || bottom <= 0 || left >= size.width || top >= size.height) continue;
    if (node.id === preferred) return node;
    const distance = Math.hypot((left + right - size.width) / 2, (top + bottom - size.height) / 2);
    if (distance >= bestDistance) continue;
    best = node;
    bestDistance = distance;
  }
  return best;
}
