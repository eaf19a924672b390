/** The run list page in a real workbench. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedVault } from '../host/seedVault.mjs';
import { accessibilityViolations } from './host/accessibility';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { openRunList, runListOf } from './host/runListPage';
import { openWorkbench } from './host/workbench';
import { canvasOf, openCanvas } from './host/workflowEditor';

test.describe('with 100,000 runs of two workspaces', () => {
  test('"Workspace Runs" and "Vault Runs", "Status tabs", "Recent Workflows", "Started By" and the search survive a reload', async ({
    page,
    vscode,
    workspace,
    cspViolations,
  }) => {
    test.setTimeout(360_000);
    const folder = await mkdtemp(path.join(tmpdir(), 'runlens-far-'));
    const elsewhere = path.join(folder, 'far-away');
    await mkdir(elsewhere);
    await seedVault({ home: vscode.home, workspaces: [workspace, elsewhere], runs: 100_000, until: Date.now() });
    const workbench = await openWorkbench(page, vscode, workspace);

    // "Vault Runs page lists runs across all workspaces in the vault."
    let list = await openRunList(workbench, 'Vault');
    await expect(list.tab('All')).toHaveText('All100,000');
    // "and workspace badge on the vault page"
    await expect(list.cells('workspace').filter({ hasText: 'far-away' }).first()).toBeVisible();
    expect(await list.rows.count()).toBeLessThanOrEqual(60);

    // "Workspace Runs page lists runs across all workflows in the current workspace."
    list = await openRunList(workbench, 'Workspace');
    await expect(list.tab('All')).toHaveText(/^All\d\d,\d{3}$/);
    await expect(list.cells('workspace')).toHaveCount(0);

    // "Status tabs: All, Active, Completed, Failed, Stopped"
    await list.tab('Failed').click();
    await expect(list.tab('Failed')).toHaveAttribute('aria-selected', 'true');
    await expect(list.cells('status').first()).toHaveText(/^(Failed|Error)/);
    // "Started By (author)"
    await list.choose('Started By', 'Ada Park');
    await expect(list.filterLine).toContainText('by Ada Park');
    await expect(list.cells('author').filter({ hasNotText: 'Ada Park' })).toHaveCount(0);
    // "Recent Workflows"
    const name = (await list.cells('workflow').first().textContent()) ?? '';
    await list.choose('Recent Workflows', name);
    await expect(list.cells('workflow').filter({ hasNotText: name })).toHaveCount(0);
    await list.choose('Created', 'Last 30 days');
    await expect(list.filterLine).toContainText('last 30 days');
    await list.search.fill('#');
    await expect(list.filterLine).toContainText('“#”');
    await expect(list.cells('run').filter({ hasNotText: '#' })).toHaveCount(0);

    const words = (await list.filterLine.textContent()) ?? '';
    await workbench.reload();
    // The page is brought back by the extension, which a reload starts anew.
    await expect(async () => {
      list = await runListOf(workbench);
    }).toPass({ timeout: 90_000 });
    await expect(list.filterLine).toHaveText(words);
    await expect(list.tab('Failed')).toHaveAttribute('aria-selected', 'true');

    await list.filterLine.getByText('Clear Filters').click();
    await expect(list.filterLine).toHaveCount(0);
    // "Sort: Newest first or Oldest first"
    const newest = await list.cells('run').first().textContent();
    await list.frame.getByLabel('Order').selectOption('oldest');
    await expect(list.cells('run').first()).not.toHaveText(newest ?? '');
    expect(cspViolations).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  });
});

test('"one row per run" that refreshes by itself; its "Run ID" and its "Workflow name" are two targets; the keyboard renames and deletes', async ({
  workbench,
  workspace,
  cspViolations,
}) => {
  test.setTimeout(240_000);
  const gated = await writeGatedWorkflow(workspace);
  let editor = await openCanvas(workbench, gated.fileName);
  await workbench.titleAction('Run Workflow').click();
  await expect(editor.card('wait', 'running')).toBeVisible();

  let list = await openRunList(workbench, 'Workspace');
  // "Active runs auto-refresh in the UI and are pinned to the top of run lists."
  await expect(list.rows.first()).toContainText('Running');
  const status = list.rows.first().locator('.cell.status');
  const words = await status.textContent();
  await expect(status).not.toHaveText(words ?? '');
  await gated.open();
  await expect(status).toContainText('Completed');
  await expect(list.tab('Completed')).toHaveText('Completed1');
  // "Run ID and creation type", "Status with duration", "Workflow name", "Time the run was created", "Author"
  const row = list.row('Gated #1');
  await expect(row).toHaveCount(1);
  await expect(row.locator('.run-id')).toHaveText(/^[0-9A-Z]{26}$/);
  await expect(row.locator('.cell.type')).toHaveText('Manual');
  await expect(status).toHaveText(/^Completed \d/);
  await expect(row.locator('.workflow-link')).toHaveText('Gated');
  await expect(row.locator('.cell.created')).toHaveText(/now|ago/);
  await expect(row.locator('.cell.author')).toHaveText(/\S/);
  await list.rows.first().locator('.cell.status').click();
  expect(cspViolations).toEqual([]);
  expect(await accessibilityViolations(list.frame)).toEqual([]);

  // "Clicking the Run ID opens the editor with this run loaded."
  await list.row('Gated #1').locator('.run-link').click();
  editor = await canvasOf(workbench);
  await editor.expectOverlay();
  // "Clicking the Workflow name opens the live editor for that workflow with no run context."
  list = await openRunList(workbench, 'Workspace');
  await list.row('Gated #1').locator('.workflow-link').click();
  editor = await canvasOf(workbench);
  await expect(editor.banner).toHaveCount(0);

  // From the keyboard alone: the menu renames the run.
  list = await openRunList(workbench, 'Workspace');
  await list.grid.focus();
  await workbench.page.keyboard.press('Home');
  await workbench.page.keyboard.press('F2');
  await workbench.fillQuickInput('Renamed from the list');
  await workbench.page.keyboard.press('Enter');
  await expect(list.row('Renamed from the list')).toBeVisible();
  await list.grid.focus();
  await workbench.page.keyboard.press('Shift+F10');
  await list.frame.getByRole('menuitem', { name: 'Delete…' }).press('Enter');
  await workbench.answerDialog('Delete');
  await expect(list.frame.locator('.stage')).toContainText('Nothing ran yet');
});
