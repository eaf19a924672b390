/** From the graph and its run to what React Flow draws. An object that would say the same is the one of last time. */
import type { Edge, Node } from '@xyflow/react';
import type { UsualNode } from '../../../model/history/slowNode';
import { wordsOfModules } from '../../../model/run/modulePart';
import type { NodeRun } from '../../../model/run/run';
import { nodeSize, type Graph, type GraphNode } from '../../../model/workflow/graph';
import type { Position } from '../../../model/workflow/workflow';
import { edgeTone } from './edgeTone';
import { accessibleName, type NodeFacts } from './nodeWords';
import { edgePorts, portBorder, portPlaces } from './ports';

export type CardNode = Node<NodeFacts & Record<string, unknown>, 'card'>;

/** What decides how nodes look and where they are. */
export interface FlowInput {
  readonly graph: Graph;
  readonly nodeRuns: ReadonlyMap<string, NodeRun>;
  readonly stale: ReadonlySet<string>;
  readonly usual: ReadonlyMap<string, UsualNode>;
  readonly selected: ReadonlySet<string>;
  /** Id of a wire. */
  readonly selectedEdge: string | null;
  /** Positions of a drag that the host has not confirmed yet. */
  readonly moved: ReadonlyMap<string, Position>;
}

/** The nodes to draw, in the order of the graph. `before` are those drawn last time. */
export function flowNodes(before: CardNode[], input: FlowInput): CardNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const modules = wordsOfModules(input.nodeRuns.values());
  return keptList(
    before,
    input.graph.nodes.map((node) => flowNode(known.get(node.id), node, input, modules.get(node.id))),
  );
}

function flowNode(
  before: CardNode | undefined,
  node: GraphNode,
  input: FlowInput,
  inside: string | undefined,
): CardNode {
  const run = input.nodeRuns.get(node.id);
  const stale = input.stale.has(node.id);
  const usual = input.usual.get(node.id);
  const selected = input.selected.has(node.id);
  const position = input.moved.get(node.id) ?? node.position;
  const known = before?.data;
  const sameFacts =
    known?.node === node &&
    known.run === run &&
    known.stale === stale &&
    known.usual === usual &&
    known.inside === inside;
  const samePlace = before?.position.x === position.x && before.position.y === position.y;
  if (before !== undefined && sameFacts && samePlace && before.selected === selected) return before;
  const data = before !== undefined && sameFacts ? before.data : { node, run, stale, usual, inside };
  return { ...(before?.data.node === node ? before : newBox(node)), ...face(data, selected), position, data, selected };
}

/** Size and ports are given, so that React Flow need not mount a node to measure it (xyflow#3883). */
function newBox(node: GraphNode): Omit<CardNode, 'data' | 'position'> {
  const size = nodeSize(node);
  const handles = portPlaces(node).map(({ id, side, size, x, y }) => {
    return { id, type: side, position: portBorder(side), x: x - size / 2, y: y - size / 2, width: size, height: size };
  });
  return { id: node.id, type: 'card', ...size, measured: size, handles, ariaRole: 'group' };
}

function face(data: NodeFacts, selected: boolean): Pick<CardNode, 'ariaLabel' | 'domAttributes'> {
  // Focus is moved by the model (nodes out of sight are not in the page), so no node is a tab stop of its own.
  return {
    ariaLabel: accessibleName(data),
    domAttributes: { tabIndex: -1, 'aria-current': selected, 'aria-describedby': 'node-wires' },
  };
}

/** The edges to draw; those of selected nodes are marked. */
export function flowEdges(before: Edge[], input: FlowInput): Edge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  const edges = input.graph.edges.map((edge) => {
    const tone = edgeTone(input.nodeRuns.get(edge.source), input.nodeRuns.get(edge.target));
    const near = input.selected.has(edge.source) || input.selected.has(edge.target);
    const drawn = edge.problem === undefined ? tone : `${tone} faulty`;
    const className = edge.id === input.selectedEdge ? `${drawn} chosen` : near ? `${drawn} near` : drawn;
    const old = known.get(edge.id);
    const ports = edgePorts(edge);
    const same =
      old?.className === className &&
      old.source === edge.source &&
      old.target === edge.target &&
      old.sourceHandle === ports.sourceHandle &&
      old.targetHandle === ports.targetHandle;
    return same ? old : { id: edge.id, source: edge.source, target: edge.target, ...ports, className };
  });
  return keptList(before, edges);
}

function keptList<T>(before: T[], after: T[]): T[] {
  return after.length === before.length && after.every((item, i) => item === before[i]) ? before : after;
}
