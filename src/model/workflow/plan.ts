/** The order that wires and needs give to the nodes of a workflow. */
import { precedenceOf, type Precedence } from './precedence';
import type { Workflow, WorkflowNode } from './workflow';

export interface Plan extends Precedence {
  /** Nodes that nothing depends on and that are not `when: always`: they decide between Partial Success and Failed. */
  readonly endNodes: ReadonlySet<string>;
  /** Ids along one cycle for each knot of nodes that depend on each other, in the order of the wires. */
  readonly cycles: readonly (readonly string[])[];
}

/** The plan of a workflow. Wires and needs that name no node are left out. */
export function planOf(workflow: Pick<Workflow, 'nodes'>): Plan {
  const nodes = new Map(workflow.nodes.map((node) => [node.id, node]));
  const ids = [...nodes.keys()];
  const precedence = precedenceOf(ids, (id) => namedBy(nodes.get(id)));
  const isEnd = (id: string): boolean =>
    nodes.get(id)?.when !== 'always' && precedence.dependents.get(id)?.length === 0;
  const cycles = precedence.order.length === ids.length ? [] : findCycles(ids, precedence);
  return { ...precedence, endNodes: new Set(ids.filter(isEnd)), cycles };
}

/** The given nodes and all that come after them. */
export function withAllAfter(plan: Plan, ids: Iterable<string>): Set<string> {
  const found = new Set<string>(ids);
  for (const id of found) for (const next of plan.dependents.get(id) ?? []) found.add(next);
  return found;
}

/** Ids that a node names in wires and `needs`, whether they are there or not. */
function namedBy(node: WorkflowNode | undefined): string[] {
  const wired = (node?.inputs ?? []).flatMap(({ value }) =>
    value.kind === 'wire' && value.source.kind === 'output' ? [value.source.node] : [],
  );
  return [...wired, ...(node?.needs ?? [])];
}

/** One cycle from each group of nodes that the order cannot hold. Walks from a node against the wires until it repeats. */
function findCycles(ids: readonly string[], { dependencies, order }: Precedence): string[][] {
  const ordered = new Set(order);
  const done = new Set(order);
  const cycles: string[][] = [];
  for (const id of ids) {
    const walk: string[] = [];
    const placeInWalk = new Map<string, number>();
    let next: string | undefined = id;
    while (next !== undefined && !done.has(next) && !placeInWalk.has(next)) {
      placeInWalk.set(next, walk.length);
      walk.push(next);
      // Every node outside of the order has a dependency outside of it, so the walk ends on a cycle or in a done part.
      next = dependencies.get(next)?.find((other) => !ordered.has(other));
    }
    const start = next === undefined ? undefined : placeInWalk.get(next);
    if (start !== undefined) cycles.push(walk.slice(start).toReversed());
    for (const step of walk) done.add(step);
  }
  return cycles;
}
