/** Names that an edit gives, and names that it uses. */
import { inputsNodeId } from '../graph';
import { inputNamePattern, inputNameRule, nodeIdPattern, nodeIdRule } from '../names';
import { didYouMean } from '../nearest';
import type { Workflow, WorkflowNode } from '../workflow';
import { freeId, freeName } from './freeId';
import type { Refusal, RefusalCode } from './workflowEdit';

/** A refusal with its sentence. */
export function refused(code: RefusalCode, message: string, suggestion?: string): Refusal {
  return { kind: 'refused', code, message, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** What speaks against a new id of a node. */
export function checkNewId(
  workflow: { readonly nodes: readonly { readonly id: string }[] },
  id: string,
): Refusal | null {
  const taken = new Set(workflow.nodes.map((node) => node.id));
  const free = freeId(id, taken);
  const hint = `Use \`${free}\`, for example.`;
  if (!nodeIdPattern.test(id)) {
    return refused('invalid-name', `\`${id}\` cannot be used here: ${nodeIdRule}. ${hint}`, free);
  }
  if (id === inputsNodeId) {
    return refused('taken', `\`${id}\` stands for the inputs of the workflow. ${hint}`, free);
  }
  return taken.has(id) ? refused('taken', `There is a node \`${id}\` already. ${hint}`, free) : null;
}

/** What speaks against a new name of an input or output. */
export function checkNewName(name: string, known: readonly { readonly name: string }[], of: string): Refusal | null {
  const taken = new Set(known.map((one) => one.name));
  const free = freeName(name, taken);
  const hint = `Use \`${free}\`, for example.`;
  if (!inputNamePattern.test(name)) {
    return refused('invalid-name', `\`${name}\` cannot be used here: ${inputNameRule}. ${hint}`, free);
  }
  return taken.has(name) ? refused('taken', `${of} has \`${name}\` already. ${hint}`, free) : null;
}

/** What speaks against the name of an input or output that is given a value, old or new. */
export function checkName(name: string, known: readonly { readonly name: string }[], of: string): Refusal | null {
  return known.some((one) => one.name === name) ? null : checkNewName(name, known, of);
}

/** The sentence for a name that is not there. */
export function checkKnown(name: string, known: readonly { readonly name: string }[], of: string): Refusal | null {
  const names = known.map((one) => one.name);
  return names.includes(name) ? null : refused('unknown-name', `${of} has no \`${name}\`.${didYouMean(name, names)}`);
}

/** The node of an id, or the sentence that there is none. */
export function nodeOf(workflow: Workflow, id: string): WorkflowNode | Refusal {
  const ids = workflow.nodes.map((node) => node.id);
  const found = workflow.nodes.find((node) => node.id === id);
  return found ?? refused('unknown-node', `There is no node \`${id}\`.${didYouMean(id, ids)}`);
}

/** True for a refusal among other results. */
export function isRefusal(result: object): result is Refusal {
  return 'kind' in result && result.kind === 'refused';
}
