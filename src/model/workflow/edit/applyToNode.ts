/** An edit on one node as data. */
import { parseDuration } from '../duration';
import type { NodeAction, WorkflowNode } from '../workflow';
import { put, renamedIn } from './listItems';
import type { NodeField, WorkflowEdit } from './workflowEdit';

type NodeEdit = WorkflowEdit & {
  kind:
    | 'setNodeField'
    | 'setNodeInput'
    | 'removeNodeInput'
    | 'renameNodeInput'
    | 'setNodeOutput'
    | 'addNeed'
    | 'removeNeed';
};

/** The node after an edit that changes nothing outside of it. */
export function applyToNode(node: WorkflowNode, edit: NodeEdit): WorkflowNode {
  switch (edit.kind) {
    case 'setNodeField':
      return withField(node, edit.field);
    case 'setNodeInput':
      return { ...node, inputs: put(node.inputs, { name: edit.name, value: edit.value }) };
    case 'removeNodeInput':
      return { ...node, inputs: renamedIn(node.inputs, edit.name, null) };
    case 'renameNodeInput':
      return { ...node, inputs: renamedIn(node.inputs, edit.name, edit.to) };
    case 'setNodeOutput':
      return { ...node, outputs: put(node.outputs, { name: edit.name, path: edit.path }) };
    case 'addNeed':
      return { ...node, needs: [...new Set([...node.needs, edit.need])] };
    case 'removeNeed':
      return { ...node, needs: node.needs.filter((id) => id !== edit.need) };
  }
}

function withField(node: WorkflowNode, field: NodeField): WorkflowNode {
  switch (field.name) {
    case 'label': {
      const { label: _label, ...rest } = node;
      return field.value === null || field.value === '' ? rest : { ...rest, label: field.value };
    }
    case 'run':
    case 'script':
      return { ...node, action: actionOf(field.name, field.value, node.action) };
    case 'uses':
      return { ...node, action: { kind: 'module', uses: field.value }, outputs: [] };
    case 'shell':
      return node.action.kind === 'module' ? node : { ...node, action: { ...node.action, shell: field.value ?? 'sh' } };
    case 'needs':
      return { ...node, needs: [...new Set(field.value)] };
    case 'when':
      return { ...node, when: field.value ?? 'success' };
    case 'timeout': {
      const { timeoutSeconds: _seconds, ...rest } = node;
      const timeoutSeconds = field.value === null ? null : parseDuration(field.value);
      return timeoutSeconds === null ? rest : { ...rest, timeoutSeconds };
    }
    case 'retries':
      return { ...node, retries: field.value ?? 0 };
    case 'machine': {
      const { machine: _machine, ...rest } = node;
      return field.value === null ? rest : { ...rest, machine: field.value };
    }
  }
}

function actionOf(kind: 'run' | 'script', text: string, old: NodeAction): NodeAction {
  const shell = old.kind === 'module' ? 'sh' : old.shell;
  return kind === 'run' ? { kind, shell, run: text } : { kind, shell, script: text };
}
