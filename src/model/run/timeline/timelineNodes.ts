/** The nodes of a run as its timeline needs them: what each waits for, and which module it is inside of. */
import { planOf } from '../../workflow/plan';
import { runNodesOf, scopeOf } from '../../workflow/runNodes';
import type { Workflow } from '../../workflow/workflow';

export interface TimelineNode {
  /** Such as `scan/fetch`. */
  readonly path: string;
  /** Its label, else its id. */
  readonly title: string;
  /** Path of the module that it is directly inside of; null: it is a node of the workflow itself. */
  readonly module: string | null;
  readonly isModule: boolean;
  /** Paths of those beside it whose end it waits for. */
  readonly needs: readonly string[];
}

interface Content {
  readonly source: { readonly entry: string };
  readonly workflow: Workflow;
  readonly modules: Readonly<Record<string, Workflow>>;
}

/** In the order of the file, a module before what is inside of it. @throws as scopeOf */
export function timelineNodesOf(content: Content): TimelineNode[] {
  const plans = new Map<Workflow, ReturnType<typeof planOf>>();
  return runNodesOf(scopeOf(content)).map(({ path, node, scope, inside }) => {
    const plan = plans.get(scope.workflow) ?? planOf(scope.workflow);
    plans.set(scope.workflow, plan);
    const needs = plan.dependencies.get(node.id) ?? [];
    return {
      path,
      title: node.label ?? node.id,
      module: scope.within?.path ?? null,
      isModule: inside !== null,
      needs: needs.flatMap((id) => scope.nodes.get(id)?.path ?? []),
    };
  });
}
