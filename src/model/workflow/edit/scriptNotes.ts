/** Old names that go on standing in commands, which no edit touches. */
import type { Workflow, WorkflowNode } from '../workflow';
import type { EditNote, WorkflowEdit } from './workflowEdit';

/** A note for each node whose command has the word that an edit gives another name. */
export function scriptNotes(workflow: Workflow, edit: WorkflowEdit): EditNote[] {
  switch (edit.kind) {
    case 'renameNode':
      return notes(
        workflow.nodes.map((node) => (node.id === edit.nodeId ? { ...node, id: edit.to } : node)),
        edit.nodeId,
        edit.to,
      );
    case 'renameNodeInput':
      return notes(
        workflow.nodes.filter((node) => node.id === edit.nodeId),
        edit.name,
        edit.to,
      );
    default:
      return [];
  }
}

function notes(nodes: readonly WorkflowNode[], word: string, to: string): EditNote[] {
  // Not a part of a longer word: `scan` does not stand in `rescan` or `scan-all`.
  const pattern = new RegExp(`(?<![\\w-])${word.replaceAll(/\W/g, '\\$&')}(?![\\w-])`);
  return nodes.flatMap(({ id, action }): EditNote[] => {
    if (action.kind !== 'run' || !pattern.test(action.run)) return [];
    const message = `The command of \`${id}\` has the word \`${word}\`; if it means this, write \`${to}\` there.`;
    return [{ kind: 'stillInScript', nodeId: id, word, message }];
  });
}
