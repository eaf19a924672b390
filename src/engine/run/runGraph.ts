/** The nodes of a run that is not over, and which of them wait for which. */
import { isNodeEnded } from '../../model/run/status';
import { planOf, type Plan } from '../../model/workflow/plan';
import { runNodesOf, scopeOf, type RunNode, type Scope } from '../../model/workflow/runNodes';
import type { StoredNodeRun } from '../store/rows';
import type { StoredSnapshot } from '../store/snapshots';
import type { AttemptExecution } from './attemptExecution';

/** A node as its run sees it: what is to be done, and what is known of it. */
export interface ActiveNode {
  /** Of its row in the store. */
  readonly place: number;
  readonly definition: RunNode;
  /** Changed in place. */
  readonly run: StoredNodeRun;
  /** Nodes before it that have not ended. */
  waitsFor: number;
  /** Of a module: nodes directly inside that have not ended. */
  leftInside: number;
  execution: AttemptExecution | null;
}

export class RunGraph {
  /** A module stands before the nodes inside it. */
  readonly nodes: readonly ActiveNode[];
  /** The workflow itself. */
  readonly scope: Scope;
  readonly #byPath: ReadonlyMap<string, ActiveNode>;
  readonly #plans = new Map<Scope, Plan>();

  constructor(snapshot: StoredSnapshot, nodeRuns: readonly StoredNodeRun[]) {
    this.scope = scopeOf(snapshot);
    const stored = new Map(nodeRuns.map((nodeRun) => [nodeRun.nodeId, nodeRun]));
    this.nodes = runNodesOf(this.scope).flatMap((definition, place) => {
      const run = stored.get(definition.path);
      return run === undefined ? [] : [{ place, definition, run, waitsFor: 0, leftInside: 0, execution: null }];
    });
    this.#byPath = new Map(this.nodes.map((active) => [active.definition.path, active]));
    for (const active of this.nodes) {
      active.waitsFor = notEnded(this.before(active));
      if (active.definition.inside !== null) active.leftInside = notEnded(this.within(active.definition.inside));
    }
  }

  at(path: string): ActiveNode | undefined {
    return this.#byPath.get(path);
  }

  /** Those whose end it waits for, beside it in its file. */
  before({ definition }: ActiveNode): ActiveNode[] {
    const ids = this.#planOf(definition.scope).dependencies.get(definition.node.id) ?? [];
    return this.#inScope(definition.scope, ids);
  }

  /** Those that wait for its end. */
  after({ definition }: ActiveNode): ActiveNode[] {
    const ids = this.#planOf(definition.scope).dependents.get(definition.node.id) ?? [];
    return this.#inScope(definition.scope, ids);
  }

  /** The nodes of a workflow, or directly inside of a module. */
  within(scope: Scope): ActiveNode[] {
    return this.#inScope(scope, [...scope.nodes.keys()]);
  }

  /** The module it is inside of; null for a node of the workflow itself. */
  moduleOf({ definition }: ActiveNode): ActiveNode | null {
    const { within } = definition.scope;
    return within === null ? null : (this.at(within.path) ?? null);
  }

  /** True when its turn depends on nothing but nodes beside it: it is in no module, or that has begun. */
  isOpen(active: ActiveNode): boolean {
    const module = this.moduleOf(active);
    return module === null || module.run.status === 'running';
  }

  /** What decides how the workflow, or a module, ended. */
  ends(scope: Scope): { status: StoredNodeRun['status']; isEndNode: boolean }[] {
    const { endNodes } = this.#planOf(scope);
    return this.within(scope).map(({ definition, run }) => ({
      status: run.status,
      isEndNode: endNodes.has(definition.node.id),
    }));
  }

  #inScope(scope: Scope, ids: readonly string[]): ActiveNode[] {
    return ids.flatMap((id) => this.at(scope.nodes.get(id)?.path ?? '') ?? []);
  }

  #planOf(scope: Scope): Plan {
    const known = this.#plans.get(scope);
    if (known !== undefined) return known;
    const plan = planOf(scope.workflow);
    this.#plans.set(scope, plan);
    return plan;
  }
}

function notEnded(nodes: readonly ActiveNode[]): number {
  return nodes.filter(({ run }) => !isNodeEnded(run.status)).length;
}
