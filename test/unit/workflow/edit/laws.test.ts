/** What holds of every edit of every file. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyToWorkflow } from '../../../../src/model/workflow/edit/applyToWorkflow';
import { editWorkflow, emptyWorkflow } from '../../../../src/model/workflow/edit/editWorkflow';
import { inverseEdits } from '../../../../src/model/workflow/edit/inverseEdits';
import type { EditResult, WorkflowEdit } from '../../../../src/model/workflow/edit/workflowEdit';
import { applyEdits, type TextEdit } from '../../../../src/model/workflow/moveEdit';
import { parseWorkflow, type ParsedFile } from '../../../../src/model/workflow/parse';
import { versionIdOf } from '../../../../src/model/workflow/version';
import type { Workflow } from '../../../../src/model/workflow/workflow';
import { printWorkflow } from '../printWorkflow';
import { written } from '../randomWorkflow';
import { expectOnlyNamedLines } from './expectSmall';
import { dice, editOf, type Dice } from './randomEdit';
import { realFiles } from './realFiles';

/** Edits made one after the other and taken back again, over all real files together. */
const editCount = 10_000;

const entry = 'flows/a.workflow.yaml';

/** A file on its way through edits. */
interface State {
  readonly text: string;
  readonly parsed: ParsedFile;
}

function stateOf(text: string): State {
  return { text, parsed: parseWorkflow(entry, text) };
}

function workflowOf({ parsed }: State): Workflow {
  return parsed.workflow ?? emptyWorkflow(entry);
}

/** Makes an edit and holds the edited text against the edited workflow; an edit that is refused changes nothing. */
function edited(before: State, numbers: Dice): { after: State; edits: readonly TextEdit[] } {
  const { edit, result } = possibleEdit(before, numbers);
  if (result.kind === 'refused') {
    if (['unusual-text', 'broken-file'].includes(result.code)) throw new Error(said(before, edit, result));
    return { after: before, edits: [] };
  }
  const after = stateOf(applyEdits(before.text, result.edits));
  const broken = after.parsed.problems.filter(({ code }) => ['yaml', 'duplicate-key', 'bad-key'].includes(code));
  try {
    expect(broken).toEqual([]);
    expect(workflowOf(after)).toEqual(applyToWorkflow(workflowOf(before), edit));
    expect(applyEdits(after.text, inverseEdits(before.text, result.edits))).toBe(before.text);
    expectOnlyNamedLines(before.text, edit, result.edits);
    expectVersion(before, after, edit);
  } catch (error) {
    throw new Error(said(before, edit, result, after), { cause: error });
  }
  return { after, edits: result.edits };
}

/** The first edit that is not refused, of those that the numbers give when they are turned. */
function possibleEdit({ text, parsed }: State, numbers: Dice): { edit: WorkflowEdit; result: EditResult } {
  const workflow = parsed.workflow ?? emptyWorkflow(entry);
  for (let turn = 0; ; turn++) {
    const edit = editOf(workflow, [...numbers.slice(turn), ...numbers.slice(0, turn)]);
    const result = editWorkflow(text, parsed, edit);
    const isChoice = result.kind === 'edits' || ['unusual-text', 'broken-file'].includes(result.code);
    if (isChoice || turn === numbers.length - 1) return { edit, result };
  }
}

function said(before: State, edit: WorkflowEdit, result: EditResult, after?: State): string {
  const parts = [JSON.stringify(edit), JSON.stringify(result), '--- before', before.text, '--- after', after?.text];
  return parts.join('\n');
}

/** Edits of what is only shown keep the version; others give the file another one if they change what is executed. */
function expectVersion(before: State, after: State, edit: WorkflowEdit): void {
  const isShownOnly =
    edit.kind === 'move' ||
    edit.kind === 'setWorkflowField' ||
    (edit.kind === 'setNodeField' && edit.field.name === 'label');
  const changes = [
    'addNode',
    'removeNodes',
    'renameNode',
    'renameNodeOutput',
    'removeNodeInput',
    'renameWorkflowInput',
  ];
  if (isShownOnly) expect(versionOf(after)).toBe(versionOf(before));
  else if (changes.includes(edit.kind)) expect(versionOf(after)).not.toBe(versionOf(before));
}

/** With a stand-in for every script and module, which no edit changes. */
function versionOf(state: State): string | null {
  const workflow = workflowOf(state);
  const nodes = workflow.nodes.map((node) => ({
    ...node,
    action: { kind: 'run' as const, shell: 'sh' as const, run: JSON.stringify(node.action) },
  }));
  const source = { entry, files: { [entry]: '' } };
  return versionIdOf({ source, workflow: { ...workflow, nodes }, modules: {} });
}

test('an edit of the text and the same edit of the workflow mean the same, however the file is written', () => {
  fc.assert(
    fc.property(written, fc.nat(), fc.array(dice, { minLength: 1, maxLength: 4 }), (content, seed, rolls) => {
      let state = stateOf(printWorkflow(content, seed)[entry] ?? '');
      for (const numbers of rolls) state = edited(state, numbers).after;
    }),
    { numRuns: 250 },
  );
});

test.each(Object.keys(realFiles))('edits and their undo give the first text back: %s', { timeout: 120_000 }, (name) => {
  const first = realFiles[name] ?? '';
  const names = Object.keys(realFiles).length;
  const steps = 25;
  fc.assert(
    fc.property(fc.array(dice, { minLength: steps, maxLength: steps }), (rolls) => {
      let state = stateOf(first);
      const undo: (readonly TextEdit[])[] = [];
      for (const numbers of rolls) {
        const { after, edits } = edited(state, numbers);
        undo.push(inverseEdits(state.text, edits));
        state = after;
      }
      let { text } = state;
      for (const edits of undo.toReversed()) text = applyEdits(text, edits);
      expect(text).toBe(first);
    }),
    { numRuns: Math.ceil(editCount / names / steps), endOnFailure: true },
  );
});
