/** From a comparison to what React Flow draws. An object that would say the same is the one of last time. */
import type { Edge, Node } from '@xyflow/react';
import type { Comparison } from '../../../model/compare/comparison';
import { nodeStatusLook } from '../../../model/run/display';
import type { NodeRun } from '../../../model/run/run';
import { inputsNodeId, nodeSize, type Graph, type GraphNode } from '../../../model/workflow/graph';
import { edgePorts, portBorder, portPlaces } from '../../editor/model/ports';
import { differenceLooks, type CardKind } from './differenceLook';

export interface CardFacts {
  readonly node: GraphNode;
  readonly kind: CardKind | 'same';
  readonly left: NodeRun | undefined;
  readonly right: NodeRun | undefined;
}

export type ComparedNodeBox = Node<CardFacts & Record<string, unknown>, 'compared'>;

export interface CompareFlowInput {
  readonly graph: Graph;
  readonly comparison: Comparison;
  readonly left: ReadonlyMap<string, NodeRun>;
  readonly right: ReadonlyMap<string, NodeRun>;
  /** Id of the node that is selected; null: none. */
  readonly selected: string | null;
}

/** The nodes and edges that are drawn when only differences are: nodes that differ and what differs between them. */
export function differingGraph(graph: Graph, comparison: Comparison): Graph {
  const { nodes, edgeKinds } = comparison;
  const ends = graph.edges.flatMap(({ id, source, target }) => (edgeKinds[id] === undefined ? [] : [source, target]));
  const shown = new Set([...[...nodes.keys()].map((path) => path.split('/')[0] ?? path), ...ends]);
  if (inputsKind(comparison) !== 'same') shown.add(inputsNodeId);
  return {
    nodes: graph.nodes.filter(({ id }) => shown.has(id)),
    edges: graph.edges.filter(({ source, target }) => shown.has(source) && shown.has(target)),
  };
}

/** The cards to draw, in the order of the graph. `before` are those drawn last time. */
export function comparedBoxes(before: ComparedNodeBox[], input: CompareFlowInput): ComparedNodeBox[] {
  const known = new Map(before.map((box) => [box.id, box]));
  return input.graph.nodes.map((node) => {
    const facts: CardFacts = {
      node,
      kind: kindOf(node, input.comparison),
      left: input.left.get(node.id),
      right: input.right.get(node.id),
    };
    const isSelected = input.selected === node.id;
    const old = known.get(node.id);
    const same =
      old?.data.node === node &&
      old.data.kind === facts.kind &&
      old.data.left === facts.left &&
      old.data.right === facts.right &&
      old.selected === isSelected;
    return same ? old : boxOf(facts, isSelected);
  });
}

function kindOf({ id }: GraphNode, comparison: Comparison): CardKind | 'same' {
  return id === inputsNodeId ? inputsKind(comparison) : (comparison.nodes.get(id)?.kind ?? 'same');
}

/** The inputs are no node of the workflow: their card stands for what is declared, and for what the runs were given. */
function inputsKind({ declared, inputs }: Comparison): CardKind | 'same' {
  if (declared.some(({ name }) => name.startsWith('input '))) return 'changed';
  return inputs.some(({ verdict }) => verdict === 'other') ? 'input' : 'same';
}

function boxOf(facts: CardFacts, isSelected: boolean): ComparedNodeBox {
  const { node } = facts;
  const size = nodeSize(node);
  // Size and ports are given, so that React Flow need not mount a node to measure it (xyflow#3883).
  const handles = portPlaces(node).map(({ id, side, size: dot, x, y }) => {
    return { id, type: side, position: portBorder(side), x: x - dot / 2, y: y - dot / 2, width: dot, height: dot };
  });
  return {
    id: node.id,
    type: 'compared',
    position: node.position,
    data: { ...facts },
    selected: isSelected,
    ...size,
    measured: size,
    handles,
    ariaRole: 'group',
    ariaLabel: cardInWords(facts),
    domAttributes: { tabIndex: -1, 'aria-current': isSelected },
  };
}

/** Title, what it is, how it differs, how it did on both sides. */
export function cardInWords({ node, kind, left, right }: CardFacts): string {
  const parts = [node.title, node.what, kind === 'same' ? 'no difference' : differenceLooks[kind].word];
  if (left !== undefined) parts.push(`before ${nodeStatusLook(left.status).word}`);
  if (right !== undefined) parts.push(`after ${nodeStatusLook(right.status).word}`);
  return parts.join(', ');
}

/** The edges to draw, with what differs of them as a class. */
export function comparedEdges({ graph, comparison, selected }: CompareFlowInput): Edge[] {
  return graph.edges.map((edge) => {
    const near = edge.source === selected || edge.target === selected ? ' near' : '';
    const className = `${comparison.edgeKinds[edge.id] ?? 'same'}${near}`;
    return { id: edge.id, source: edge.source, target: edge.target, ...edgePorts(edge), className };
  });
}
