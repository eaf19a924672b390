/** One graph of two: the nodes and edges of both, those of the second where they are and the others where they were. */
import { arrange } from '../workflow/arrange';
import { nodeSize, type Graph, type GraphEdge, type GraphNode } from '../workflow/graph';
import type { Position } from '../workflow/workflow';
import type { EdgeKinds } from './difference';

export interface DrawnSide {
  readonly graph: Graph;
  /** Places as the file has them. */
  readonly layout: Readonly<Record<string, Position>>;
}

export interface UnionGraph extends Graph {
  readonly edgeKinds: EdgeKinds;
}

/** Space between a node that gives way and the one in its place, in canvas pixels. */
const gap = 24;

/** The union of two graphs; no node lies over another because of the one that is gone. */
export function unionGraph(left: DrawnSide, right: DrawnSide): UnionGraph {
  const before = new Map(left.graph.nodes.map((node) => [node.id, node]));
  const after = new Map(right.graph.nodes.map((node) => [node.id, node]));
  const removed = left.graph.nodes.filter(({ id }) => !after.has(id));
  const boxes = [...right.graph.nodes.map((node) => withPortsOf(node, before.get(node.id))), ...removed];
  const edges = unionEdges(left.graph.edges, right.graph.edges);
  const layout = placesOf(left.layout, right.layout, removed);
  const positions = arrange(boxes, edges, layout);
  const nodes = boxes.map((node) => ({ ...node, position: positions.get(node.id) ?? node.position }));
  return {
    nodes: givenWay(
      nodes.filter(({ id }) => after.has(id)),
      nodes.filter(({ id }) => !after.has(id)),
    ),
    edges,
    edgeKinds: kindsOf(left.graph.edges, right.graph.edges),
  };
}

function placesOf(
  left: DrawnSide['layout'],
  right: DrawnSide['layout'],
  removed: readonly GraphNode[],
): Record<string, Position> {
  const places = new Map(Object.entries(right));
  for (const { id } of removed) {
    const place = Object.hasOwn(left, id) ? left[id] : undefined;
    if (place !== undefined) places.set(id, place);
  }
  return Object.fromEntries(places);
}

/** Wires that are gone need the ports they ended at. */
function withPortsOf(node: GraphNode, old: GraphNode | undefined): GraphNode {
  if (old === undefined) return node;
  return {
    ...node,
    inputPorts: [...new Set([...node.inputPorts, ...old.inputPorts])],
    outputPorts: [...new Set([...node.outputPorts, ...old.outputPorts])],
  };
}

function unionEdges(left: readonly GraphEdge[], right: readonly GraphEdge[]): GraphEdge[] {
  const known = new Set(right.map(({ id }) => id));
  return [...right, ...left.filter(({ id }) => !known.has(id))];
}

function kindsOf(left: readonly GraphEdge[], right: readonly GraphEdge[]): EdgeKinds {
  const before = new Set(left.map(({ id }) => id));
  const after = new Set(right.map(({ id }) => id));
  return Object.fromEntries([
    ...right.flatMap(({ id }) => (before.has(id) ? [] : [[id, 'added'] as const])),
    ...left.flatMap(({ id }) => (after.has(id) ? [] : [[id, 'removed'] as const])),
  ]);
}

/** Another node may stand where a removed one was: that one is drawn under it. */
function givenWay(staying: readonly GraphNode[], removed: readonly GraphNode[]): GraphNode[] {
  const placed = [...staying];
  for (const node of removed) {
    let { y } = node.position;
    for (;;) {
      const there: GraphNode = { ...node, position: { x: node.position.x, y } };
      const inTheWay = placed.find((other) => overlap(there, other));
      if (inTheWay === undefined) {
        placed.push(there);
        break;
      }
      y = inTheWay.position.y + nodeSize(inTheWay).height + gap;
    }
  }
  return placed;
}

function overlap(one: GraphNode, other: GraphNode): boolean {
  const a = nodeSize(one);
  const b = nodeSize(other);
  return (
    one.position.x < other.position.x + b.width &&
    other.position.x < one.position.x + a.width &&
    one.position.y < other.position.y + b.height &&
    other.position.y < one.position.y + a.height
  );
}
