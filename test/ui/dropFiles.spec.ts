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
