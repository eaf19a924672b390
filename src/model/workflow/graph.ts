/** What the canvas draws: boxes with ports, and the edges between them. */
import type { Position } from './workflow';

/** Id of the box that stands for the workflow's own inputs; no node may be called so. */
export const inputsNodeId = 'inputs';

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  readonly id: string;
  /** Its label, else its id. */
  readonly title: string;
  readonly kind: 'run' | 'script' | 'module' | 'inputs';
  /** What it is, in a few words: the shell, the script file, the module file. */
  readonly what: string;
  readonly inputPorts: readonly string[];
  readonly outputPorts: readonly string[];
  readonly position: Position;
  readonly problems: readonly NodeProblem[];
}

export interface NodeProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface GraphEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Names of the ports it joins; null for an edge of order alone (`needs`). */
  readonly sourcePort: string | null;
  readonly targetPort: string | null;
  /** What is wrong with it, in a sentence; absent when nothing is. */
  readonly problem?: string;
}

/** Sizes of a node's box in canvas pixels; host, layout and canvas must agree on them. */
export const nodeBox = { width: 220, headerHeight: 48, portHeight: 20, padding: 8 } as const;

/** Width and height of a node's box: fixed width, and a line for each pair of ports. */
export function nodeSize(node: Pick<GraphNode, 'inputPorts' | 'outputPorts'>): { width: number; height: number } {
  const lines = Math.max(node.inputPorts.length, node.outputPorts.length);
  const ports = lines === 0 ? 0 : lines * nodeBox.portHeight + nodeBox.padding;
  return { width: nodeBox.width, height: nodeBox.headerHeight + ports };
}
