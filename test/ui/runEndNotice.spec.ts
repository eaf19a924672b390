/** A run that was started here ends while somebody works elsewhere: VS Code tells them, and View brings the run back. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { canvasOf, openCanvas } from './host/workflowEditor';

test('a run that ends while another file is in front is told, and View shows it', async ({ workbench, workspace }) => {
  const gated = await writeGatedWorkflow(workspace);
  await openCanvas(workbench, gated.fileName);
  await workbench.titleAction('Run Workflow').click();
  const item = workbench.statusBarItem('1 active run');
  await expect(item).toBeVisible();
  await expect(item.getByRole('button')).toHaveAttribute('aria-label', 'Runlens: 1 active run. Shows Workspace Runs.');
  await workbench.openFile('README.md');
  await gated.open();
  const notice = workbench.notification('Gated #1');
  await expect(notice).toContainText(/“Gated #1” completed in \d/);
  await expect(item).toHaveCount(0);
  await notice.getByRole('button', { name: 'View' }).click();
  const editor = await canvasOf(workbench);
  await expect(editor.banner).toContainText('Gated #1');
  await editor.expectOverlay();
});

test('the number of active runs leads to them, and nothing is told to somebody who watches the run', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  const editor = await openCanvas(workbench, gated.fileName);
  await workbench.titleAction('Run Workflow').click();
  await workbench.statusBarItem('1 active run').click();
  await expect(workbench.treeRows('Workspace Runs', 'Gated #1').first()).toBeVisible();
  await gated.open();
  await expect(editor.banner).toContainText('Completed');
  await expect(workbench.statusBarItem('active run')).toHaveCount(0);
  // A later run, which is not watched, is told: so would this one have been by now.
  await rm(path.join(workspace, 'gate'));
  await workbench.runCommand('Runlens: Run Workflow');
  await expect(editor.banner).toContainText('Gated #2');
  await workbench.openFile('README.md');
  await gated.open();
  await expect(workbench.notification('“Gated #2” completed')).toBeVisible();
  await expect(workbench.notification('“Gated #1”')).toHaveCount(0);
});
