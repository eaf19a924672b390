/** A loaded run while its workflow is renamed, split, narrowed, or gone: it stays, and there is a way out. */
import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from './host/fixtures';
import { type GatedWorkflow, writeGatedWorkflow } from './host/gatedWorkflow';
import type { Workbench } from './host/workbench';
import { canvasOf, openCanvas, type WorkflowEditorPage } from './host/workflowEditor';

async function runToEnd(workbench: Workbench, gated: GatedWorkflow): Promise<WorkflowEditorPage> {
  await gated.open();
  await workbench.showContainer('Runlens');
  const editor = await openCanvas(workbench, gated.fileName);
  await workbench.titleAction('Run Workflow').click();
  await expect(editor.banner).toContainText('Completed');
  return editor;
}

test('the open inspector shows the new text of a script that was changed elsewhere', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  const editor = await openCanvas(workbench, gated.fileName);
  await editor.node('count').click();
  const code = editor.frame.locator('.inspector').getByLabel('Code');
  await expect(code).toContainText('counted');
  await writeFile(gated.scriptFile, `${gated.scriptText}echo changed\n`);
  await expect(code).toContainText('echo changed');
});

test('a run stays loaded when its workflow is renamed in VS Code', async ({ workbench, workspace }) => {
  const gated = await writeGatedWorkflow(workspace);
  await runToEnd(workbench, gated);
  const { page } = workbench;
  await page.keyboard.press('Control+Shift+E');
  await page.locator('.sidebar [role="treeitem"]').filter({ hasText: gated.fileName }).click();
  await page.keyboard.press('F2');
  await page.locator('.sidebar .monaco-inputbox input').fill('renamed.workflow.yaml');
  await page.keyboard.press('Enter');
  await expect(workbench.tab('renamed.workflow.yaml')).toBeVisible();
  const editor = await canvasOf(workbench);
  await expect(editor.banner).toContainText('Gated #1');
  await editor.expectOverlay();
});

test('a run whose workflow file is gone can be closed from its banner', async ({ workbench, workspace }) => {
  const gated = await writeGatedWorkflow(workspace);
  await runToEnd(workbench, gated);
  await workbench.runCommand('View: Close All Editors');
  await rm(gated.workflowFile);
  await workbench.treeRows('Workspace Runs', 'Gated #1').first().click();
  const editor = await canvasOf(workbench);
  await editor.button('Close').click();
  await expect(workbench.tab(gated.fileName)).toHaveCount(0);
});

test('the banner keeps to one line in a narrow editor, with every action in reach', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  const editor = await runToEnd(workbench, gated);
  await writeFile(gated.scriptFile, `${gated.scriptText}echo changed\n`);
  await workbench.page.setViewportSize({ width: 900, height: 700 });
  for (const name of ['Show Snapshot', 'Restore', 'Back to Editor', 'More actions', /What differs/]) {
    await expect(editor.button(name)).toBeVisible();
  }
  const line = await editor.frame.locator('.banner-line').boundingBox();
  expect(line?.height).toBe(36);
  for (const button of await editor.banner.locator('.banner-actions > *').all()) {
    const box = await button.boundingBox();
    expect(box === null || line === null ? null : box.x + box.width <= line.x + line.width).toBe(true);
  }
});

test('an editor that was split shows the same run on both sides, and lives on when one side is closed', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await runToEnd(workbench, gated);
  await workbench.runCommand('View: Split Editor Right');
  const banners = async (): Promise<number> => {
    const counts = workbench.page.frames().map((frame) =>
      frame
        .locator('.banner:visible')
        .count()
        .catch(() => 0),
    );
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };
  await expect(workbench.tab(gated.fileName)).toHaveCount(2);
  await expect.poll(banners).toBe(2);
  await workbench.runCommand('Runlens: Back to Editor');
  await expect.poll(banners).toBe(0);
  await workbench.treeRows('Workspace Runs', 'Gated #1').first().click();
  await expect.poll(banners).toBe(2);
  await workbench.runCommand('View: Close Editor');
  await workbench.runCommand('Runlens: Back to Editor');
  await expect.poll(banners).toBe(0);
});
