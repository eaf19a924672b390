/** An edit on the workflow as data: what the edited text must mean. */
import type { Position, WireSource, Workflow, WorkflowNode } from '../workflow';
import { applyToNode } from './applyToNode';
import { put, renamedIn } from './listItems';
import { pastedNodes } from './pastedNodes';
import type { MovedNode } from '../moveEdit';
import type { WorkflowEdit } from './workflowEdit';

/** The workflow after an edit. It must be one that checkEdit allows. */
export function applyToWorkflow(workflow: Workflow, edit: WorkflowEdit): Workflow {
  switch (edit.kind) {
    case 'addNode':
      return withNodes(workflow, [edit.node], edit.at === undefined ? [] : [{ nodeId: edit.node.id, ...edit.at }]);
    case 'paste': {
      const { nodes, positions } = pastedNodes(workflow, edit.nodes, edit.positions);
      return withNodes(workflow, nodes, [...positions, ...(edit.kept ?? [])]);
    }
    case 'removeNodes': {
      const gone = new Set(edit.nodeIds);
      const isGone = (source: WireSource): boolean => source.kind === 'output' && gone.has(source.node);
      const rest = { ...workflow, nodes: workflow.nodes.filter((node) => !gone.has(node.id)) };
      const layout = Object.fromEntries(Object.entries(workflow.layout).filter(([id]) => !gone.has(id)));
      return {
        ...withSources(
          rest,
          (source) => (isGone(source) ? null : source),
          (id) => (gone.has(id) ? null : id),
        ),
        layout,
      };
    }
    case 'renameNode':
      return renamed(workflow, edit.nodeId, edit.to);
    case 'setNodeField':
    case 'setNodeInput':
    case 'removeNodeInput':
    case 'renameNodeInput':
    case 'setNodeOutput':
    case 'addNeed':
    case 'removeNeed':
      return withNode(workflow, edit.nodeId, (node) => applyToNode(node, edit));
    case 'moveWire': {
      const value = inputOf(workflow, edit)?.value;
      if (value === undefined) return workflow;
      const taken = withoutInput(workflow, edit);
      const { nodeId, name } = edit.to;
      return withNode(taken, nodeId, (node) => ({ ...node, inputs: put(node.inputs, { name, value }) }));
    }
    case 'removeNodeOutput':
    case 'renameNodeOutput': {
      const to = edit.kind === 'renameNodeOutput' ? edit.to : null;
      const rewired = withSources(workflow, (source) => {
        if (source.kind !== 'output' || source.node !== edit.nodeId || source.output !== edit.name) return source;
        return to === null ? null : { ...source, output: to };
      });
      return withNode(rewired, edit.nodeId, (node) => ({ ...node, outputs: renamedIn(node.outputs, edit.name, to) }));
    }
    case 'setWorkflowField': {
      const { [edit.field]: _old, ...rest } = workflow;
      const value = edit.value === null || edit.value === '' ? undefined : edit.value;
      const fleet = edit.field === 'fleet' ? 'local' : workflow.fleet;
      return { ...rest, fleet, ...(value === undefined ? {} : { [edit.field]: value }) };
    }
    case 'setWorkflowInput': {
      const given = edit.default === null ? {} : { default: edit.default };
      return { ...workflow, inputs: put(workflow.inputs, { name: edit.name, type: edit.type, ...given }) };
    }
    case 'removeWorkflowInput':
    case 'renameWorkflowInput': {
      const to = edit.kind === 'renameWorkflowInput' ? edit.to : null;
      const rewired = withSources(workflow, (source) => {
        if (source.kind !== 'input' || source.input !== edit.name) return source;
        return to === null ? null : { kind: 'input', input: to };
      });
      return { ...rewired, inputs: renamedIn(workflow.inputs, edit.name, to) };
    }
    case 'setWorkflowOutput':
      return { ...workflow, outputs: put(workflow.outputs, { name: edit.name, from: edit.from }) };
    case 'removeWorkflowOutput':
    case 'renameWorkflowOutput': {
      const to = edit.kind === 'renameWorkflowOutput' ? edit.to : null;
      return { ...workflow, outputs: renamedIn(workflow.outputs, edit.name, to) };
    }
    case 'move':
      return { ...workflow, layout: { ...workflow.layout, ...placesOf(edit.moved) } };
  }
}

interface InputPlace {
  readonly nodeId: string;
  readonly name: string;
}

/** The input at a place; undefined when there is none. */
export function inputOf({ nodes }: Workflow, { nodeId, name }: InputPlace): WorkflowNode['inputs'][number] | undefined {
  return nodes.find(({ id }) => id === nodeId)?.inputs.find((input) => input.name === name);
}

/** The workflow without the input at a place. */
export function withoutInput(workflow: Workflow, { nodeId, name }: InputPlace): Workflow {
  return withNode(workflow, nodeId, (node) => ({ ...node, inputs: renamedIn(node.inputs, name, null) }));
}

function withNode(workflow: Workflow, id: string, change: (node: WorkflowNode) => WorkflowNode): Workflow {
  return { ...workflow, nodes: workflow.nodes.map((node) => (node.id === id ? change(node) : node)) };
}

function withNodes(workflow: Workflow, nodes: readonly WorkflowNode[], positions: readonly MovedNode[]): Workflow {
  const layout = { ...workflow.layout, ...placesOf(positions) };
  return { ...workflow, nodes: [...workflow.nodes, ...nodes], layout };
}

function placesOf(moved: readonly MovedNode[]): Record<string, Position> {
  const whole = (value: number): number => Math.round(value) || 0;
  return Object.fromEntries(moved.map(({ nodeId, x, y }) => [nodeId, { x: whole(x), y: whole(y) }]));
}

function renamed(workflow: Workflow, from: string, to: string): Workflow {
  const nodes = workflow.nodes.map((node) => (node.id === from ? { ...node, id: to } : node));
  const place = Object.hasOwn(workflow.layout, from) ? workflow.layout[from] : undefined;
  const { [from]: _old, ...others } = workflow.layout;
  const layout = place === undefined ? workflow.layout : { ...others, [to]: place };
  return withSources(
    { ...workflow, nodes, layout },
    (source) => (source.kind === 'output' && source.node === from ? { ...source, node: to } : source),
    (id) => (id === from ? to : id),
  );
}

/** The workflow with other sources of its wires, and other needs; what becomes null goes. */
function withSources(
  workflow: Workflow,
  sourceOf: (source: WireSource) => WireSource | null,
  needOf: (id: string) => string | null = (id) => id,
): Workflow {
  return {
    ...workflow,
    nodes: workflow.nodes.map((node) => ({
      ...node,
      inputs: node.inputs.flatMap((input) => {
        if (input.value.kind !== 'wire') return [input];
        const source = sourceOf(input.value.source);
        return source === null ? [] : [{ ...input, value: { kind: 'wire' as const, source } }];
      }),
      needs: [...new Set(node.needs.flatMap((id) => needOf(id) ?? []))],
    })),
    outputs: workflow.outputs.flatMap((output) => {
      const from = sourceOf(output.from);
      return from === null ? [] : [{ ...output, from }];
    }),
  };
}
