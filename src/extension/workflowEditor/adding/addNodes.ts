/** Nodes that come to the canvas, as one edit and one step of undo. */
import type { WorkflowEdit } from '../../../model/workflow/edit/workflowEdit';
import type { Graph } from '../../../model/workflow/graph';
import { placeGroup, type PlacedBox } from '../../../model/workflow/placeGroup';
import type { Position, WorkflowNode } from '../../../model/workflow/workflow';
import type { AddAnswer } from '../../../protocol/adding';
import type { WorkflowParser } from '../../workflows/workflowParser';
import { editAsDrawn } from '../editDocument';
import type { EditorSession } from '../editorSession';

/** What comes, and where its middle shall be. */
export interface NewNodes {
  readonly nodes: readonly WorkflowNode[];
  /** As they stand to each other; without: one under the other. */
  readonly boxes?: readonly PlacedBox[];
  readonly middle: Position;
}

/** Adds the nodes under free ids; refused, nothing was changed. @throws Refusal when the document takes no edit now */
export async function addNodes(
  session: EditorSession,
  { nodes, boxes = inColumn(nodes), middle }: NewNodes,
  parser: WorkflowParser,
): Promise<AddAnswer> {
  const paste = (): WorkflowEdit => {
    const graph: Graph = session.state().graph ?? { nodes: [], edges: [] };
    return { kind: 'paste', nodes, positions: placeGroup(boxes, graph, middle) };
  };
  const answer = await editAsDrawn(session, paste, parser);
  if (answer.kind === 'refused') return { kind: 'refused', message: answer.message };
  const ids = new Map(answer.notes.flatMap((note) => (note.kind === 'renamed' ? [[note.from, note.to] as const] : [])));
  return { kind: 'done', nodeIds: nodes.map(({ id }) => ids.get(id) ?? id), notes: answer.notes };
}

const step = 80;

function inColumn(nodes: readonly WorkflowNode[]): PlacedBox[] {
  return nodes.map(({ id, inputs, outputs }, index) => ({
    id,
    inputPorts: inputs.map(({ name }) => name),
    outputPorts: outputs.map(({ name }) => name),
    position: { x: 0, y: index * step },
  }));
}
