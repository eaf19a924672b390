/** Reads as much of a file as an edit needs. */
import { readYaml, type YamlReading } from '../readYaml';
import type { Workflow } from '../workflow';
import { child, entriesOf } from '../yamlTree';
import { maskNodes } from './maskNodes';
import type { WorkflowEdit } from './workflowEdit';

/** The file, in which nodes that the edit does not concern may be empty. Every offset is one of the text. */
export function readForEdit(text: string, workflow: Workflow, edit: WorkflowEdit): YamlReading {
  const masked = maskNodes(text, wordsOf(edit));
  if (masked === null) return readYaml(text);
  const reading = readYaml(masked);
  const ids = entriesOf(child(reading.tree ?? undefined, 'nodes')).map(([id]) => id);
  const isSame = ids.length === workflow.nodes.length && ids.every((id, index) => workflow.nodes[index]?.id === id);
  return isSame && reading.findings.length === 0 ? reading : readYaml(text);
}

/** Words of which one stands in every node that an edit may change. */
function wordsOf(edit: WorkflowEdit): readonly string[] {
  switch (edit.kind) {
    case 'addNode':
    case 'paste':
    case 'move':
    case 'setWorkflowField':
    case 'setWorkflowInput':
    case 'setWorkflowOutput':
    case 'removeWorkflowOutput':
    case 'renameWorkflowOutput':
      return [];
    case 'removeNodes':
      return edit.nodeIds;
    case 'removeWorkflowInput':
    case 'renameWorkflowInput':
      return [edit.name];
    case 'moveWire':
      return [edit.nodeId, edit.to.nodeId];
    default:
      return [edit.nodeId];
  }
}
