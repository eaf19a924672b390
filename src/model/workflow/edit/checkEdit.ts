/** What speaks against an edit, before a letter of the file is touched. */
import { inputTypes, machineSizes, shells, whens } from '../choices';
import { fitsType } from '../inputValues';
import type { Workflow, WorkflowNode } from '../workflow';
import { inputOf, withoutInput } from './applyToWorkflow';
import { checkCycle, checkSource, checkWire } from './checkConnection';
import { checkAction, checkDefault, checkOutputPath, checkRetries, checkTimeout } from './checkFields';
import { checkKnown, checkName, checkNewId, checkNewName, isRefusal, nodeOf, refused } from './checkNames';
import type { EditSurroundings, NodeField, Refusal, WorkflowEdit } from './workflowEdit';

/** The refusal of an edit; null when it may be made. Pasted nodes are made to fit instead. */
export function checkEdit(workflow: Workflow, edit: WorkflowEdit, around: EditSurroundings): Refusal | null {
  switch (edit.kind) {
    case 'addNode':
      return checkNewId(workflow, edit.node.id) ?? checkNewNode(workflow, edit.node, around);
    case 'paste':
      return null;
    case 'removeNodes':
      return firstOf(edit.nodeIds, (id) => refusalOf(nodeOf(workflow, id)));
    case 'renameNode':
      return refusalOf(nodeOf(workflow, edit.nodeId)) ?? checkNewId(workflow, edit.to);
    case 'setWorkflowField':
      return null;
    case 'setWorkflowInput':
      return checkName(edit.name, workflow.inputs, 'The workflow') ?? checkInput(edit);
    case 'removeWorkflowInput':
      return checkKnown(edit.name, workflow.inputs, 'The workflow');
    case 'renameWorkflowInput':
      return renaming(edit, workflow.inputs, 'The workflow');
    case 'setWorkflowOutput':
      return checkName(edit.name, workflow.outputs, 'The module') ?? checkSource(workflow, edit.from, around);
    case 'removeWorkflowOutput':
      return checkKnown(edit.name, workflow.outputs, 'The module');
    case 'renameWorkflowOutput':
      return renaming(edit, workflow.outputs, 'The module');
    case 'move':
      return null;
    case 'moveWire':
      return checkMovedWire(workflow, edit, around);
    default: {
      const node = nodeOf(workflow, edit.nodeId);
      return isRefusal(node) ? node : checkNodeEdit(workflow, node, edit, around);
    }
  }
}

type NodeEdit = WorkflowEdit & {
  kind:
    | 'setNodeField'
    | 'setNodeInput'
    | 'removeNodeInput'
    | 'renameNodeInput'
    | 'setNodeOutput'
    | 'removeNodeOutput'
    | 'renameNodeOutput'
    | 'addNeed'
    | 'removeNeed';
};

function checkNodeEdit(
  workflow: Workflow,
  node: WorkflowNode,
  edit: NodeEdit,
  around: EditSurroundings,
): Refusal | null {
  const of = `\`${node.id}\``;
  switch (edit.kind) {
    case 'setNodeField':
      return checkField(workflow, node, edit.field);
    case 'setNodeInput':
      return checkName(edit.name, node.inputs, of) ?? checkValue(workflow, node, edit, around);
    case 'removeNodeInput':
      return checkKnown(edit.name, node.inputs, of);
    case 'renameNodeInput':
      return renaming(edit, node.inputs, of);
    case 'setNodeOutput':
      return checkName(edit.name, node.outputs, of) ?? checkOutput(node, edit.path);
    case 'removeNodeOutput':
      return checkKnown(edit.name, node.outputs, of);
    case 'renameNodeOutput':
      return renaming(edit, node.outputs, of);
    case 'addNeed':
      return checkNeed(workflow, node, edit.need);
    case 'removeNeed':
      return node.needs.includes(edit.need) ? null : refused('unknown-name', `${of} does not need \`${edit.need}\`.`);
  }
}

function checkMovedWire(
  workflow: Workflow,
  { nodeId, name, to }: WorkflowEdit & { kind: 'moveWire' },
  around: EditSurroundings,
): Refusal | null {
  const node = nodeOf(workflow, nodeId);
  if (isRefusal(node)) return node;
  const value = inputOf(workflow, { nodeId, name })?.value;
  if (value?.kind !== 'wire') return refused('unknown-name', `\`${name}\` of \`${nodeId}\` has no wire.`);
  if (to.nodeId === nodeId && to.name === name) return refused('taken', 'The wire leads there already.');
  // It is judged without itself: it may not stand in its own way.
  const rest = withoutInput(workflow, { nodeId, name });
  const target = nodeOf(rest, to.nodeId);
  if (isRefusal(target)) return target;
  const named = checkName(to.name, target.inputs, `\`${to.nodeId}\``);
  return named ?? checkWire(rest, value.source, { node: target, input: to.name }, around);
}

