import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyToWorkflow } from '../../../../src/model/workflow/edit/applyToWorkflow';
import { editWorkflow, emptyWorkflow } from '../../../../src/model/workflow/edit/editWorkflow';
import { inverseEdits } from '../../../../src/model/workflow/edit/inverseEdits';
import type { EditResult, WorkflowEdit } from '../../../../src/model/workflow/edit/workflowEdit';
import { applyEdits } from '../../../../src/model/workflow/moveEdit';
import { parseWorkflow } from '../../../../src/model/workflow/parse';
import type { Workflow } from '../../../../src/model/workflow/workflow';
import { printWorkflow } from '../printWorkflow';
import { written } from '../randomWorkflow';
import { dice, editOf, type Dice } from './randomEdit';
import { realFiles } from './realFiles';

const entry = 'flows/a.workflow.yaml';

interface Step {
  readonly text: string;
  readonly edit: WorkflowEdit;
  readonly result: EditResult;
  readonly before: Workflow;
}

function step(text: string, numbers: Dice): Step {
  const parsed = parseWorkflow(entry, text);
  const before = parsed.workflow ?? emptyWorkflow(entry);
  const edit = editOf(before, numbers);
  return { text, edit, before, result: editWorkflow(text, parsed, edit) };
}

/** Holds the edited text against the edited workflow; gives the text. */
function expectSameMeaning({ text, edit, result, before }: Step): string {
  if (result.kind === 'refused') {
    expect(result.code, `${JSON.stringify(edit)}\n${text}`).not.toBe('unusual-text');
    return text;
  }
  const edited = applyEdits(text, result.edits);
  const parsed = parseWorkflow(entry, edited);
  const said = `${JSON.stringify(edit)}\n--- before\n${text}\n--- after\n${edited}`;
  expect(
    parsed.problems.filter(({ code }) => ['yaml', 'duplicate-key', 'bad-key'].includes(code)),
    said,
  ).toEqual([]);
  expect(parsed.workflow ?? emptyWorkflow(entry), said).toEqual(applyToWorkflow(before, edit));
  expect(applyEdits(edited, inverseEdits(text, result.edits)), said).toBe(text);
  return edited;
}

test('an edit of the text and the same edit of the workflow mean the same, however the file is written', () => {
  fc.assert(
    fc.property(written, fc.nat(), fc.array(dice, { minLength: 1, maxLength: 6 }), (content, seed, rolls) => {
      let text = printWorkflow(content, seed)[entry] ?? '';
      for (const numbers of rolls) text = expectSameMeaning(step(text, numbers));
    }),
    { numRuns: 400 },
  );
});

test.each(Object.keys(realFiles))('edits one after the other keep their meaning in %s', (name) => {
  fc.assert(
    fc.property(fc.array(dice, { minLength: 1, maxLength: 10 }), (rolls) => {
      let text = realFiles[name] ?? '';
      for (const numbers of rolls) text = expectSameMeaning(step(text, numbers));
    }),
    { numRuns: 30 },
  );
});
