/** What is wrong with single wires. */
import { unknownOutput } from './checkWires';
import type { GraphEdge } from './graph';
import { planOf } from './plan';
import type { WorkflowNode } from './workflow';

/** Gives the sentence of what is wrong with an edge; null when nothing is. `outputsOf`: null where they are not known. */
export function edgeProblems(
  nodes: readonly WorkflowNode[],
  outputsOf: (node: WorkflowNode) => readonly string[] | null,
): (edge: GraphEdge) => string | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const cycles = planOf({ nodes }).cycles;
  const knots = new Map(cycles.flatMap((ids) => ids.map((id) => [id, ids] as const)));
  return ({ source, target, sourcePort }) => {
    const node = byId.get(source);
    const outputs = node === undefined || sourcePort === null ? null : outputsOf(node);
    if (sourcePort !== null && outputs !== null && !outputs.includes(sourcePort)) {
      return unknownOutput(source, sourcePort, outputs);
    }
    const knot = knots.get(source);
    if (knot === undefined || knot !== knots.get(target)) return null;
    return `\`${target}\` and \`${source}\` wait for each other, so that neither would ever run.`;
  };
}
