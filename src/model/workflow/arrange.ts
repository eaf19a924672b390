/** Positions for the boxes that have none, left to right. Too heavy for a webview: it runs where the file is parsed. */
import * as dagre from '@dagrejs/dagre';
import { nodeSize } from './graph';
import { arrangeInColumns } from './arrangeInColumns';
import { gap, type ArrangedEdge, type ArrangedNode } from './boxes';
import { placeBeside } from './placeBeside';
import type { Position } from './workflow';

/** The neatest ranking takes three seconds for 500 boxes; from here on one is used that takes a tenth of that. */
const quickRankingFrom = 150;
/** The layout engine takes half a second for so many boxes; more are put in plain columns. */
const columnsFrom = 1_000;

/**
 * A position (top left corner, whole pixels) for every node. Those with a place in `layout` keep it; the others go
 * where the wires suggest, and never over a box that has its place. The same input gives the same result.
 */
export function arrange(
  nodes: readonly ArrangedNode[],
  edges: readonly ArrangedEdge[],
  layout: Readonly<Record<string, Position>>,
): Map<string, Position> {
  const placed = new Map<string, Position>();
  for (const { id } of nodes) {
    const position = Object.hasOwn(layout, id) ? layout[id] : undefined;
    if (position !== undefined) placed.set(id, position);
  }
  if (placed.size === nodes.length) return placed;
  if (placed.size > 0) return placeBeside(nodes, edges, placed);
  return nodes.length < columnsFrom ? arrangeAll(nodes, edges) : arrangeInColumns(nodes, edges);
}

function arrangeAll(nodes: readonly ArrangedNode[], edges: readonly ArrangedEdge[]): Map<string, Position> {
  const ranker = nodes.length < quickRankingFrom ? 'network-simplex' : 'tight-tree';
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: gap.row, ranksep: gap.column, ranker });
  graph.setDefaultEdgeLabel(() => ({}));
  // Numbers instead of ids: the library keeps its nodes in plain objects, where an id such as `constructor` collides.
  const keys = new Map(nodes.map((node, index) => [node.id, `n${index}`]));
  for (const node of nodes) graph.setNode(keys.get(node.id) ?? '', nodeSize(node));
  for (const { source, target } of edges) {
    const from = keys.get(source);
    const to = keys.get(target);
    if (from !== undefined && to !== undefined && from !== to) graph.setEdge(from, to);
  }
  dagre.layout(graph);
  return new Map(
    nodes.map((node) => {
      const { x, y, width, height } = graph.node(keys.get(node.id) ?? '') as Position & {
        width: number;
        height: number;
      };
      return [node.id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2) }];
    }),
  );
}
