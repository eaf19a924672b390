/** Finding runs in the list page, in a real workbench: what else narrows and orders it, and runs that lie deep in it. */
import { mkdir, readFile } from 'node:fs/promises';
import { seedVault } from '../host/seedVault.mjs';
import { expect, test } from './host/fixtures';
import { openRunList, type RunListTab } from './host/runListPage';
import { openWorkbench, type Workbench } from './host/workbench';
import { canvasOf } from './host/workflowEditor';

const runs = 600;
const day = 24 * 60 * 60 * 1000;
/** `2026-02-28`, as a date input has it. */
const dayOf = (time: number): string => new Date(time).toLocaleDateString('sv');

/** The list of a workspace of some hundred runs. */
const listTest = test.extend<{
  list: RunListTab;
  many: Workbench;
  workflowNames: (project: string) => Promise<string[]>;
}>({
  workflowNames: async ({ vscode, workspace }, use) => {
    await mkdir(workspace, { recursive: true });
    const { workflowPaths } = await seedVault({
      home: vscode.home,
      workspaces: [workspace],
      runs,
      until: Date.now(),
    });
    await use(async (project) => {
      const texts = await Promise.all(workflowPaths.map((file) => readFile(file, 'utf8')));
      const wanted = texts.filter((text) => text.includes(`\nproject: ${project}\n`));
      return wanted.map((text) => /^name: (.*)$/m.exec(text)?.[1] ?? '');
    });
  },
  // The vault has to be there before its engine.
  many: async ({ page, vscode, workspace, workflowNames }, use) => {
    expect(workflowNames).toBeDefined();
    await use(await openWorkbench(page, vscode, workspace));
  },
  list: async ({ many }, use) => use(await openRunList(many, 'Workspace')),
});

listTest('"Project" leaves the runs of the workflows of a project', async ({ list, workflowNames }) => {
  const names = await workflowNames('recon');
  expect(names.length).toBeGreaterThan(1);
  await list.choose('Project', 'recon');
  await expect(list.filterLine).toContainText('recon');
  await expect(list.tab('All')).not.toHaveText(`All${runs}`);
  await expect(list.grid).not.toHaveAttribute('aria-busy', 'true');
  for (const name of await list.cells('workflow').allTextContents()) expect(names).toContain(name);
  await list.filterLine.getByText('Clear Filters').click();
  await expect(list.tab('All')).toHaveText(`All${runs}`);
  await expect(list.filterLine).toHaveCount(0);
});

listTest('two dates leave the runs that were created on those days and between them', async ({ list }) => {
  const [from, to] = [Date.now() - 60 * day, Date.now() - 31 * day].map(dayOf);
  if (from === undefined || to === undefined) throw new Error('There are two days.');
  await list.frame.locator('.toolbar').getByRole('button', { name: 'Created' }).click();
  await list.frame.getByLabel('From', { exact: true }).fill(from);
  await list.frame.getByLabel('To', { exact: true }).fill(to);
  await list.frame.page().keyboard.press('Escape');
  await expect(list.filterLine).toContainText(`${from} to ${to}`);
  await expect(list.grid).not.toHaveAttribute('aria-busy', 'true');
  await expect(list.tab('All')).not.toHaveText(`All${runs}`);
  const created = await list.rows
    .locator('time')
    .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
  expect(created.length).toBeGreaterThan(10);
  for (const time of created) {
    expect(dayOf(Date.parse(time)) >= from && dayOf(Date.parse(time)) <= to, time).toBe(true);
  }
});

listTest(
  '"Sort: Newest first or Oldest first" turns the whole list round, not only what is loaded',
  async ({ list }) => {
    const newest = await list.rows.first().locator('time').getAttribute('datetime');
    await list.frame.getByLabel('Order').selectOption('oldest');
    await expect(list.rows.first().locator('time')).not.toHaveAttribute('datetime', newest ?? '');
    const times = await list.rows
      .locator('time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
    expect(times).toEqual(times.toSorted());
    expect(Date.parse(times[0] ?? '')).toBeLessThan(Date.now() - 300 * day);
    await list.frame.getByRole('columnheader', { name: 'Created' }).getByRole('button').click();
    await expect(list.rows.first().locator('time')).toHaveAttribute('datetime', newest ?? '');
  },
);

listTest('a run that is older than the first page opens as itself, scrolled to or searched', async ({ list, many }) => {
  const openedAs = async (name: string, id: string): Promise<void> => {
    const editor = await canvasOf(many);
    await expect(editor.banner.locator('.run-name')).toHaveText(name);
    await expect(editor.banner.locator('.run-name')).toHaveAttribute('title', new RegExp(id));
  };
  await many.screenshots('run-list');
  await list.grid.focus();
  await expect(async () => {
    await many.page.keyboard.press('End');
    expect(await list.rows.last().getAttribute('aria-rowindex')).toBe(String(runs + 1));
  }).toPass();
  const oldest = list.rows.last();
  const [name, id] = [await oldest.locator('.run-name').textContent(), await oldest.locator('.run-id').textContent()];
  if (name === null || id === null) throw new Error('The last row has a name and an id.');
  await oldest.locator('.run-link').click();
  await openedAs(name, id);

  await many.runCommand('View: Close All Editors');
  const again = await openRunList(many, 'Workspace');
  await again.search.fill(id.toLowerCase());
  await expect(again.rows).toHaveCount(1);
  await again.row(id).locator('.run-link').click();
  await openedAs(name, id);
});
