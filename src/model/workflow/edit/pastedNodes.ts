/** Nodes from elsewhere, made to fit into a workflow. */
import type { MovedNode } from '../moveEdit';
import { wireText } from '../wires';
import type { InputValue, WireSource, Workflow, WorkflowNode } from '../workflow';
import { freeId } from './freeId';
import type { EditNote } from './workflowEdit';

interface Pasted {
  readonly nodes: readonly WorkflowNode[];
  readonly positions: readonly MovedNode[];
  readonly notes: readonly EditNote[];
}

/** The nodes with free ids, wired among each other as before, and to the workflow where it has what they name. */
export function pastedNodes(
  workflow: Workflow,
  nodes: readonly WorkflowNode[],
  positions: readonly MovedNode[],
): Pasted {
  const ids = newIds(workflow, nodes);
  const notes: EditNote[] = [];
  for (const [from, to] of ids) if (from !== to) notes.push({ kind: 'renamed', from, to });
  const fitted = nodes.map((node): WorkflowNode => {
    const id = ids.get(node.id) ?? node.id;
    const leaveOut = (source: string): void => void notes.push({ kind: 'leftOut', nodeId: id, source });
    return {
      ...node,
      id,
      inputs: node.inputs.flatMap((input) => {
        const value = fittedValue(input.value, workflow, ids);
        if (value === null && input.value.kind === 'wire') leaveOut(wireText(input.value.source));
        return value === null ? [] : [{ name: input.name, value }];
      }),
      needs: node.needs.flatMap((need) => {
        const known = ids.get(need) ?? (workflow.nodes.some((other) => other.id === need) ? need : null);
        if (known === null) leaveOut(need);
        return known === null ? [] : [known];
      }),
    };
  });
  const placed = positions.map((one) => ({ ...one, nodeId: ids.get(one.nodeId) ?? one.nodeId }));
  return { nodes: fitted, positions: placed, notes };
}

function newIds(workflow: Workflow, nodes: readonly WorkflowNode[]): Map<string, string> {
  const taken = new Set(workflow.nodes.map((node) => node.id));
  const ids = new Map<string, string>();
  for (const { id } of nodes) {
    const free = freeId(id, taken);
    taken.add(free);
    ids.set(id, free);
  }
  return ids;
}

function fittedValue(value: InputValue, workflow: Workflow, ids: ReadonlyMap<string, string>): InputValue | null {
  if (value.kind !== 'wire') return value;
  const source = fittedSource(value.source, workflow, ids);
  return source === null ? null : { kind: 'wire', source };
}

function fittedSource(source: WireSource, workflow: Workflow, ids: ReadonlyMap<string, string>): WireSource | null {
  if (source.kind === 'input') return workflow.inputs.some(({ name }) => name === source.input) ? source : null;
  const renamed = ids.get(source.node);
  if (renamed !== undefined) return { ...source, node: renamed };
  const node = workflow.nodes.find(({ id }) => id === source.node);
  if (node === undefined) return null;
  return node.action.kind === 'module' || node.outputs.some(({ name }) => name === source.output) ? source : null;
}
