/** Which nodes a re-run of a part has to execute; the results of all others still stand. */
import { planOf, withAllAfter } from './plan';
import type { RunNode, Scope } from './runNodes';

/**
 * Paths of the nodes that must run, all that come after them, and the modules these are in. A module that must run, or
 * comes after a node that does, runs as a whole.
 */
export function nodesToRun(scope: Scope, mustRun: (node: RunNode) => boolean): Set<string> {
  const found = new Set<string>();
  visit(scope, 'part');
  return found;

  function visit(scope: Scope, which: 'all' | 'part'): void {
    const plan = planOf(scope.workflow);
    const first = [...scope.nodes].filter(([, node]) => which === 'all' || holdsOne(node)).map(([id]) => id);
    const running = withAllAfter(plan, first);
    for (const id of running) {
      const node = scope.nodes.get(id);
      if (node === undefined) continue;
      found.add(node.path);
      if (node.inside === null) continue;
      const isBehind = plan.dependencies.get(id)?.some((before) => running.has(before)) === true;
      visit(node.inside, which === 'all' || isBehind || mustRun(node) ? 'all' : 'part');
    }
  }

  function holdsOne(node: RunNode): boolean {
    return mustRun(node) || (node.inside !== null && [...node.inside.nodes.values()].some(holdsOne));
  }
}
