/** Building a workflow on the canvas: nodes come by menu, key, double click and drop, where people point. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './host/fixtures';
import { openBareCanvas, openCanvas } from './host/workflowEditor';

const schemaLine = '# yaml-language-server: $schema=https://example.invalid/workflow.json\n';

test('the first node of an empty file comes by key, and the text is one that a person would have written', async ({
  workbench,
  workspace,
  cspViolations,
}) => {
  const file = path.join(workspace, 'empty.workflow.yaml');
  await writeFile(file, '');
  const editor = await openBareCanvas(workbench, 'empty.workflow.yaml');
  await expect(editor.frame.getByText('No nodes yet')).toBeVisible();
  const { keyboard } = workbench.page;
  await editor.frame.getByRole('region', { name: /^Canvas/ }).focus();
  await keyboard.press('a');
  await expect(editor.palette).toBeFocused();
  await keyboard.type('Count words');
  await keyboard.press('Enter');
  await expect(editor.node('count-words')).toBeVisible();
  await expect(editor.node('count-words')).toHaveClass(/selected/);
  await expect(editor.node('count-words')).toBeFocused();
  await keyboard.press('Control+S');
  await expect(workbench.tab('empty.workflow.yaml')).not.toHaveClass(/dirty/);
  expect(await readFile(file, 'utf8')).toBe(
    `nodes:
  count-words:
    label: Count words
    run: echo "Hello from $NODE_ID"
layout:
  count-words: [0, 0]
`,
  );

  await keyboard.press('Control+Z');
  await expect(editor.frame.getByText('No nodes yet')).toBeVisible();
  await keyboard.press('Control+S');
  await expect.poll(() => readFile(file, 'utf8')).toBe('');
  expect(cspViolations).toEqual([]);
});

test('a file of a schema line and a name keeps both, and its button adds the first node', async ({
  workbench,
  workspace,
}) => {
  const file = path.join(workspace, 'named.workflow.yaml');
  await writeFile(file, `${schemaLine}name: Nothing yet\n`);
  const editor = await openBareCanvas(workbench, 'named.workflow.yaml');
  await editor.button('Add Node').click();
  await editor.frame.getByRole('option', { name: /^Script Python/ }).click();
  await expect(editor.node('script')).toBeVisible();
  // What has no name yet is asked for one.
  await expect(editor.frame.getByRole('textbox', { name: 'Label' })).toBeFocused();
  await workbench.page.keyboard.press('Control+S');
  await expect
    .poll(() => readFile(file, 'utf8'))
    .toMatch(
      new RegExp(
        `^${schemaLine.replaceAll(/[$./?]/g, '\\$&')}name: Nothing yet\\n\\n?nodes:\\n  script:\\n    shell: python\\n    run: print\\("Hello from Python"\\)\\n\\n?layout:\\n  script: \\[-?\\d+, -?\\d+\\]\\n$`,
      ),
    );
});

test('in a file with nodes, double click and the Add button bring a module, a script file and an input; each is one undo', async ({
  workbench,
  workspace,
}) => {
  await writeFile(path.join(workspace, 'tools', 'scan.module.yaml'), 'nodes:\n  one:\n    run: "true"\n');
  const file = path.join(workspace, 'dependency-audit.workflow.yaml');
  const before = await readFile(file, 'utf8');
  const editor = await openCanvas(workbench, 'dependency-audit.workflow.yaml');
  const { keyboard } = workbench.page;
  const pane = editor.frame.locator('.react-flow__pane');
  const room = await pane.boundingBox();
  if (room === null) throw new Error('The canvas is not on screen.');
  const spot = { x: 140, y: room.height - 120 };
  await pane.dblclick({ position: spot });
  await keyboard.type('scan');
  await editor.frame.getByRole('option', { name: /scan\.module\.yaml/ }).click();
  await expect(editor.node('scan')).toBeVisible();
  await expect(editor.node('scan')).toBeFocused();
  const box = await editor.node('scan').boundingBox();
  // The middle of the node is where the pointer was; the grid is 4 pixels wide.
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - room.x - spot.x)).toBeLessThan(6);
  expect(Math.abs((box?.y ?? 0) + (box?.height ?? 0) / 2 - room.y - spot.y)).toBeLessThan(6);

  await editor.button(/^Add$/).click();
  await keyboard.type('list-pack');
  await keyboard.press('Enter');
  await expect(editor.node('list-packages')).toBeVisible();

  await editor.node('list-packages').focus();
  await keyboard.press('a');
  await keyboard.type('input');
  await keyboard.press('Enter');
  await keyboard.type('greeting');
  await keyboard.press('Enter');
  await expect(editor.node('inputs')).toContainText('greeting');

  await editor.node('inputs').focus();
  await keyboard.press('Control+S');
  await expect(workbench.tab('dependency-audit.workflow.yaml')).not.toHaveClass(/dirty/);
  const after = await readFile(file, 'utf8');
  expect(after).toContain('  scan:\n    uses: ./tools/scan.module.yaml\n');
  expect(after).toContain('  list-packages:\n    script: tools/list-packages.mjs\n    shell: node\n');
  expect(after).toContain('  greeting: { type: string }\n');
  for (let step = 0; step < 3; step++) await keyboard.press('Control+Z');
  await expect(editor.node('scan')).toHaveCount(0);
  await keyboard.press('Control+S');
  await expect.poll(() => readFile(file, 'utf8')).toBe(before);
});

test('a new script file is made with its node, and stays when the node is undone', async ({ workbench, workspace }) => {
  const file = path.join(workspace, 'files.workflow.yaml');
  await writeFile(file, '');
  const editor = await openBareCanvas(workbench, 'files.workflow.yaml');
  const { keyboard } = workbench.page;
  await editor.button('Add Node').click();
  await editor.frame.getByRole('option', { name: /^New Script File/ }).click();
  const field = editor.frame.getByRole('combobox', { name: 'Path of the new script file' });
  await field.fill('tools/list-packages.mjs');
  await keyboard.press('Enter');
  await expect(editor.frame.locator('.palette-note')).toContainText(
    'There is a file “tools/list-packages.mjs” already.',
  );
  await field.fill('../x.sh');
  await keyboard.press('Enter');
  await expect(editor.frame.locator('.palette-note')).toContainText('“../x.sh” lies outside of the workspace.');
  await field.fill('tools/deep/hello.sh');
  await keyboard.press('Enter');
  await expect(editor.node('hello')).toBeVisible();
  expect(await readFile(path.join(workspace, 'tools/deep/hello.sh'), 'utf8')).toBe(
    '#!/bin/sh\nset -eu\n\necho "Hello from $NODE_ID"\n',
  );
  await keyboard.press('Control+S');
  await expect.poll(() => readFile(file, 'utf8')).toContain('  hello:\n    script: tools/deep/hello.sh\n');
  await expect(editor.frame.getByText(/problem|error/i)).toHaveCount(0);
  await keyboard.press('Control+Z');
  await expect(editor.frame.getByText('No nodes yet')).toBeVisible();
  await expect(readFile(path.join(workspace, 'tools/deep/hello.sh'), 'utf8')).resolves.toContain('Hello');
});

test('what the menu of an empty spot adds comes to that spot', async ({ workbench, workspace }) => {
  await writeFile(path.join(workspace, 'menu.workflow.yaml'), 'nodes:\n  one: { run: ls }\n');
  const editor = await openCanvas(workbench, 'menu.workflow.yaml');
  const pane = editor.frame.locator('.react-flow__pane');
  const room = await pane.boundingBox();
  if (room === null) throw new Error('The canvas is not on screen.');
  const spot = { x: 200, y: room.height - 200 };
  await pane.click({ button: 'right', position: spot });
  await editor.frame.getByRole('menuitem', { name: /^Add a Node/ }).click();
  await workbench.page.keyboard.type('two');
  await workbench.page.keyboard.press('Enter');
  await expect(editor.node('two')).toBeFocused();
  const box = await editor.node('two').boundingBox();
  expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - room.x - spot.x)).toBeLessThan(6);
  expect(Math.abs((box?.y ?? 0) + (box?.height ?? 0) / 2 - room.y - spot.y)).toBeLessThan(6);
});
