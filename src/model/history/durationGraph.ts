/** What a run has to do, in an order in which it can be done: the nodes that execute, and the modules around them. */
import { planOf } from '../workflow/plan';
import type { Scope } from '../workflow/runNodes';

export interface DurationStep {
  readonly path: string;
  /** Paths of what has to end before it begins; all of them stand before it. A module ends when what is inside has. */
  readonly dependencies: readonly string[];
  /** A module takes no time of its own. */
  readonly kind: 'node' | 'module';
  /** It runs although something it needs did not succeed. */
  readonly isAlways: boolean;
}

/** Every node behind all that it waits for; those inside a module wait for what the module waits for. */
export function durationGraph(scope: Scope, before: readonly string[] = []): DurationStep[] {
  const plan = planOf(scope.workflow);
  return plan.order.flatMap((id): DurationStep[] => {
    const runNode = scope.nodes.get(id);
    if (runNode === undefined) return [];
    const needed = (plan.dependencies.get(id) ?? []).flatMap((other) => scope.nodes.get(other)?.path ?? []);
    const dependencies = [...before, ...needed];
    const isAlways = runNode.node.when === 'always';
    const { path, inside } = runNode;
    if (inside === null) return [{ path, dependencies, kind: 'node', isAlways }];
    const steps = durationGraph(inside, dependencies);
    const all = [...dependencies, ...[...inside.nodes.values()].map((node) => node.path)];
    return [...steps, { path, dependencies: all, kind: 'module', isAlways }];
  });
}
