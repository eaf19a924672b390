/** Links to runs, followed from outside of VS Code: another page hands them to the workbench, as VS Code provides for it. */
import type { Page } from '@playwright/test';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDetached } from './host/detachedRun';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import type { Workbench } from './host/workbench';
import { canvasOf } from './host/workflowEditor';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** The link that Copy Link of a row puts into the clipboard. */
async function copiedLink(workbench: Workbench, row: string): Promise<URL> {
  await workbench.pickFromContextMenu(workbench.treeRows('Workspace Runs', row), 'Copy Link');
  await expect(workbench.notification('Copied the link to')).toBeVisible();
  return new URL(await workbench.page.evaluate(() => navigator.clipboard.readText()));
}

/** Opens the link in another page of the browser. VS Code trusts an address that it made itself, and does not ask. */
async function follow(page: Page, link: URL): Promise<void> {
  const outside = await page.context().newPage();
  // Chromium draws no webview that is made while another page is in front.
  await page.bringToFront();
  await outside.goto(link.toString());
}

test('a copied link opens the run, from outside', async ({ workbench, workspace, vscode, page }) => {
  const gated = await writeGatedWorkflow(workspace);
  await workbench.showContainer('Runlens');
  await startDetached(vscode, workspace, gated.fileName, 'Linked');
  await follow(page, await copiedLink(workbench, 'Linked'));
  await workbench.tab(gated.fileName).waitFor();
  const editor = await canvasOf(workbench);
  await editor.card('wait', 'running').waitFor();
  await expect(editor.banner).toContainText('Linked');
});

test('a link to a folder that is not open offers to open it, and goes on there after the window has reloaded', async ({
  workbench,
  workspace,
  vscode,
  page,
}) => {
  const away = await realpath(await mkdtemp(path.join(tmpdir(), 'runlens-away-')));
  try {
    await mkdir(path.join(away, '.vscode'));
    const gated = await writeGatedWorkflow(away);
    const { id } = await startDetached(vscode, away, gated.fileName, 'Far away');
    await writeGatedWorkflow(workspace);
    await startDetached(vscode, workspace, 'gated.workflow.yaml', 'Here');
    await workbench.showContainer('Runlens');
    const link = await copiedLink(workbench, 'Here');
    link.searchParams.set('vscode-path', `/editor${gated.workflowFile}`);
    link.searchParams.set('vscode-query', `run=${id}&node=wait`);
    await follow(page, link);
    await expect(workbench.dialog).toContainText('“Far away” belongs to a folder that is not open in this window.');
    const loaded = page.waitForEvent('load');
    await workbench.answerDialog(/^Open Folder$/);
    await loaded;
    await workbench.tab(gated.fileName).waitFor({ timeout: 60_000 });
    const editor = await canvasOf(workbench);
    await editor.card('wait', 'running').waitFor();
    await expect(editor.banner).toContainText('Far away');
    await expect(editor.node('wait')).toHaveClass(/selected/);
  } finally {
    await rm(away, { recursive: true, force: true });
  }
});

test('a hostile link gets a sentence, and nothing is opened', async ({ workbench, workspace, vscode, page }) => {
  await writeFile(path.join(workspace, 'one.workflow.yaml'), 'name: One\nnodes:\n  only: { run: echo one }\n');
  await startDetached(vscode, workspace, 'one.workflow.yaml', 'Here');
  await workbench.showContainer('Runlens');
  await workbench.treeRows('Workspace Runs', /^Completed/).waitFor();
  const group = workbench.treeRows('Workspace Runs', /^Completed/);
  if ((await group.getAttribute('aria-expanded')) !== 'true') await group.click();
  const link = await copiedLink(workbench, 'Here');
  link.searchParams.set('vscode-path', '/editor/../../etc/passwd.workflow.yaml');
  await follow(page, link);
  await expect(workbench.notification(/^(The path in the link|Runlens does not know|The link)/)).toBeVisible();
  await expect(page.locator('.tabs-container .tab')).toHaveCount(0);
});
