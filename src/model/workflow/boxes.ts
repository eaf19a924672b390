/** What the ways to arrange a canvas have in common. */
import type { GraphEdge, GraphNode } from './graph';
import { precedenceOf, type Precedence } from './precedence';

export type ArrangedNode = Pick<GraphNode, 'id' | 'inputPorts' | 'outputPorts'>;
export type ArrangedEdge = Pick<GraphEdge, 'source' | 'target'>;

/** Empty canvas pixels between two boxes of a column, and between two columns. */
export const gap = { row: 32, column: 80 } as const;

/** Which boxes stand left and right of which. */
export function precedenceOfBoxes(nodes: readonly ArrangedNode[], edges: readonly ArrangedEdge[]): Precedence {
  const sources = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  for (const { source, target } of edges) if (source !== target) sources.get(target)?.push(source);
  return precedenceOf([...sources.keys()], (id) => sources.get(id) ?? []);
}
