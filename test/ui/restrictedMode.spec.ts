/** Restricted Mode: runs and workflows can be looked at; what starts something or writes files says why not, and where to trust. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { canvasOf } from './host/workflowEditor';

test.use({
  settings: {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.banner': 'never',
    // The page of trust as a tab, not over the editors.
    'workbench.editor.useModal': 'off',
  },
});

test('a run can be found and looked at, and nothing can be started or written', async ({
  page,
  vscode,
  workspace,
  workbench,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await gated.open();
  const environment = { ...process.env, RUNLENS_HOME: vscode.home };
  const args = [inRoot('dist', 'cli.js'), 'run', gated.workflowFile, '--workspace', workspace];
  await promisify(execFile)(process.execPath, args, { env: environment });
  await expect(page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' })).toBeVisible();

  // Looking: the row, its run on the canvas, the output of a node.
  await workbench.showContainer('Runlens');
  await workbench.treeRows('Workspace Runs', 'Gated #1').first().click();
  const editor = await canvasOf(workbench);
  await editor.expectOverlay();
  await expect(editor.banner).toContainText('Completed');
  await editor.node('count').click();
  await expect(editor.frame.locator('.inspector')).toContainText('counted');

  const before = readdirSync(workspace).sort();
  for (const [command, sentence] of [
    ['Runlens: Run Workflow', 'nothing can be started'],
    ['Runlens: Run Again', 'nothing can be started'],
    ['Runlens: Run with Inputs…', 'nothing can be started'],
    ['Runlens: Schedule…', 'nothing can be started'],
    ['Runlens: Restore', 'no file was written'],
    ['Runlens: Create Workflow…', 'no file was written'],
    ['Runlens: New Workflow', 'no file was written'],
  ] as const) {
    await workbench.runCommand(command);
    const notice = workbench.notification(sentence);
    await expect(notice, command).toBeVisible();
    await expect(notice).toContainText('Manage Workspace Trust');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await expect(notice).toHaveCount(0);
  }
  expect(readdirSync(workspace).sort()).toEqual(before);
  await expect(workbench.treeRows('Workspace Runs', /Gated #/)).toHaveCount(1);

  // And the way out of it: trusted, the same button starts a run.
  await workbench.runCommand('Runlens: Run Workflow');
  await workbench.notification('nothing can be started').getByText('Manage Workspace Trust').click();
  await page
    .locator('.workspace-trust-editor')
    .getByRole('button', { name: /^Trust$/ })
    .click();
  await page.locator('.workspace-trust-editor').getByText('You trust this', { exact: false }).first().waitFor();
  await workbench.tab(gated.fileName).click();
  await workbench.titleAction('Run Workflow').click();
  await expect(workbench.treeRows('Workspace Runs', 'Gated #2').first()).toBeVisible();
});
