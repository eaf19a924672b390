/** Keeps what is there in its place when new nodes get places of their own. */
import type { Graph } from '../graph';
import type { MovedNode } from '../moveEdit';
import type { Workflow } from '../workflow';

/** A file with more nodes without a place is rather arranged anew than given so many lines of text. */
const mostKept = 200;

/**
 * The positions of new nodes, and those that nodes without a place need to stay where they are drawn: a file without
 * places is arranged as a whole, and would be drawn anew around the first node that has one.
 */
export function placesKept(
  positions: readonly MovedNode[],
  workflow: Pick<Workflow, 'layout'>,
  drawn: Graph | null,
): { readonly positions: readonly MovedNode[]; readonly kept: readonly MovedNode[] } {
  const unplaced = (drawn?.nodes ?? []).filter(({ id }) => !Object.hasOwn(workflow.layout, id));
  if (positions.length === 0) return { positions, kept: [] };
  if (unplaced.length > mostKept) {
    return { positions: Object.keys(workflow.layout).length === 0 ? [] : positions, kept: [] };
  }
  return { positions, kept: unplaced.map(({ id, position }) => ({ nodeId: id, x: position.x, y: position.y })) };
}
