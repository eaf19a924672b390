/** Run with Inputs… and Re-run from Here in the real workbench, by the keyboard and the menus. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { accessibilityViolations } from './host/accessibility';
import { commandLine } from './host/commandLine';
import { expect, test } from './host/fixtures';
import { canvasOf } from './host/workflowEditor';

const text = `name: Needs a list
inputs:
  list: { type: file }
  level: { type: number, default: 1 }
nodes:
  first: { inputs: { level: { from: inputs.level } }, run: echo "$level" > o.txt, outputs: { o: o.txt } }
  second: { needs: [first], inputs: { list: { from: inputs.list } }, run: grep wanted "$list" }
`;

test('a form asks for the inputs, its run fails, and a node’s menu runs it again from there', async ({
  workbench,
  workspace,
  vscode,
  cspViolations,
}) => {
  await writeFile(path.join(workspace, 'needs.workflow.yaml'), text);
  await writeFile(path.join(workspace, 'list.txt'), 'nothing here\n');
  await workbench.openFile('needs.workflow.yaml');
  const canvas = await canvasOf(workbench);
  await expect(canvas.node('second')).toBeVisible();

  await workbench.runCommand('Runlens: Run with Inputs…');
  const form = await workbench.webview('.run-form [data-input]');
  const list = form.locator('[data-input=list]');
  await expect(list).toBeFocused();
  await list.fill('absent.txt');
  await expect(form.locator('[data-field=list]')).toContainText('This file does not exist: ');
  await list.fill('list.txt');
  await expect(list).toHaveAttribute('aria-invalid', 'false');
  await form.locator('[data-input=level]').fill('7');
  expect(await accessibilityViolations(form)).toEqual([]);

  await workbench.reload();
  const again = await workbench.webview('.run-form [data-input]');
  await expect(again.locator('[data-input=level]')).toHaveValue('7');
  await expect(again.locator('[data-input=list]')).toHaveValue('list.txt');
  await again.locator('[data-input=level]').press('Enter');

  await expect(workbench.tab('Run needs.workflow.yaml')).toHaveCount(0);
  const shown = await canvasOf(workbench);
  await expect(shown.frame.locator('.run-status')).toContainText('Failed');
  await writeFile(path.join(workspace, 'list.txt'), 'wanted\n');
  await expect(async () => {
    await shown.node('second').click({ button: 'right' });
    await shown.frame.getByRole('menuitem', { name: 'Re-run from Here' }).click({ timeout: 2000 });
  }).toPass();
  await expect(shown.frame.locator('.run-status')).toContainText('Completed');
  await expect(shown.node('first')).toContainText('taken over');
  const runlens = await commandLine(vscode, workspace);
  const [newest] = JSON.parse(await runlens('runs', '--json')) as { id: string }[];
  expect(await runlens('show', newest?.id ?? '')).toMatch(/first +Succeeded .*taken over from/);
  expect(cspViolations).toEqual([]);
});
