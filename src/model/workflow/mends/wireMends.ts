/** Mends of wires that come from nothing. */
import { outputNames } from '../edit/checkConnection';
import { checkEdit } from '../edit/checkEdit';
import type { WorkflowEdit } from '../edit/workflowEdit';
import { inputsNodeId } from '../graph';
import { nearest } from '../nearest';
import type { Problem } from '../problem';
import type { Spot } from '../spotAt';
import { parseWire, wireText } from '../wires';
import type { InputType, WireSource, Workflow } from '../workflow';
import { changeTo, named, type Mend, type MendedFile } from './mend';
import { wordMend } from './wordMend';

/** Where a value could come from instead, and what could be declared so that it comes from where it says. */
export function wireMends(problem: Problem, spot: Spot, file: MendedFile, workflow: Workflow): readonly Mend[] {
  if (isInputOfNode(spot)) return [inputOfModule(spot, file, workflow)].filter((mend) => mend !== null);
  if (spot.text === null || spot.path.at(-1) !== 'from') return [];
  const source = parseWire(spot.text);
  const near = source === null ? sourceOfWord(spot.text, file, workflow) : nearSource(source, file, workflow);
  const declaration =
    source === null || problem.code === 'unknown-node' ? null : declared(source, spot, file, workflow);
  const change = near === null ? null : rewired(spot, near, file, workflow);
  return [change, declaration].filter((mend) => mend !== null);
}

/** `nodes`, id, `inputs`, name: the problem is the name, which the module does not have. */
function isInputOfNode({ path }: Spot): boolean {
  return path[0] === 'nodes' && path.length === 4;
}

function inputOfModule({ path }: Spot, { around }: MendedFile, workflow: Workflow): Mend | null {
  const [, nodeId = '', , name = ''] = path;
  const action = workflow.nodes.find(({ id }) => id === nodeId)?.action;
  const module = action?.kind === 'module' ? around.moduleOf?.(action.uses) : null;
  const near = nearest(name, namesOf(module?.inputs ?? []));
  return near === null ? null : changeTo(near, { kind: 'renameNodeInput', nodeId, name, to: near });
}

/** A word without a dot: a node with one output, or an input of the workflow, but not both. */
function sourceOfWord(word: string, { around }: MendedFile, workflow: Workflow): WireSource | null {
  const node = workflow.nodes.find(({ id }) => id === word);
  const [output, ...others] = (node && outputNames(node, around)) ?? [];
  const isInput = namesOf(workflow.inputs).includes(word);
  if (node === undefined) return isInput ? { kind: 'input', input: word } : null;
  return output === undefined || others.length > 0 || isInput ? null : { kind: 'output', node: word, output };
}

function nearSource(source: WireSource, { around }: MendedFile, workflow: Workflow): WireSource | null {
  const { nodes, inputs } = workflow;
  const from = source.kind === 'input' ? inputsNodeId : source.node;
  const name = source.kind === 'input' ? source.input : source.output;
  const ids = nodes.map(({ id }) => id);
  const nearFrom = [inputsNodeId, ...ids].includes(from) ? from : nearest(from, [...ids, inputsNodeId]);
  if (nearFrom === null) return null;
  if (nearFrom === inputsNodeId) {
    const input = nearName(name, namesOf(inputs));
    return input === null ? null : { kind: 'input', input };
  }
  const node = nodes.find(({ id }) => id === nearFrom);
  const known = node === undefined ? [] : outputNames(node, around);
  const output = known === null ? name : nearName(name, known);
  return output === null ? null : { kind: 'output', node: nearFrom, output };
}

function nearName(name: string, known: readonly string[]): string | null {
  return known.includes(name) ? name : nearest(name, known);
}

function rewired(spot: Spot, source: WireSource, file: MendedFile, workflow: Workflow): Mend | null {
  const edit = wireEdit(spot, source);
  if (edit === null || checkEdit(workflow, edit, file.around) !== null) return null;
  const to = wireText(source);
  return wordMend(spot, to, file, changeTo(to, edit));
}

function wireEdit({ path }: Spot, source: WireSource): WorkflowEdit | null {
  const [section, one = '', , name = ''] = path;
  if (section === 'outputs') return { kind: 'setWorkflowOutput', name: one, from: source };
  if (section !== 'nodes') return null;
  return { kind: 'setNodeInput', nodeId: one, name, value: { kind: 'wire', source } };
}

/** What is missing, declared where the wire looks for it. */
function declared(source: WireSource, spot: Spot, file: MendedFile, workflow: Workflow): Mend | null {
  if (source.kind === 'input') {
    const { input: name } = source;
    if (namesOf(workflow.inputs).includes(name)) return null;
    const title = `Declare the input ${named(name)} of the workflow`;
    const type = wantedType(spot, file, workflow) ?? 'string';
    return { kind: 'edit', title, edit: { kind: 'setWorkflowInput', name, type, default: null } };
  }
  const { node, output } = source;
  const title = `Declare the output ${named(output)} of ${named(node)}`;
  return { kind: 'edit', title, edit: { kind: 'setNodeOutput', nodeId: node, name: output, path: output } };
}

/** The type of the module's input that a wire leads to. */
function wantedType({ path }: Spot, { around }: MendedFile, workflow: Workflow): InputType | null {
  const [section, nodeId, , name] = path;
  const action = section === 'nodes' ? workflow.nodes.find(({ id }) => id === nodeId)?.action : undefined;
  const module = action?.kind === 'module' ? around.moduleOf?.(action.uses) : null;
  return module?.inputs.find((input) => input.name === name)?.type ?? null;
}

function namesOf(list: readonly { readonly name: string }[]): string[] {
  return list.map(({ name }) => name);
}
