/** Edits that are made on the canvas reach the text as a person would have written them. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { openCanvas } from './host/workflowEditor';

test('Delete on the canvas takes a node with its wires out of the text, and Ctrl+Z brings it back', async ({
  workbench,
  workspace,
  cspViolations,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  const editor = await openCanvas(workbench, gated.fileName);
  await editor.node('count').focus();
  await workbench.page.keyboard.press('Delete');
  await expect(editor.node('count')).toHaveCount(0);
  await expect(editor.node('report')).toBeVisible();
  await workbench.page.keyboard.press('Control+S');
  await expect(workbench.tab(gated.fileName)).not.toHaveClass(/dirty/);
  const text = await readFile(gated.workflowFile, 'utf8');
  // The command of another node is a person's own: it stays, its wire goes.
  expect(text).toBe(
    gated.workflowText
      .replace(/ {2}count: # a script file\n(?: {4}.*\n)+/, '')
      .replace('    inputs: { count: { from: count.count } }\n', ''),
  );

  await workbench.page.keyboard.press('Control+Z');
  await expect(editor.node('count')).toBeVisible();
  await workbench.page.keyboard.press('Control+S');
  await expect.poll(() => readFile(gated.workflowFile, 'utf8')).toBe(gated.workflowText);
  expect(cspViolations).toEqual([]);
});
