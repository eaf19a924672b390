/** The order that wires and needs give to the nodes of a workflow. */
import type { Workflow, WorkflowNode } from './workflow';

export interface Plan {
  /** Ids of the nodes that come directly before each node, by wire or by need, each once. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
  /** Ids of the nodes that come directly after each node. */
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  /** Nodes that nothing depends on and that are not `when: always`: they decide between Partial Success and Failed. */
  readonly endNodes: ReadonlySet<string>;
  /** Every node behind all that it depends on, otherwise in the order of the file. Nodes on a cycle are left out. */
  readonly order: readonly string[];
  /** Ids along one cycle for each knot of nodes that depend on each other, in the order of the wires. */
  readonly cycles: readonly (readonly string[])[];
}

/** The plan of a workflow. Wires and needs that name no node are left out. */
export function planOf(workflow: Pick<Workflow, 'nodes'>): Plan {
  const ids = new Set(workflow.nodes.map((node) => node.id));
  const dependencies = new Map<string, readonly string[]>();
  const dependents = new Map<string, string[]>(workflow.nodes.map((node) => [node.id, []]));
  for (const node of workflow.nodes) {
    const before = dependenciesOf(node).filter((id) => ids.has(id));
    dependencies.set(node.id, before);
    for (const id of before) dependents.get(id)?.push(node.id);
  }
  const order = topologicalOrder(workflow.nodes, dependencies, dependents);
  const isEnd = (node: WorkflowNode): boolean => node.when !== 'always' && dependents.get(node.id)?.length === 0;
  return {
    dependencies,
    dependents,
    endNodes: new Set(workflow.nodes.filter(isEnd).map((node) => node.id)),
    order,
    cycles: order.length === ids.size ? [] : findCycles(workflow.nodes, dependencies, new Set(order)),
  };
}

/** The given nodes and all that come after them. */
export function withAllAfter(plan: Plan, ids: Iterable<string>): Set<string> {
  const found = new Set<string>(ids);
  for (const id of found) for (const next of plan.dependents.get(id) ?? []) found.add(next);
  return found;
}

/** What a node names in wires and `needs`, each once, whether it is there or not. */
function dependenciesOf(node: WorkflowNode): string[] {
  const wired = node.inputs.flatMap(({ value }) =>
    value.kind === 'wire' && value.source.kind === 'output' ? [value.source.node] : [],
  );
  return [...new Set([...wired, ...node.needs])];
}

function topologicalOrder(
  nodes: readonly WorkflowNode[],
  dependencies: Plan['dependencies'],
  dependents: Plan['dependents'],
): string[] {
  const waiting = new Map(nodes.map((node) => [node.id, dependencies.get(node.id)?.length ?? 0]));
  const order = nodes.filter((node) => waiting.get(node.id) === 0).map((node) => node.id);
  for (const id of order) {
    for (const next of dependents.get(id) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  return order;
}

/** One cycle from each group of nodes that the order cannot hold. Walks from a node against the wires until it repeats. */
function findCycles(
  nodes: readonly WorkflowNode[],
  dependencies: Plan['dependencies'],
  ordered: ReadonlySet<string>,
): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>(ordered);
  for (const node of nodes) {
    const walk: string[] = [];
    const placeInWalk = new Map<string, number>();
    let next: string | undefined = node.id;
    while (next !== undefined && !done.has(next) && !placeInWalk.has(next)) {
      placeInWalk.set(next, walk.length);
      walk.push(next);
      // Every node outside of the order has a dependency outside of it, so the walk ends on a cycle or in a done part.
      next = dependencies.get(next)?.find((id) => !ordered.has(id));
    }
    const start = next === undefined ? undefined : placeInWalk.get(next);
    if (start !== undefined) cycles.push(walk.slice(start).toReversed());
    for (const id of walk) done.add(id);
  }
  return cycles;
}
