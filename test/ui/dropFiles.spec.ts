/** Files of the explorer that are dropped on the canvas become nodes. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './host/fixtures';
import { openBareCanvas, type WorkflowEditorPage } from './host/workflowEditor';
import type { Workbench } from './host/workbench';

/** Drags rows of the explorer onto the canvas as a person does: VS Code lets a webview have the drop while Shift is held. */
async function dragFromExplorer(workbench: Workbench, editor: WorkflowEditorPage, name: string): Promise<void> {
  const { mouse, keyboard } = workbench.page;
  const row = workbench.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name });
  const from = await row.boundingBox();
  const to = await editor.frame.locator('.react-flow__pane').boundingBox();
  if (from === null || to === null) throw new Error('The explorer or the canvas is not on screen.');
  await mouse.move(from.x + 60, from.y + from.height / 2);
  await mouse.down();
  await mouse.move(from.x + 120, from.y + 40, { steps: 4 });
  await keyboard.down('Shift');
  await mouse.move(to.x + 200, to.y + 200, { steps: 8 });
  await mouse.move(to.x + 210, to.y + 210, { steps: 4 });
  await mouse.up();
  await keyboard.up('Shift');
}

test('a script of the explorer becomes a node where it is dropped, and another file is refused by name', async ({
  workbench,
  workspace,
}) => {
  await writeFile(path.join(workspace, 'count.py'), 'print(1)\n');
  const file = path.join(workspace, 'drops.workflow.yaml');
  await writeFile(file, 'name: Drops\n');
  const editor = await openBareCanvas(workbench, 'drops.workflow.yaml');
  await dragFromExplorer(workbench, editor, 'count.py');
  await expect(editor.node('count')).toBeVisible();
  await expect.poll(() => readFile(file, 'utf8')).toContain('  count:\n    script: count.py\n    shell: python\n');

  await dragFromExplorer(workbench, editor, 'README.md');
  await expect(editor.frame.getByRole('alert')).toContainText(
    '“README.md” cannot be a node. Drop scripts (.sh, .bash, .py, .js, .mjs or .cjs) or modules (*.module.yaml).',
  );
});

/** Drops addresses as VS Code's explorer would give them; several rows cannot be dragged by Playwright. */
async function drop(editor: WorkflowEditorPage, uris: readonly string[]): Promise<void> {
  await editor.frame.evaluate((list) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('application/vnd.code.uri-list', list.join('\r\n'));
    const at = { clientX: 300, clientY: 200, bubbles: true, cancelable: true, dataTransfer };
    const pane = document.querySelector('.react-flow__pane');
    for (const type of ['dragenter', 'dragover', 'drop']) pane?.dispatchEvent(new DragEvent(type, at));
  }, uris);
}

test('several files are one edit, and one that cannot be a node keeps all of them away', async ({
  workbench,
  workspace,
}) => {
  const file = path.join(workspace, 'drops.workflow.yaml');
  await writeFile(file, 'name: Drops\n');
  await writeFile(path.join(workspace, 'scan.module.yaml'), 'nodes:\n  one: { run: ls }\n');
  await writeFile(path.join(path.dirname(workspace), 'outside.sh'), 'ls\n');
  const editor = await openBareCanvas(workbench, 'drops.workflow.yaml');
  const uri = (name: string): string => `file://${path.join(workspace, name)}`;
  const refusals: readonly [string, string][] = [
    [uri('../outside.sh'), '“outside.sh” lies outside of the workspace.'],
    [uri('tools'), '“tools” cannot be a node.'],
    [uri('missing.sh'), '“missing.sh” cannot be a node.'],
    [uri('drops.workflow.yaml'), '“drops.workflow.yaml” is this file'],
    ['https://example.invalid/x.sh', '“x.sh” is no file on this machine'],
  ];
  for (const [refused, reason] of refusals) {
    await drop(editor, [uri('tools/list-packages.mjs'), refused]);
    await expect(editor.frame.getByRole('alert')).toContainText(reason);
    await editor.button('Dismiss').click();
  }
  await expect(editor.frame.getByText('No nodes yet')).toBeVisible();

  await drop(editor, [uri('tools/list-packages.mjs'), uri('scan.module.yaml')]);
  await expect(editor.node('scan')).toBeVisible();
  await expect(editor.node('list-packages')).toBeFocused();
  await workbench.page.keyboard.press('Control+Z');
  await expect(editor.frame.getByText('No nodes yet')).toBeVisible();
  await workbench.page.keyboard.press('Control+S');
  await expect.poll(() => readFile(file, 'utf8')).toBe('name: Drops\n');
});

test('a module is offered no module that uses it, and refuses it when it is dropped', async ({
  workbench,
  workspace,
}) => {
  await writeFile(path.join(workspace, 'inner.module.yaml'), 'name: Inner\n');
  await writeFile(path.join(workspace, 'outer.module.yaml'), 'nodes:\n  in: { uses: ./middle.module.yaml }\n');
  await writeFile(path.join(workspace, 'middle.module.yaml'), 'nodes:\n  in: { uses: ./inner.module.yaml }\n');
  await writeFile(path.join(workspace, 'other.module.yaml'), 'nodes:\n  one: { run: ls }\n');
  const editor = await openBareCanvas(workbench, 'inner.module.yaml');
  await editor.button('Add Node').click();
  const modules = editor.frame.getByRole('option', { name: /module\.yaml/ });
  await expect(modules.filter({ hasText: 'other.module.yaml' })).toBeVisible();
  await expect(modules.filter({ hasText: /(inner|middle|outer)\.module\.yaml/ })).toHaveCount(0);
  await workbench.page.keyboard.press('Escape');
  await drop(editor, [`file://${path.join(workspace, 'outer.module.yaml')}`]);
  await expect(editor.frame.getByRole('alert')).toContainText('“outer.module.yaml” uses this module itself');
});
