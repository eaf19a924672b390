/** The canonical form: what decides an execution, and nothing else, as text that is the same for the same meaning. */
import { wireText } from './wires';
import type { InputValue, Workflow, WorkflowInput, WorkflowNode } from './workflow';

/** What stands outside of the file but decides what it does. Null when a file is missing. */
export interface Surroundings {
  /** The text of a script file, by its path as written. */
  readonly scriptText: (script: string) => string | null;
  /** The version id of a module, by its path as written. */
  readonly moduleVersion: (uses: string) => string | null;
}

/** JSON of what decides the execution of a workflow or module. Sorted throughout, so that no order counts. */
export function canonicalWorkflow(workflow: Workflow, surroundings: Surroundings): string {
  return JSON.stringify({
    inputs: byName(workflow.inputs).map(canonicalInput),
    nodes: [...workflow.nodes]
      .sort((a, b) => compare(a.id, b.id))
      .map((node) => [node.id, canonicalNode(node, surroundings)]),
    outputs: byName(workflow.outputs).map((output) => [output.name, wireText(output.from)]),
  });
}

/** JSON of what decides the execution of one node, without its id. */
export function canonicalNode(node: WorkflowNode, surroundings: Surroundings): string {
  return JSON.stringify({
    action: canonicalAction(node, surroundings),
    inputs: byName(node.inputs).map((input) => [input.name, ...canonicalValue(input.value)]),
    outputs: byName(node.outputs).map((output) => [output.name, output.path]),
    needs: [...node.needs].sort(compare),
    when: node.when,
    timeout: node.timeoutSeconds ?? null,
    retries: node.retries,
    machine: node.machine ?? null,
  });
}

function canonicalInput(input: WorkflowInput): unknown[] {
  return [input.name, input.type, input.default ?? null];
}

function canonicalAction({ action }: WorkflowNode, surroundings: Surroundings): unknown[] {
  switch (action.kind) {
    case 'run':
      return ['run', action.shell, action.run];
    case 'script':
      return ['script', action.shell, surroundings.scriptText(action.script)];
    case 'module':
      return ['module', surroundings.moduleVersion(action.uses)];
  }
}

function canonicalValue(value: InputValue): string[] {
  switch (value.kind) {
    case 'literal':
      return ['literal', value.value];
    case 'path':
      return ['path', value.path];
    case 'wire':
      return ['wire', wireText(value.source)];
  }
}

function byName<Named extends { readonly name: string }>(list: readonly Named[]): Named[] {
  return [...list].sort((a, b) => compare(a.name, b.name));
}

/** By code units: the same on every machine, unlike `localeCompare`. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
