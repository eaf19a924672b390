/** A node's command is written in a real text editor, and the workflow and its canvas have it when it is saved. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { openCanvas } from './host/workflowEditor';

// In a browser VS Code saves by itself, which would hide what Ctrl+S does.
test.use({ settings: { 'files.autoSave': 'off' } });

test('The script of a node opens beside the canvas from the inspector, and Ctrl+S puts it into the workflow', async ({
  workbench,
  workspace,
  cspViolations,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  const editor = await openCanvas(workbench, gated.fileName);
  await editor.node('report').click();
  const inspector = editor.frame.locator('.inspector');
  await inspector.getByRole('button', { name: 'Open Source' }).first().click();
  await expect(workbench.tab('report.sh')).toBeVisible();
  const script = workbench.page.locator('.monaco-editor[data-uri^="runlens-node:"]');
  await expect(script).toContainText('cat "$count"');
  await expect(workbench.page.getByRole('button', { name: 'Shell Script' })).toBeVisible();

  await script.locator('.view-lines').click();
  await workbench.page.keyboard.press('Control+A');
  await workbench.page.keyboard.type('set -e\nsort "$count"\n');
  await expect(workbench.tab('report.sh')).toHaveClass(/dirty/);
  expect(await readFile(gated.workflowFile, 'utf8')).toBe(gated.workflowText);
  await workbench.page.keyboard.press('Control+S');
  await expect(workbench.tab('report.sh')).not.toHaveClass(/dirty/);

  const expected = gated.workflowText.replace('run: cat "$count"', 'run: |\n      set -e\n      sort "$count"');
  expect(await readFile(gated.workflowFile, 'utf8')).toBe(expected);
  await expect(inspector).toContainText('sort "$count"');
  expect(cspViolations).toEqual([]);
});
