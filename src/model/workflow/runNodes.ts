/** What a run of a workflow executes: its nodes and, of those that are modules, the nodes inside them, at any depth. */
import { keyOfReference } from './paths';
import type { Workflow, WorkflowNode } from './workflow';

/** One node as a run has it. */
export interface RunNode {
  /** Its path: the ids of the modules it is inside of and its own, such as `scan/fetch`. */
  readonly path: string;
  readonly node: WorkflowNode;
  /** Where its wires and needs lead. */
  readonly scope: Scope;
  /** For a module: its nodes, as they run here. */
  readonly inside: Scope | null;
}

/** A workflow, or a module at one place where it is used. */
export interface Scope {
  /** Key of its file in the workflow's source. */
  readonly file: string;
  readonly workflow: Workflow;
  /** The module node whose inside this is; null for the workflow that is run. */
  readonly within: RunNode | null;
  /** By their ids, in the order of the file. */
  readonly nodes: ReadonlyMap<string, RunNode>;
}

interface Content {
  readonly source: { readonly entry: string };
  readonly workflow: Workflow;
  /** By their key in the workflow's source. */
  readonly modules: Readonly<Record<string, Workflow>>;
}

/** @throws Error when a module is missing or uses itself: such a workflow has problems and is never started */
export function scopeOf({ source, workflow, modules }: Content): Scope {
  return scopeAt(source.entry, workflow, null, [source.entry]);

  function scopeAt(file: string, workflow: Workflow, within: RunNode | null, way: readonly string[]): Scope {
    const nodes = new Map<string, RunNode>();
    const scope: Scope = { file, workflow, within, nodes };
    for (const node of workflow.nodes) nodes.set(node.id, runNodeOf(node, scope, way));
    return scope;
  }

  function runNodeOf(node: WorkflowNode, scope: Scope, way: readonly string[]): RunNode {
    const path = scope.within === null ? node.id : `${scope.within.path}/${node.id}`;
    if (node.action.kind !== 'module') return { path, node, scope, inside: null };
    const file = keyOfReference(scope.file, node.action.uses);
    const module = file !== null && Object.hasOwn(modules, file) ? modules[file] : undefined;
    if (file === null || module === undefined) throw new Error(`The module ${node.action.uses} is missing.`);
    if (way.includes(file)) throw new Error(`Modules use each other in a circle: ${[...way, file].join(' → ')}.`);
    const shell: { -readonly [Key in keyof RunNode]: RunNode[Key] } = { path, node, scope, inside: null };
    shell.inside = scopeAt(file, module, shell, [...way, file]);
    return shell;
  }
}

/** All nodes of the scope, each module before those inside it. */
export function runNodesOf(scope: Scope): RunNode[] {
  return [...scope.nodes.values()].flatMap((runNode) =>
    runNode.inside === null ? [runNode] : [runNode, ...runNodesOf(runNode.inside)],
  );
}

/** What the nodes of a run are called, by path; those without a label are left out. @throws as scopeOf */
export function labelsOf(content: Content): Map<string, string> {
  const nodes = runNodesOf(scopeOf(content));
  return new Map(nodes.flatMap(({ path, node }) => (node.label === undefined ? [] : [[path, node.label]])));
}
