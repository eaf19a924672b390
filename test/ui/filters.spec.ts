/** Finding runs in the trees: filters that are always in sight, and scopes that hold what they say. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedVault } from '../host/seedVault.mjs';
import { expect, test as base } from './host/fixtures';
import { RunTreePage } from './host/runTrees';
import { openWorkbench, type Workbench } from './host/workbench';

interface SeededFixtures {
  /** Absolute path of a second workspace that has runs in the same vault. */
  readonly elsewhere: string;
  /** The workbench on a vault with 400 runs of two workspaces, of which it has one open, with the trees in sight. */
  readonly seeded: Workbench;
}

const test = base.extend<SeededFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
  elsewhere: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'runlens-far-'));
    const elsewhere = path.join(folder, 'far-away');
    await mkdir(elsewhere);
    await use(elsewhere);
    await rm(folder, { recursive: true, force: true });
  },
  seeded: async ({ page, vscode, workspace, elsewhere }, use) => {
    await seedVault({ home: vscode.home, workspaces: [workspace, elsewhere], runs: 400, until: Date.now() });
    const workbench = await openWorkbench(page, vscode, workspace);
    await workbench.showContainer('Runlens');
    await use(workbench);
  },
});

test('Vault Runs shows the runs of all workspaces, and is closed until somebody wants it', async ({ seeded }) => {
  const vault = new RunTreePage(seeded, 'Vault Runs');
  await expect(vault.header).toHaveAttribute('aria-expanded', 'false');
  await expect(new RunTreePage(seeded, 'Workspace Runs').runs('Port survey')).toHaveCount(0);
  await vault.expand();
  await expect(vault.groups.first()).toContainText('Completed');
  await expect(vault.runs('far-away · ').first()).toBeVisible();
  await expect(vault.runs('demo · ').first()).toBeVisible();
  await seeded.screenshots('vault-runs');
});

test('each filter is set in a menu, stands beside the title, and is there after a reload', async ({ seeded }) => {
  test.slow();
  const vault = new RunTreePage(seeded, 'Vault Runs');
  await vault.expand();
  await vault.groups.first().waitFor();
  await vault.press('Filter Vault Runs');

  await seeded.pick('Status');
  await seeded.pick(/^Failed/);
  await expect(vault.description).toHaveText('Failed');
  await expect(vault.groups.first()).toContainText('Failed');

  await seeded.pick('Started By');
  await vault.tick('Ada Park');
  await expect(vault.description).toHaveText('Failed · by Ada Park');
  await expect(vault.runs('Failed').first()).toContainText('Ada');
  await expect(vault.runs('Chen')).toHaveCount(0);

  await seeded.pick('Project');
  await vault.tick('recon', 'supply-chain');
  await seeded.pick('Recent Workflows');
  await vault.tick('Port survey', 'Dependency audit');
  await expect(vault.description).toContainText('Ada Park · projects');
  await expect(vault.runs(/Port survey|Dependency audit/).first()).toBeVisible();
  await expect(vault.runs('Nightly build')).toHaveCount(0);

  await seeded.pick('Name or Id');
  await seeded.quickInputIs('Filter by Name or Id');
  await seeded.fillQuickInput('#');
  await seeded.page.keyboard.press('Enter');
  await expect(vault.description).toContainText('“#”');
  await seeded.pick('Time Created');
  await seeded.pick('last 30 days');
  await expect(vault.description).toContainText('last 30 days');
  await seeded.screenshots('filters-menu');
  await seeded.page.keyboard.press('Escape');
  await expect(seeded.quickInput).toBeHidden();
  await seeded.screenshots('filters-in-effect');

  const words = await vault.description.textContent();
  await seeded.reload();
  await expect(vault.description).toHaveText(words ?? '');
  await vault.header.hover();
  await expect(vault.action('Change Filter of Vault Runs')).toBeVisible();
  await vault.press('Clear Filter of Vault Runs');
  await expect(vault.description).toHaveText('');
  await expect(vault.groups.first()).toContainText('Completed');
});

test('where no run matches, the view says so and offers to clear the filter', async ({ seeded }) => {
  const runs = new RunTreePage(seeded, 'Workspace Runs');
  await runs.groups.first().waitFor();
  await seeded.runCommand('Runlens: Filter Workspace Runs');
  await seeded.pick('Name or Id');
  const text = `<b>no</b> [run](command:x) $(flame) ${'long '.repeat(30)}`;
  await seeded.quickInputIs('Filter by Name or Id');
  await seeded.fillQuickInput(text);
  await seeded.page.keyboard.press('Enter');
  await seeded.quickInputIs('Filter Workspace Runs');
  await seeded.page.keyboard.press('Escape');
  await expect(runs.welcome).toContainText('No run matches the filter.');
  await expect(runs.description).toContainText('“<b>no</b>');
  await expect(runs.description).toHaveCSS('text-overflow', 'ellipsis');
  await seeded.screenshots('filters-no-match');
  await runs.welcome.getByRole('button', { name: 'Clear Filter' }).click();
  await expect(runs.groups.first()).toBeVisible();
  await expect(runs.description).toHaveText('');
});

test('runs of the vault are renamed by F2, as those of the other trees', async ({ seeded }) => {
  const vault = new RunTreePage(seeded, 'Vault Runs');
  await vault.expand();
  await seeded.runCommand('Runlens: Filter Vault Runs');
  await seeded.pick('Status');
  await seeded.pick(/^Stopped/);
  await seeded.page.keyboard.press('Escape');
  const group = vault.groups.first();
  await expect(group).toContainText('Stopped');
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await group.click();
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  // The arrows open it again and bring the focus to a run; the last key selects without opening.
  await seeded.page.keyboard.press('ArrowRight');
  await expect(group).toHaveAttribute('aria-expanded', 'true');
  await seeded.page.keyboard.press('ArrowDown');
  await seeded.page.keyboard.press('Control+Shift+Enter');
  await seeded.page.keyboard.press('F2');
  await seeded.fillQuickInput('By its key');
  await seeded.page.keyboard.press('Enter');
  await expect(vault.runs('By its key')).toBeVisible();
});

test('Workspace Runs shows the runs of every open folder, also of one that comes or goes', async ({
  page,
  vscode,
  workspace,
  elsewhere,
}) => {
  await seedVault({ home: vscode.home, workspaces: [workspace, elsewhere], runs: 60, until: Date.now() });
  const file = path.join(path.dirname(elsewhere), 'both.code-workspace');
  const open = (...folders: readonly string[]): Promise<void> =>
    writeFile(file, JSON.stringify({ folders: folders.map((folder) => ({ path: folder })) }));
  await open(workspace, elsewhere);
  const workbench = await openWorkbench(page, vscode, file);
  await workbench.showContainer('Runlens');
  const runs = new RunTreePage(workbench, 'Workspace Runs');
  // Of the two seeded folders each has workflows of its own.
  const here = runs.runs('Dependency audit').first();
  const there = runs.runs('Port survey');
  await expect(here).toBeVisible();
  await expect(there.first()).toBeVisible();
  await open(workspace);
  await expect(there).toHaveCount(0);
  await expect(here).toBeVisible();
  await open(workspace, elsewhere);
  await expect(there.first()).toBeVisible();
});
