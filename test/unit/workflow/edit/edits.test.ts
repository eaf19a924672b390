/** What edits do to the text, to be read: the text before, the edit, the text after. */
import { expect, test } from 'vitest';
import { editWorkflow } from '../../../../src/model/workflow/edit/editWorkflow';
import type { WorkflowEdit } from '../../../../src/model/workflow/edit/workflowEdit';
import { applyEdits } from '../../../../src/model/workflow/moveEdit';
import { parseWorkflow } from '../../../../src/model/workflow/parse';
import { goldens } from './goldens';

function edited(text: string, edits: readonly WorkflowEdit[]): string {
  let result = text;
  for (const edit of edits) {
    const made = editWorkflow(result, parseWorkflow('a.workflow.yaml', result), edit);
    if (made.kind === 'refused') throw new Error(made.message);
    result = applyEdits(result, made.edits);
  }
  return result;
}

test.each(goldens)('$name', ({ before, edits, after }) => {
  expect(edited(before, edits)).toBe(after);
});

test.each(goldens)('with Windows line ends: $name', ({ before, edits, after }) => {
  if (!before.includes('\n')) return;
  expect(edited(before.replaceAll('\n', '\r\n'), edits)).toBe(after.replaceAll('\n', '\r\n'));
});
