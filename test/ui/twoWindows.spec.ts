/** One vault, several clients: whoever looks sees the same run. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findNode } from '../../scripts/setup/node.mjs';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { openWorkbench } from './host/workbench';
import { canvasOf } from './host/workflowEditor';

test('a second window and the command line see the same run change, without a refresh', async ({
  workbench,
  workspace,
  vscode,
  context,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  const runlens = async (...args: string[]): Promise<unknown> => {
    const { stdout } = await promisify(execFile)(await findNode(), [inRoot('dist', 'cli.js'), ...args, '--json'], {
      cwd: workspace,
      env: { ...process.env, RUNLENS_HOME: vscode.home },
    });
    return JSON.parse(stdout);
  };
  const second = await openWorkbench(await context.newPage(), vscode, workspace);
  await second.showContainer('Runlens');
  await workbench.page.bringToFront();
  await workbench.showContainer('Runlens');

  const started = await runlens('run', gated.fileName, '--detach', '--name', 'From the terminal');
  expect(started).toMatchObject({ name: 'From the terminal', creationType: 'API' });
  for (const window of [workbench, second]) {
    await expect(window.treeRows('Workspace Runs', 'From the terminal')).toContainText('Running');
  }

  await workbench.treeRows('Workspace Runs', 'From the terminal').click();
  const editor = await canvasOf(workbench);
  await expect(editor.card('wait', 'running')).toBeVisible();
  await gated.open();
  await expect(editor.card('report', 'succeeded')).toBeVisible();
  for (const window of [workbench, second]) {
    await expect(window.treeRows('Workspace Runs', /^Completed/)).toBeVisible();
  }
  expect(await runlens('runs')).toMatchObject([{ name: 'From the terminal', status: 'Completed' }]);
});
