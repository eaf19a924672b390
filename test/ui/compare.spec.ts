/** A run next to the live workflow, in a real workbench. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { commandLine } from './host/commandLine';
import { expect, test } from './host/fixtures';

const fileName = 'greet.workflow.yaml';
const text = (command: string): string =>
  `name: Greet\nnodes:\n  hello:\n    label: Say hello\n    run: ${command}\n  bye:\n    label: Say goodbye\n    run: echo bye\n`;

test('from its menu a run is compared with the live workflow: the changed node is named, and its text diff opens', async ({
  workbench,
  workspace,
  vscode,
  cspViolations,
}) => {
  test.setTimeout(240_000);
  const runlens = await commandLine(vscode, workspace);
  const file = path.join(workspace, fileName);
  await writeFile(file, text('echo hello'));
  await runlens('run', file);
  await writeFile(file, text('echo good morning'));

  await workbench.showContainer('Runlens');
  const run = workbench.treeRows('Workspace Runs', 'Greet #1').first();
  await run.waitFor();
  await workbench.pickFromContextMenu(run, 'Compare with Live');
  await workbench.tab(/^Compare: Greet #1 ↔ Live/).waitFor();
  const comparison = await workbench.webview('.difference-list [role="option"]');
  const node = comparison.getByRole('option', { name: /^Say hello/ });
  await expect(node).toContainText('command');
  await expect(comparison.getByRole('option', { name: /^Say goodbye/ })).toHaveCount(0);
  await expect(comparison.locator('.summary p')).toContainText('1 node changed');
  expect(cspViolations).toEqual([]);

  await node.click();
  await workbench.screenshots('compare');
  await comparison.getByRole('button', { name: 'Show Text Diff' }).click();
  const diff = workbench.page.locator('.monaco-diff-editor');
  await expect(diff.locator('.editor.original')).toContainText('echo hello');
  await expect(diff.locator('.editor.modified')).toContainText('echo good morning');
});
