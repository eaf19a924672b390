/** What a wire or need may be drawn to and from: exactly those of which checkEdit would let the edit be made. */
import { inputsNodeId } from '../graph';
import type { WireSource, Workflow, WorkflowNode } from '../workflow';
import { checkCycle, checkSource, checkTypes, checkWire, outputNames } from './checkConnection';
import { checkNewName } from './checkNames';
import { freeName } from './freeId';
import type { EditSurroundings } from './workflowEdit';

/** Where a connection begins: `node` for order alone. */
export type ConnectionSource = WireSource | { readonly kind: 'node'; readonly node: string };

/** Where a connection ends: `node` for order alone. */
export type ConnectionTarget =
  /** Null: an input that is still to be made. */
  | { readonly kind: 'input'; readonly node: string; readonly input: string | null }
  | { readonly kind: 'node'; readonly node: string };

/** What of a node fits. */
export interface NodeFit {
  /** `inputs` stands for the workflow's own inputs. */
  readonly nodeId: string;
  /** Inputs that are there when targets were asked for, outputs when sources were. */
  readonly ports: readonly string[];
  /** Free names of inputs that could be added: those of its module, else one that suits the source. */
  readonly newInputs: readonly string[];
  /** It may be joined for order alone. */
  readonly order: boolean;
}

/** All that a connection from `source` may lead to, in the order of the file; nodes of which nothing fits are left out. */
export function targetsOf(workflow: Workflow, source: ConnectionSource, around: EditSurroundings): NodeFit[] {
  const from = source.kind === 'input' ? null : source.node;
  if (source.kind === 'node' ? !has(workflow, source.node) : checkSource(workflow, source, around) !== null) return [];
  return workflow.nodes.flatMap((node) => {
    if (from !== null && checkCycle(workflow, from, node.id) !== null) return [];
    if (source.kind === 'node') return [{ nodeId: node.id, ports: [], newInputs: [], order: true }];
    const takes = (input: string): boolean => checkTypes(workflow, source, { node, input }, around) === null;
    const fit = {
      nodeId: node.id,
      ports: node.inputs.map(({ name }) => name).filter(takes),
      newInputs: newInputsOf(node, source, around).filter(takes),
      order: from !== null,
    };
    return isFit(fit) ? [fit] : [];
  });
}

/** All that a connection to `target` may come from: the workflow's inputs first, then nodes in the order of the file. */
export function sourcesOf(workflow: Workflow, target: ConnectionTarget, around: EditSurroundings): NodeFit[] {
  const node = workflow.nodes.find(({ id }) => id === target.node);
  if (node === undefined) return [];
  const suits = (source: WireSource): boolean => {
    if (target.kind === 'node') return false;
    const inputs = target.input === null ? newInputsOf(node, source, around) : [target.input];
    return inputs.some((input) => checkWire(workflow, source, { node, input }, around) === null);
  };
  const given: NodeFit = {
    nodeId: inputsNodeId,
    ports: workflow.inputs.map(({ name }) => name).filter((input) => suits({ kind: 'input', input })),
    newInputs: [],
    order: false,
  };
  const made = workflow.nodes.map((before): NodeFit => {
    const names = outputNames(before, around) ?? [];
    return {
      nodeId: before.id,
      ports: names.filter((output) => suits({ kind: 'output', node: before.id, output })),
      newInputs: [],
      order: target.kind === 'node' && checkCycle(workflow, before.id, node.id) === null,
    };
  });
  return [given, ...made].filter(isFit);
}

/** The inputs that could be added to a node for a wire from `source`. */
function newInputsOf(node: WorkflowNode, source: WireSource, { moduleOf }: EditSurroundings): string[] {
  const taken = new Set(node.inputs.map(({ name }) => name));
  const module = node.action.kind === 'module' ? moduleOf?.(node.action.uses) : null;
  const names = module
    ? module.inputs.map(({ name }) => name).filter((name) => !taken.has(name))
    : [freeName(source.kind === 'input' ? source.input : source.output, taken)];
  return names.filter((name) => checkNewName(name, node.inputs, node.id) === null);
}

function has(workflow: Workflow, nodeId: string): boolean {
  return workflow.nodes.some(({ id }) => id === nodeId);
}

function isFit({ ports, newInputs, order }: NodeFit): boolean {
  return order || ports.length > 0 || newInputs.length > 0;
}
