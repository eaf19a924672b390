/** What a person sees of a file that is not right. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './host/fixtures';
import { openCanvas } from './host/workflowEditor';

test('a file that is no YAML shows its problems and the way to its text, never an empty canvas', async ({
  workbench,
  workspace,
}) => {
  await writeFile(path.join(workspace, 'broken.workflow.yaml'), 'name: "half\nnodes: [\n');
  await workbench.openFile('broken.workflow.yaml');
  const frame = await workbench.webview('.empty-state h1');
  await expect(frame.locator('.empty-state')).toContainText('cannot be read');
  await expect(frame.locator('.problem-list li').first()).toContainText('line');
  await workbench.screenshots('unreadable');
  await frame.getByRole('button', { name: 'Open as Text' }).click();
  await expect(workbench.page.locator('.monaco-editor .view-lines').filter({ hasText: 'half' })).toBeVisible();
});

test('a workflow with an error names it on the node and in the Problems panel, and does not start', async ({
  workbench,
  workspace,
}) => {
  const text = 'nodes:\n  first:\n    run: echo 1\n  second:\n    needs: [frist]\n    run: echo 2\n';
  await writeFile(path.join(workspace, 'typo.workflow.yaml'), text);
  const editor = await openCanvas(workbench, 'typo.workflow.yaml');
  await expect(editor.node('second')).toHaveAttribute('aria-label', /frist/);
  await workbench.titleAction('Run Workflow').click();
  await expect(workbench.notification('frist')).toBeVisible();
  await workbench.runCommand('Problems: Focus on Problems View');
  await expect(workbench.page.locator('.markers-panel')).toContainText('frist');
  await workbench.screenshots('problems');
});
