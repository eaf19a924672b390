/** The history of a workflow in a real workbench. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { commandLine } from './host/commandLine';
import { expect, test } from './host/fixtures';
import { canvasOf, openCanvas } from './host/workflowEditor';

const fileName = 'broken.workflow.yaml';
const text = (command: string): string =>
  `name: Broken\nnodes:\n  only:\n    label: The only one\n    run: ${command}\n`;

test('a version that broke is found with one click, its runs open from the grid, and the page survives a reload', async ({
  workbench,
  workspace,
  vscode,
  cspViolations,
}) => {
  test.setTimeout(240_000);
  const runlens = await commandLine(vscode, workspace);
  const file = path.join(workspace, fileName);
  await writeFile(file, text('echo fine'));
  await runlens('run', file);
  await writeFile(file, text('exit 3'));
  await runlens('run', file);

  await openCanvas(workbench, fileName);
  await workbench.runCommand('Runlens: Show History of Workflow');
  await workbench.tab('History: Broken').waitFor();
  const openPage = () => workbench.webview('.history-grid .cell');
  let history = await openPage();
  await expect(history.getByRole('gridcell', { name: 'The only one, #1: Succeeded' })).toBeVisible();
  await expect(history.getByRole('gridcell', { name: 'The only one, #2: Failed' })).toBeVisible();

  await workbench.reload();
  await workbench.tab('History: Broken').waitFor();
  history = await openPage();
  await history.getByRole('button', { name: 'Find First Failing Version' }).click();
  const finding = history.getByRole('region', { name: 'First failing version' });
  await expect(finding).toContainText('The workflow fails since #2. The last success was #1');
  await expect(finding).toContainText('The only one: command changed');
  await workbench.screenshots('history');
  expect(cspViolations).toEqual([]);

  await history.getByRole('gridcell', { name: 'The only one, #1' }).click();
  const editor = await canvasOf(workbench);
  await expect(editor.pill).toHaveText('Viewing run');
});
