/** Arranges boxes that have their places already: layered, left to right, and near to where they were. */
import { heightsOf, pullsOf } from './arrangeHeights';
import { layersOf } from './arrangeLayers';
import { orderedColumns } from './arrangeOrder';
import { gap } from './boxes';
import { nodeBox, nodeSize, type Graph, type GraphNode } from './graph';
import type { MovedNode } from './moveEdit';
import type { Position } from './workflow';

/** The canvas's grid, in pixels. */
const grid = 4;

/**
 * New positions (whole pixels) of the nodes, or of all if null; each of them is named, whether it moves or not. What is
 * arranged already stays exactly where it is, and a small change since then moves little: the order within the columns
 * is kept where no fewer wires would cross, and the whole is laid where most of its boxes stood.
 */
export function arrangeAgain(graph: Graph, nodeIds: readonly string[] | null): MovedNode[] {
  const chosen = new Set(nodeIds ?? graph.nodes.map(({ id }) => id));
  const nodes = graph.nodes.filter(({ id }) => chosen.has(id));
  const edges = graph.edges.filter(({ source, target }) => chosen.has(source) && chosen.has(target));
  const others = graph.nodes.filter(({ id }) => !chosen.has(id));
  const placed = nearTo(nodes, laidOut({ nodes, edges }));
  const down = roomBelow(placed, others);
  return placed.map(({ node, x, y }) => ({ nodeId: node.id, x, y: y + down }));
}

interface PlacedNode extends Position {
  readonly node: GraphNode;
}

function laidOut(graph: Graph): ReadonlyMap<string, Position> {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const asTheyStand = layersOf(graph).map((ids) =>
    ids.flatMap((id) => byId.get(id) ?? []).toSorted((a, b) => middleOf(a) - middleOf(b)),
  );
  const pulls = pullsOf(graph);
  const columns = orderedColumns(asTheyStand, pulls);
  const heights = heightsOf(columns, pulls);
  return new Map(
    columns.flatMap((column, index) =>
      column.map(({ id }) => [
        id,
        { x: index * (nodeBox.width + gap.column), y: Math.round((heights.get(id) ?? 0) / grid) * grid },
      ]),
    ),
  );
}

function middleOf(node: GraphNode): number {
  return node.position.y + nodeSize(node).height / 2;
}

/** The whole laid so that as many boxes as can be stay where they are. */
function nearTo(nodes: readonly GraphNode[], laid: ReadonlyMap<string, Position>): PlacedNode[] {
  const places = nodes.map((node) => ({ node, ...(laid.get(node.id) ?? node.position) }));
  const right = median(places.map(({ node, x }) => Math.round((node.position.x - x) / grid) * grid));
  const down = median(places.map(({ node, y }) => Math.round((node.position.y - y) / grid) * grid));
  return places.map(({ node, x, y }) => ({ node, x: x + right, y: y + down }));
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** How far down the boxes have to go so that they cover none of the others. */
function roomBelow(placed: readonly PlacedNode[], others: readonly GraphNode[]): number {
  let down = 0;
  for (let isFree = others.length === 0; !isFree;) {
    isFree = true;
    for (const { node, x, y } of placed) {
      const { width, height } = nodeSize(node);
      for (const other of others) {
        const box = nodeSize(other);
        const isOver =
          x < other.position.x + box.width &&
          other.position.x < x + width &&
          y + down < other.position.y + box.height &&
          other.position.y < y + down + height;
        if (!isOver) continue;
        down = Math.ceil((other.position.y + box.height + gap.row - y) / grid) * grid;
        isFree = false;
      }
    }
  }
  return down;
}
