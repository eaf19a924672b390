/** What a run shows after its workflow changed. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './host/fixtures';
import { type GatedWorkflow, writeGatedWorkflow } from './host/gatedWorkflow';
import type { Workbench } from './host/workbench';
import { canvasOf, openCanvas, type WorkflowEditorPage } from './host/workflowEditor';

/** Runs the gated workflow to its end and goes back to the live editor. */
async function runOnce(workbench: Workbench, gated: GatedWorkflow): Promise<WorkflowEditorPage> {
  await gated.open();
  await workbench.showContainer('Runlens');
  const editor = await openCanvas(workbench, gated.fileName);
  await workbench.titleAction('Run Workflow').click();
  await expect(editor.banner).toContainText('Completed');
  await editor.button('Back to Editor').click();
  await expect(editor.banner).toHaveCount(0);
  return editor;
}

async function openRun(workbench: Workbench): Promise<WorkflowEditorPage> {
  await workbench.treeRows('Workspace Runs', 'Gated #1').first().click();
  const editor = await canvasOf(workbench);
  await expect(editor.pill).toHaveText('Viewing run');
  return editor;
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+S');
}

test('moving a node keeps the version: the run still lies over the live workflow', async ({ workbench, workspace }) => {
  const gated = await writeGatedWorkflow(workspace);
  const editor = await runOnce(workbench, gated);

  await editor.drag('count', { x: 40, y: 90 });
  await expect(workbench.tab(gated.fileName).and(workbench.page.locator('.dirty'))).toBeVisible();
  await save(workbench.page);
  // The others get the places that they are drawn at, so that none of them jumps.
  await expect
    .poll(() => readFile(gated.workflowFile, 'utf8'))
    .toMatch(/^layout:\n {2}count: \[-?\d+, -?\d+\]\n(?: {2}(?:wait|report): \[-?\d+, -?\d+\]\n){2}$/m);
  expect(await readFile(gated.workflowFile, 'utf8')).toContain(gated.workflowText);

  const opened = await openRun(workbench);
  await opened.expectOverlay();
  await expect(opened.card('count', 'succeeded')).toBeVisible();
  await expect(workbench.tab(gated.fileName).and(workbench.page.locator('.dirty'))).toHaveCount(0);
});

test('after a script changed, the run shows its own version, read-only; Restore brings the text back, undo takes it away', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await runOnce(workbench, gated);
  const changedScript = `${gated.scriptText}echo changed\n`;
  await writeFile(gated.scriptFile, changedScript);

  const editor = await openRun(workbench);
  await editor.expectSnapshot();
  await expect(editor.card('count', 'succeeded')).toBeVisible();
  // A drag moves the view, as everywhere on a canvas that cannot be edited, and with it all nodes alike.
  const before = await editor.distance('wait', 'count');
  await editor.drag('count', { x: 0, y: 80 });
  expect(await editor.distance('wait', 'count')).toEqual(before);
  await workbench.screenshots('snapshot');

  await editor.button('Restore').click();
  await expect(workbench.dialog).toContainText('count.sh');
  await workbench.answerDialog('Restore');
  await editor.expectOverlay();
  await workbench.runCommand('File: Save All');
  await expect.poll(() => readFile(gated.scriptFile, 'utf8')).toBe(gated.scriptText);

  await workbench
    .notification(/Restored/)
    .getByRole('button', { name: 'Undo' })
    .click();
  await editor.expectSnapshot();
  await workbench.runCommand('File: Save All');
  await expect.poll(() => readFile(gated.scriptFile, 'utf8')).toBe(changedScript);
});

test('after the workflow changed, Restore is one edit that Ctrl+Z on the canvas takes back', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await runOnce(workbench, gated);
  const changed = gated.workflowText.replace('run: cat "$count"', 'run: cat "$count" "$count"');
  await writeFile(gated.workflowFile, changed);

  const editor = await openRun(workbench);
  await editor.expectSnapshot();
  await editor.button('Restore').click();
  await editor.expectOverlay();
  await save(workbench.page);
  await expect.poll(() => readFile(gated.workflowFile, 'utf8')).toBe(gated.workflowText);

  await editor.node('report').click();
  await workbench.page.keyboard.press('Control+Z');
  await editor.expectSnapshot();
  await save(workbench.page);
  await expect.poll(() => readFile(gated.workflowFile, 'utf8')).toBe(changed);
});

test('an edit under the overlay marks stale what comes after it, and does not end the overlay', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await runOnce(workbench, gated);
  const editor = await openRun(workbench);
  await editor.expectOverlay();

  await writeFile(gated.scriptFile, `${gated.scriptText}echo changed\n`);
  await expect(editor.card('count', 'stale')).toBeVisible();
  await expect(editor.card('report', 'stale')).toBeVisible();
  await expect(editor.card('wait', 'current')).toBeVisible();
  await expect(editor.button('Restore')).toBeVisible();
  await expect(editor.button('Show Snapshot')).toBeVisible();
  await expect(editor.card('count', 'succeeded')).toBeVisible();
  await workbench.screenshots('stale');

  await editor.button('Show Snapshot').click();
  await expect(editor.card('count', 'stale')).toHaveCount(0);
  await editor.button(/Show Live/).click();
  await expect(editor.card('count', 'stale')).toBeVisible();
});

test('a run whose workflow file is gone still opens, and Restore creates the file again', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await runOnce(workbench, gated);
  await workbench.runCommand('View: Close All Editors');
  await rm(gated.workflowFile);

  const editor = await openRun(workbench);
  await editor.expectSnapshot();
  await expect(editor.card('report', 'succeeded')).toBeVisible();
  await workbench.screenshots('file-gone');

  await editor.button('Restore').click();
  await expect.poll(() => readFile(gated.workflowFile, 'utf8').catch(() => null)).toBe(gated.workflowText);
  const live = await canvasOf(workbench);
  await live.expectOverlay();
  await expect(workbench.tab(gated.fileName)).toHaveCount(1);
});

test('the loaded run is still loaded after the window was reloaded', async ({ workbench, workspace }) => {
  const gated = await writeGatedWorkflow(workspace);
  await runOnce(workbench, gated);
  await (await openRun(workbench)).expectOverlay();
  await workbench.reload();
  const editor = await canvasOf(workbench);
  await expect(editor.banner).toContainText('Gated #1');
  await editor.expectOverlay();
});
