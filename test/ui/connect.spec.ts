/** Wires that are drawn on the canvas stand in the text as a person would have written them. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from './host/fixtures';
import type { Workbench } from './host/workbench';
import { openCanvas } from './host/workflowEditor';

const fileName = 'wires.workflow.yaml';
const text = `# Counts the words of a text.
name: Wires

nodes:
  fetch:
    run: echo words > words.txt
    outputs: { words: words.txt }

  count: # by lines
    run: wc -l < "$words" > count.txt
    inputs:
      words: words.txt
    outputs:
      count: count.txt

  report:
    inputs: { count: { from: count.count } }
    run: cat "$count"

layout:
  fetch: [0, 0]
  count: [280, 0]
  report: [280, 140]
`;

async function drag(workbench: Workbench, from: Locator, to: Locator): Promise<void> {
  const [begin, end] = [await from.boundingBox(), await to.boundingBox()];
  if (begin === null || end === null) throw new Error('It is not on screen.');
  const { mouse } = workbench.page;
  await mouse.move(begin.x + begin.width / 2, begin.y + begin.height / 2);
  await mouse.down();
  await mouse.move(end.x - 20, end.y + 5, { steps: 6 });
  await mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 3 });
  await mouse.up();
}

test('a wire drawn by mouse is in the text, Ctrl+Z takes it back, and a cycle is refused at its spot', async ({
  workbench,
  workspace,
  cspViolations,
}) => {
  const file = path.join(workspace, fileName);
  await writeFile(file, text);
  const editor = await openCanvas(workbench, fileName);
  const { keyboard } = workbench.page;
  const dot = (node: string, id: string) => editor.node(node).locator(`[data-handleid="${id}"]`);
  const expectSaved = async (wanted: string): Promise<void> => {
    await keyboard.press('Control+S');
    await expect.poll(() => readFile(file, 'utf8')).toBe(wanted);
  };

  await drag(workbench, dot('fetch', 'source:words'), dot('count', 'target:words'));
  const wired = text.replace('words: words.txt\n    outputs', 'words: { from: fetch.words }\n    outputs');
  await expect(editor.frame.locator('.react-flow__edge')).toHaveCount(2);
  await expectSaved(wired);

  await drag(workbench, dot('report', 'source'), dot('fetch', 'target'));
  await expect(editor.frame.getByRole('alert')).toContainText('fetch → count → report');
  await expectSaved(wired);

  await keyboard.press('Control+Z');
  await expect(editor.frame.locator('.react-flow__edge')).toHaveCount(1);
  await expectSaved(text);

  // The wire that is left goes by a click on it and Delete; its input with it, since that is where its value comes from.
  const [from, to] = [
    await dot('count', 'source:count').boundingBox(),
    await dot('report', 'target:count').boundingBox(),
  ];
  if (from === null || to === null) throw new Error('The wire is not on screen.');
  await workbench.page.mouse.click((from.x + to.x + 8) / 2, (from.y + to.y + 8) / 2);
  await expect(editor.frame.locator('.react-flow__edge.chosen')).toHaveCount(1);
  await keyboard.press('Delete');
  await expect(editor.frame.locator('.react-flow__edge')).toHaveCount(0);
  await expectSaved(text.replace('    inputs: { count: { from: count.count } }\n', ''));
  expect(cspViolations).toEqual([]);
});

test('a wire is drawn and removed by key alone', async ({ workbench, workspace, cspViolations }) => {
  const file = path.join(workspace, fileName);
  await writeFile(file, text);
  const editor = await openCanvas(workbench, fileName);
  const { keyboard } = workbench.page;
  const question = (name: string) => editor.frame.getByRole('combobox', { name });
  await editor.node('fetch').focus();
  await keyboard.press('c');
  await expect(question('Connect fetch')).toBeFocused();
  await keyboard.press('Enter');
  await expect(question('Connect fetch.words to')).toBeFocused();
  await keyboard.type('report words');
  await expect(editor.frame.getByRole('option')).toHaveText(/words of report/);
  await keyboard.press('Enter');
  await expect(editor.node('fetch')).toBeFocused();
  await expect(editor.frame.locator('.react-flow__edge')).toHaveCount(2);
  await keyboard.press('Control+S');
  await expect
    .poll(() => readFile(file, 'utf8'))
    .toBe(text.replace('{ from: count.count } }', '{ from: count.count }, words: { from: fetch.words } }'));

  await keyboard.press('Shift+C');
  await expect(question('Disconnect fetch')).toBeFocused();
  await keyboard.press('Enter');
  await expect(editor.frame.locator('.react-flow__edge')).toHaveCount(1);
  await keyboard.press('Control+S');
  await expect.poll(() => readFile(file, 'utf8')).toBe(text);
  expect(cspViolations).toEqual([]);
});
