/** The trees of runs under the hands of a person. */
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { canvasOf, openCanvas } from './host/workflowEditor';

test('a slow click on a running row opens the run, although its duration ticks under the mouse', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await workbench.showContainer('Runlens');
  const editor = await openCanvas(workbench, gated.fileName);
  await workbench.titleAction('Run Workflow').click();
  await expect(editor.card('wait', 'running')).toBeVisible();
  await workbench.runCommand('View: Close All Editors');

  const row = workbench.treeRows('Workspace Runs', 'Gated #1');
  await row.hover();
  await workbench.page.mouse.down();
  const words = await row.textContent();
  await expect(row).not.toHaveText(words ?? '');
  await workbench.page.mouse.up();
  await (await canvasOf(workbench)).card('wait', 'running').waitFor();
});
