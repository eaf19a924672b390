/** What a node does, as fields: the path of its script or module, and what becomes of the old when it does another thing. */
import { checkAction } from '../../../../model/workflow/edit/checkFields';
import type { NodeAction } from '../../../../model/workflow/workflow';
import type { NodeInspection } from '../../../../protocol/nodeInspection';
import type { Field } from '../fields/useField';
import { draftsOf, type InspectedNode } from './nodeFields';

export const actionKinds = ['run', 'script', 'module'] as const;
export type ActionKind = NodeAction['kind'];

/** What each kind is called. */
export const actionWords: Readonly<Record<ActionKind, string>> = {
  run: 'A command',
  script: 'A script file',
  module: 'A module',
};

/** The key in the file. */
export function actionKey(kind: ActionKind): 'run' | 'script' | 'uses' {
  return kind === 'module' ? 'uses' : kind;
}

/** The path of the node's script or module. */
export function pathField({ node, inspection: { action } }: InspectedNode): Field {
  const name = action.kind === 'module' ? 'uses' : 'script';
  const value = action.kind === 'module' ? action.uses : action.kind === 'script' ? action.script : '';
  return {
    key: `${draftsOf(node.id)}${name}`,
    name: `The ${action.kind === 'module' ? 'module' : 'script'} of “${node.title}”`,
    value,
    check: (text) => checkAction({ name, value: text }, node.id),
    edit: (text) => ({ kind: 'setNodeField', nodeId: node.id, field: { name, value: text } }),
  };
}

/** What happens to what the node does now when it is to do another thing, in sentences. */
export function afterSwitch({ action, outputs }: NodeInspection, to: ActionKind): string {
  const old = oldWords(action);
  if (to !== 'module') return old;
  const shell = action.kind === 'module' || action.shell === 'sh' ? [] : ['its shell'];
  const parts = [...shell, ...(outputs.length === 0 ? [] : ['its outputs, with the wires from them'])];
  return parts.length === 0
    ? old
    : `${old} With it ${parts.length === 1 && shell.length === 1 ? 'goes' : 'go'} ${parts.join(' and ')}: a module has its own.`;
}

function oldWords(action: NodeAction): string {
  switch (action.kind) {
    case 'run': {
      const lines = action.run.trimEnd().split('\n').length;
      return `Its command (${lines === 1 ? '1 line' : `${lines} lines`}) goes out of the file; Undo brings it back.`;
    }
    case 'script':
      return `The file ${action.script} stays where it is; the node does not run it any more.`;
    case 'module':
      return `The module ${action.uses} stays where it is; the node does not use it any more.`;
  }
}
