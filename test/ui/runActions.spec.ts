/** What the menus of a run offer in a real workbench: exactly what the run allows. */
import { availableParallelism } from 'node:os';
import { startDetached } from './host/detachedRun';
import { contextMenuItems } from './host/contextMenu';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { canvasOf } from './host/workflowEditor';

const always = [
  'View in Editor',
  'Open Workflow',
  'View Details',
  'Show Timeline',
  'Show History of Workflow',
  'Copy Link',
  'Rename…',
];
const withSnapshot = [
  'Run Again',
  'Run Again with Inputs…',
  'Restore',
  'Create Workflow…',
  'Compare with Live',
  'Compare Runs…',
];
const sorted = (items: readonly string[]): string[] => items.toSorted();

test('the menu of a row has exactly the actions that a running, a pending and a completed run allow', async ({
  workbench,
  workspace,
  vscode,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await workbench.showContainer('Runlens');
  for (let core = 0; core < availableParallelism(); core += 1) {
    await startDetached(vscode, workspace, gated.fileName, `Busy ${core}`);
  }
  const running = workbench.treeRows('Workspace Runs', 'Busy 0');
  const queued = workbench.treeRows('Workspace Runs', 'Queued');
  await expect(running).toHaveAttribute('aria-label', /Running/);
  await startDetached(vscode, workspace, gated.fileName, 'Queued');
  await expect(queued).toHaveAttribute('aria-label', /Pending/);

  const pending = await contextMenuItems(workbench.page, queued);
  expect(sorted(pending)).toEqual(sorted([...always, ...withSnapshot, 'Stop']));
  const active = await contextMenuItems(workbench.page, running);
  expect(sorted(active)).toEqual(sorted([...always, ...withSnapshot, 'Stop', 'Export IPs…']));

  await gated.open();
  // The group of ended runs is closed at first.
  const group = workbench.treeRows('Workspace Runs', /^Completed/);
  await expect(group).toHaveAttribute('aria-label', `Completed, ${availableParallelism() + 1} runs`);
  if ((await group.getAttribute('aria-expanded')) !== 'true') await group.click();
  await expect(running).toHaveAttribute('aria-label', /Completed/);
  const completed = await contextMenuItems(workbench.page, running);
  expect(sorted(completed)).toEqual(sorted([...always, ...withSnapshot, 'Export IPs…', 'Delete…']));

  await running.click();
  await queued.click({ modifiers: ['ControlOrMeta'] });
  expect(sorted(await contextMenuItems(workbench.page, queued))).toEqual(['Compare Runs…', 'Delete…', 'Export IPs…']);

  // "Delete: delete the run (only available for terminal runs)", and the question names both.
  await workbench.pickFromContextMenu(queued, 'Delete…');
  await expect(workbench.dialog).toContainText('Delete 2 runs?');
  for (const name of ['Busy 0', 'Queued']) await expect(workbench.dialog).toContainText(`“${name}”`);
  await workbench.answerDialog('Delete');
  await expect(running).toHaveCount(0);
  await expect(queued).toHaveCount(0);
});

test('Stop stops all selected rows', async ({ workbench, workspace, vscode }) => {
  const gated = await writeGatedWorkflow(workspace);
  await workbench.showContainer('Runlens');
  const names = ['First', 'Second'];
  for (const name of names) await startDetached(vscode, workspace, gated.fileName, name);
  const [first, second] = names.map((name) => workbench.treeRows('Workspace Runs', name));
  if (first === undefined || second === undefined) throw new Error('There are two rows.');
  for (const row of [first, second]) await expect(row).toHaveAttribute('aria-label', /Running/);
  await first.click();
  await second.click({ modifiers: ['ControlOrMeta'] });
  expect(sorted(await contextMenuItems(workbench.page, second))).toEqual(['Compare Runs…', 'Export IPs…', 'Stop']);
  await workbench.pickFromContextMenu(second, 'Stop');
  await expect(workbench.treeRows('Workspace Runs', /^Stopped/)).toHaveAttribute('aria-label', 'Stopped, 2 runs');
});

test('the banner offers every action that the run allows, and the palette finds a run by its id', async ({
  workbench,
  workspace,
  vscode,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await gated.open();
  await workbench.showContainer('Runlens');
  const name = '$(trash) <b>bold</b> [x](command:y)';
  const { id } = await startDetached(vscode, workspace, gated.fileName, name);

  await workbench.runCommand('Runlens: View in Editor');
  await workbench.fillQuickInput(id.slice(-12).toLowerCase());
  const row = workbench.quickInput.locator('.monaco-list-row').filter({ hasText: '<b>bold</b>' });
  await expect(row).toContainText(id);
  await expect(row).toContainText('(trash)');
  await expect(row.locator('.codicon-trash')).toHaveCount(0);
  await row.click();

  const editor = await canvasOf(workbench);
  await editor.expectOverlay();
  await expect(editor.button('Run Again')).toBeVisible();
  await editor.button('More actions').click();
  await expect(editor.frame.getByRole('menuitem')).toHaveText([
    'View Details',
    'Rename…',
    'Export IPs…',
    'Create Workflow…',
    'Compare with Live',
    'Compare Runs…',
    'Copy Link',
    'Delete…',
  ]);
  await editor.frame.getByRole('menuitem', { name: 'Delete…' }).click();
  await expect(workbench.dialog).toContainText('<b>bold</b>');
  await expect(workbench.dialog.locator('b, .codicon-trash')).toHaveCount(0);
  await workbench.answerDialog('Cancel');
});