function checkNewNode(workflow: Workflow, node: WorkflowNode, around: EditSurroundings): Refusal | null {
  const of = `\`${node.id}\``;
  return (
    firstOf(node.inputs, (input) => checkNewName(input.name, [], of) ?? checkValue(workflow, node, input, around)) ??
    firstOf(node.outputs, (output) => checkNewName(output.name, [], of) ?? checkOutput(node, output.path)) ??
    firstOf(node.needs, (need) => checkNeed(workflow, node, need))
  );
}

function checkField(workflow: Workflow, node: WorkflowNode, field: NodeField): Refusal | null {
  switch (field.name) {
    case 'label':
      return null;
    case 'run':
    case 'script':
    case 'uses':
      return checkAction(field, node.id);
    case 'shell':
      if (node.action.kind === 'module') return notOfModule('shell');
      return checkChoice(field, shells);
    case 'needs':
      return firstOf(field.value, (need) => (node.needs.includes(need) ? null : checkNeed(workflow, node, need)));
    case 'when':
      return checkChoice(field, whens);
    case 'timeout':
      return field.value === null ? null : checkTimeout(field.value);
    case 'retries':
      return field.value === null ? null : checkRetries(field.value);
    case 'machine':
      return checkChoice(field, machineSizes);
  }
}

function checkChoice(field: NodeField & { value: string | null }, choices: readonly string[]): Refusal | null {
  if (field.value === null || choices.includes(field.value)) return null;
  return refused('bad-value', `\`${field.name}\` must be one of ${choices.map((one) => `\`${one}\``).join(', ')}.`);
}

function checkValue(
  workflow: Workflow,
  node: WorkflowNode,
  { name, value }: WorkflowNode['inputs'][number],
  around: EditSurroundings,
): Refusal | null {
  if (value.kind === 'wire') return checkWire(workflow, value.source, { node, input: name }, around);
  const module = node.action.kind === 'module' ? around.moduleOf?.(node.action.uses) : null;
  const wanted = module?.inputs.find((input) => input.name === name);
  if (!module || wanted === undefined) return null;
  const isFit = value.kind === 'path' ? isPathType(wanted.type) : fitsType(wanted.type, value.value);
  const given = value.kind === 'path' ? value.path : value.value;
  return isFit
    ? null
    : refused('wrong-type', `\`${name}\` of \`${node.id}\` takes a ${wanted.type}; \`${given}\` is none.`);
}

function isPathType(type: Workflow['inputs'][number]['type']): boolean {
  return type === 'file' || type === 'folder' || type === 'string';
}

function checkOutput(node: WorkflowNode, path: string): Refusal | null {
  return node.action.kind === 'module' ? notOfModule('outputs') : checkOutputPath(path);
}

function notOfModule(key: string): Refusal {
  return refused('not-of-module', `A node that uses a module has no \`${key}\` of its own.`);
}

function checkNeed(workflow: Workflow, node: WorkflowNode, need: string): Refusal | null {
  if (need === node.id) return checkCycle(workflow, need, node.id);
  const found = refusalOf(nodeOf(workflow, need));
  return found ?? checkCycle(workflow, need, node.id);
}

function checkInput(edit: WorkflowEdit & { kind: 'setWorkflowInput' }): Refusal | null {
  if (!inputTypes.includes(edit.type)) {
    return refused('bad-value', `\`type\` must be one of ${inputTypes.map((type) => `\`${type}\``).join(', ')}.`);
  }
  return edit.default === null ? null : checkDefault(edit.name, edit.type, edit.default);
}

function renaming(
  { name, to }: { readonly name: string; readonly to: string },
  known: readonly { readonly name: string }[],
  of: string,
): Refusal | null {
  return checkKnown(name, known, of) ?? checkNewName(to, known, of);
}

function refusalOf(result: object): Refusal | null {
  return isRefusal(result) ? result : null;
}

function firstOf<Item>(items: readonly Item[], check: (item: Item) => Refusal | null): Refusal | null {
  for (const item of items) {
    const refusal = check(item);
    if (refusal !== null) return refusal;
  }
  return null;
}
