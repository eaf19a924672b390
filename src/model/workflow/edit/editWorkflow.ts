/** An edit of a workflow file as the smallest text edits that make it. */
import { brokenCodes } from '../broken';
import { layoutEdits } from '../moveEdit';
import type { ParsedFile } from '../parse';
import { hasErrors } from '../problem';
import { kindOfFile } from '../paths';
import type { Workflow } from '../workflow';
import { changesOf, type Change } from './changesOf';
import { checkEdit } from './checkEdit';
import { refused } from './checkNames';
import { readForEdit } from './readForEdit';
import { scriptNotes } from './scriptNotes';
import { workflowRules } from './nodeValue';
import { pastedNodes } from './pastedNodes';
import type { EditNote, EditResult, EditSurroundings, Refusal, WorkflowEdit } from './workflowEdit';
import { compileChanges } from './yaml/compile';

/** What is known of the file whose text is edited. */
export type EditedFile = Pick<ParsedFile, 'file' | 'workflow' | 'problems' | 'readOnly'>;

/**
 * The text edits that make an edit of a file, or why it is not made; never half of them.
 * `parsed` must be what parseWorkflow made of this very text: the edit is judged by it.
 */
export function editWorkflow(
  text: string,
  parsed: EditedFile,
  edit: WorkflowEdit,
  around: EditSurroundings = {},
): EditResult {
  const closed = closedFile(parsed);
  if (closed !== null) return closed;
  const workflow = parsed.workflow ?? emptyWorkflow(parsed.file);
  const refusal = checkEdit(workflow, edit, around);
  if (refusal !== null) return refusal;
  if (edit.kind === 'move' && parsed.workflow !== null) return movedNodes(text, edit);
  const { change, notes } = changeOf(workflow, edit);
  const { tree, document } = readForEdit(text, workflow, edit);
  const edits = document === null ? null : compileChanges(text, document, changesOf(change, tree), workflowRules);
  if (edits === null) return unusualText;
  return { kind: 'edits', edits, notes: [...notes, ...scriptNotes(workflow, edit)] };
}

/** What the text of a new file means: a workflow of nothing. */
export function emptyWorkflow(file: string): Workflow {
  return { kind: kindOfFile(file), fleet: 'local', inputs: [], nodes: [], outputs: [], layout: {} };
}

const unusualText = refused(
  'unusual-text',
  'This part of the file is written in a way that the canvas cannot edit safely; edit it as text.',
);

/** Why no edit at all can be made of a file; null when they can. */
function closedFile({ readOnly, problems, workflow }: EditedFile): Refusal | null {
  if (readOnly !== null) return refused('read-only', readOnly);
  const broken = problems.find((problem) => problem.severity === 'error' && brokenCodes.has(problem.code));
  if (broken !== undefined) {
    const line = broken.range.start.line + 1;
    return refused(
      'broken-file',
      `The text must be mended before the canvas can edit it. Line ${line}: ${broken.message}`,
    );
  }
  return workflow === null && !hasErrors(problems) ? unusualText : null;
}

/** The edits of a move. It needs no parse of the whole text, so that a drag in a large file is quick. */
export function movedNodes(text: string, { moved }: WorkflowEdit & { kind: 'move' }): EditResult {
  const result = layoutEdits(text, moved);
  return result.kind === 'refused'
    ? refused('unusual-text', result.message)
    : { kind: 'edits', edits: result.edits, notes: [] };
}

function changeOf(workflow: Workflow, edit: WorkflowEdit): { change: Change; notes: readonly EditNote[] } {
  switch (edit.kind) {
    case 'addNode': {
      const positions = edit.at === undefined ? [] : [{ nodeId: edit.node.id, ...edit.at }];
      return { change: { kind: 'addNodes', nodes: [edit.node], positions }, notes: [] };
    }
    case 'paste': {
      const { nodes, positions, notes } = pastedNodes(workflow, edit.nodes, edit.positions);
      return { change: { kind: 'addNodes', nodes, positions: [...positions, ...(edit.kept ?? [])] }, notes };
    }
    default:
      return { change: edit, notes: [] };
  }
}
