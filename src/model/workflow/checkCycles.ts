/** Nodes that wait for each other. */
import type { Finding } from './finding';
import { planOf } from './plan';
import type { Workflow } from './workflow';
import { keyRangeAt, type Tree } from './yamlTree';

/** A finding for each knot of nodes, that names the way round. A node that needs itself has a finding of its own. */
export function checkCycles(workflow: Workflow, tree: Tree): Finding[] {
  const nodes = workflow.nodes.map((node) => ({ ...node, needs: node.needs.filter((id) => id !== node.id) }));
  return planOf({ nodes }).cycles.flatMap((cycle): Finding[] => {
    const [first] = cycle;
    if (first === undefined) return [];
    const way = [...cycle, first].join(' → ');
    const message = `These nodes wait for each other: ${way}. Remove one of the wires or needs between them.`;
    return [{ severity: 'error', code: 'cycle', message, range: keyRangeAt(tree, ['nodes', first]), nodeId: first }];
  });
}
