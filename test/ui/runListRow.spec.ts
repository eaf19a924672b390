/** "The Run List Page … displays one row per run": what a row says of its run, in a real workbench. */
import path from 'node:path';
import { commandLine } from './host/commandLine';
import { expect, test } from './host/fixtures';
import { writeGatedWorkflow } from './host/gatedWorkflow';
import { openRunList } from './host/runListPage';

test.use({ viewport: { width: 1700, height: 900 } });

test('"Each row shows" run id and creation type, status with duration, workflow with its workspace, time, author and a menu', async ({
  workbench,
  workspace,
  vscode,
}) => {
  const gated = await writeGatedWorkflow(workspace);
  await gated.open();
  const runlens = await commandLine(vscode, workspace);
  const run = JSON.parse(await runlens('run', gated.fileName, '--name', 'Nightly', '--json')) as {
    readonly id: string;
    readonly author: string;
    readonly createdAt: string;
  };
  await workbench.runCommand('Runlens: Run Workflow');
  await workbench.pick(gated.fileName);
  await workbench.tab(gated.fileName).waitFor();

  const list = await openRunList(workbench, 'Vault');
  await expect(list.tab('Completed')).toHaveText('Completed2');
  await expect(list.rows).toHaveCount(2);
  await expect(list.row('Gated #2').locator('.cell.type')).toHaveText('Manual');
  const row = list.row('Nightly');
  await expect(row.locator('.run-id')).toHaveText(run.id);
  await expect(row.locator('.cell.type')).toHaveText('API');
  await expect(row.locator('.cell.status')).toHaveText(/^Completed \d/);
  await expect(row.locator('.cell.workflow')).toHaveText('Gated');
  await expect(row.locator('.cell.workspace')).toHaveText(path.basename(workspace));
  await expect(row.locator('time')).toHaveAttribute('datetime', run.createdAt);
  await expect(row.locator('.cell.created')).toHaveText(/just now|ago/);
  await expect(row.locator('.cell.author')).toHaveText(run.author);

  await row.locator('.cell.actions button').click();
  await expect(list.frame.getByRole('menuitem')).toHaveText([
    'View in Editor',
    'View Details',
    'Run Again',
    'Rename…',
    'Export IPs…',
    'Create Workflow…',
    'Restore',
    'Compare with Live',
    'Compare Runs…',
    'Copy Link',
    'Delete…',
  ]);
});
