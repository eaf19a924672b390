/** What is done to runs from the list page, in a real workbench: by the keyboard, to one and to several. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { commandLine } from './host/commandLine';
import { startDetached } from './host/detachedRun';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { detailsOf } from './host/runDetailsPage';
import { openRunList, type RunListTab } from './host/runListPage';
import { canvasOf } from './host/workflowEditor';

test.use({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1700, height: 900 } });

const quick = 'name: Quick\nproject: tests\nnodes:\n  only:\n    run: echo done\n';

/** From the grid, on the row where the keyboard stands: opens the menu in its last cell and chooses from it. */
async function chooseByKeys(list: RunListTab, label: string): Promise<void> {
  const { keyboard } = list.frame.page();
  await expect(list.grid).toBeFocused();
  const columns = await list.frame.getByRole('columnheader').count();
  for (let column = 0; column < columns; column += 1) await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  const item = list.frame.getByRole('menuitem', { name: label });
  await expect(list.frame.getByRole('menuitem').first()).toBeFocused();
  const items = await list.frame.getByRole('menuitem').allTextContents();
  const place = items.findIndex((text) => text.startsWith(label));
  for (let down = 0; down < place; down += 1) await keyboard.press('ArrowDown');
  await expect(item).toBeFocused();
  await keyboard.press('Enter');
}

test('"Active runs … are pinned to the top of run lists" under both orders, "Active machines (only while the run is active)", and no end', async ({
  workbench,
  workspace,
  vscode,
}) => {
  await writeFile(path.join(workspace, 'quick.workflow.yaml'), quick);
  const gated = await writeGatedWorkflow(workspace);
  const runlens = await commandLine(vscode, workspace);
  await runlens('run', 'quick.workflow.yaml', '--name', 'Before');
  await startDetached(vscode, workspace, gated.fileName, 'Between');
  await runlens('run', 'quick.workflow.yaml', '--name', 'After');

  const list = await openRunList(workbench, 'Workspace');
  const names = list.rows.locator('.run-name');
  await expect(names).toHaveText(['Between', 'After', 'Before']);
  await list.frame.getByLabel('Order').selectOption('oldest');
  await expect(names).toHaveText(['Between', 'Before', 'After']);

  const running = list.row('Between');
  await expect(running.locator('.cell.status')).toContainText('Running');
  await expect(running.locator('.cell.machines')).toHaveText(/\S/);
  await expect(list.row('Before').locator('.cell.machines')).toHaveText('');
  await expect(running.locator('.run-link')).not.toHaveAttribute('title', /Ended/);
  await gated.open();
  await expect(running.locator('.cell.status')).toHaveText(/^Completed \d/);
  await expect(running.locator('.cell.machines')).toHaveText('');
  await expect(running.locator('.run-link')).toHaveAttribute('title', /Ended/);
  await expect(names).toHaveText(['Before', 'Between', 'After']);
});

test('several rows are stopped, exported and deleted by the keyboard alone', async ({
  workbench,
  workspace,
  vscode,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  for (const name of ['First', 'Second', 'Third']) await startDetached(vscode, workspace, gated.fileName, name);
  const list = await openRunList(workbench, 'Workspace');
  const { keyboard } = workbench.page;
  // The others too, or they wait for a core.
  await expect(list.row('First')).toContainText('Running');
  await list.grid.focus();
  await keyboard.press('Home');
  await keyboard.press('Shift+End');
  await expect(list.frame.getByRole('toolbar', { name: 'Selected runs' })).toContainText('3 selected');
  await chooseByKeys(list, 'Stop (3)');
  await expect(list.row('Stopped')).toHaveCount(3);

  // "Export IPs: export the IP addresses used by the run"
  await list.grid.focus();
  await keyboard.press('Control+a');
  await chooseByKeys(list, 'Export IPs… (');
  await workbench.quickInput.getByText('Copy to clipboard').waitFor();
  await keyboard.press('Enter');
  await expect(workbench.notification(/Copied \d+ address/)).toBeVisible();
  expect(await workbench.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^(\d+\.){3}\d+\n|:/);

  // "Delete: delete the run (only available for terminal runs)"
  await list.grid.focus();
  await keyboard.press('Delete');
  await expect(workbench.dialog).toContainText('Delete 3 runs?');
  await keyboard.press('Enter');
  await expect(list.frame.locator('.stage')).toContainText('Nothing ran yet');
});

test('the "..." menu is reached, and each of its actions done, by the keyboard alone', async ({
  workbench,
  workspace,
  vscode,
}) => {
  await writeFile(path.join(workspace, 'quick.workflow.yaml'), quick);
  const runlens = await commandLine(vscode, workspace);
  for (const name of ['Older', 'Newer']) await runlens('run', 'quick.workflow.yaml', '--name', name);
  const { keyboard } = workbench.page;
  let list = await openRunList(workbench, 'Workspace');
  await list.grid.focus();
  await keyboard.press('Home');

  // "View Details: open a side panel with the run's metadata"
  await chooseByKeys(list, 'View Details');
  await detailsOf(workbench, 'Newer');
  // … which follows the row that is selected.
  await list.grid.focus();
  await keyboard.press('ArrowDown');
  await detailsOf(workbench, 'Older');

  // "Rename: change the run name"
  await chooseByKeys(list, 'Rename');
  await workbench.fillQuickInput('Renamed by keys');
  await keyboard.press('Enter');
  await expect(list.row('Renamed by keys')).toBeVisible();

  await list.grid.focus();
  await chooseByKeys(list, 'Copy Link');
  await expect(workbench.notification('Copied the link to')).toBeVisible();
  const id = (await list.row('Renamed by keys').locator('.run-id').textContent()) ?? '';
  expect(await workbench.page.evaluate(() => navigator.clipboard.readText())).toContain(id);

  // "View in Editor: open the editor with this run loaded"
  await list.grid.focus();
  await chooseByKeys(list, 'View in Editor');
  const editor = await canvasOf(workbench);
  await editor.expectOverlay();
  await expect(editor.banner).toContainText('Renamed by keys');

  // "Create Workflow: create a new workflow from the run's workflow version"
  list = await openRunList(workbench, 'Workspace');
  await list.grid.focus();
  await chooseByKeys(list, 'Create Workflow');
  await expect(workbench.quickInput.locator('input[type="text"]')).toHaveValue(/quick-copy\.workflow\.yaml$/);
  await keyboard.press('Enter');
  await workbench.tab('quick-copy.workflow.yaml').waitFor();
  expect(existsSync(path.join(workspace, 'quick-copy.workflow.yaml'))).toBe(true);
});
