/** The trees of runs under the hands of a person. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findNode } from '../../scripts/setup/node.mjs';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { canvasOf, openCanvas } from './host/workflowEditor';

test('a slow click on a running row opens the run, although its duration ticks under the mouse', async ({
  workbench,
  workspace,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await workbench.showContainer('Runlens');
  const editor = await openCanvas(workbench, gated.fileName);
  await workbench.titleAction('Run Workflow').click();
  await expect(editor.card('wait', 'running')).toBeVisible();
  await workbench.runCommand('View: Close All Editors');

  const row = workbench.treeRows('Workspace Runs', 'Gated #1');
  await row.hover();
  await workbench.page.mouse.down();
  const words = await row.textContent();
  await expect(row).not.toHaveText(words ?? '');
  await workbench.page.mouse.up();
  await (await canvasOf(workbench)).card('wait', 'running').waitFor();
});

test('a click on a row opens its run, also while the row is drawn anew again and again', async ({
  workbench,
  workspace,
  vscode,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  const node = await findNode();
  const runlens = (...args: string[]) =>
    promisify(execFile)(node, [inRoot('dist', 'cli.js'), ...args], {
      cwd: workspace,
      env: { ...process.env, RUNLENS_HOME: vscode.home },
    });
  await workbench.showContainer('Runlens');
  await runlens('run', gated.fileName, '--detach', '--name', 'Renamed 0');
  const row = workbench.treeRows('Workspace Runs', /Renamed \d/);
  await row.waitFor();
  const { stdout } = await runlens('runs', '--json');
  const [run] = JSON.parse(stdout) as readonly { readonly id: string }[];
  const renames = (async () => {
    for (let count = 1; count <= 20; count += 1) await runlens('rename', run?.id ?? '', `Renamed ${count}`);
    return 'renamed' as const;
  })();
  // What VS Code forgets when it draws a row anew is told in a notification.
  const refused = workbench.notification(/not found/);
  for (let state; state !== 'renamed'; state = await Promise.race([renames, Promise.resolve('renaming' as const)])) {
    await row.click();
    expect(await refused.count()).toBe(0);
  }
  await (await canvasOf(workbench)).card('wait', 'running').waitFor();
});
