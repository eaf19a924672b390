/** A workflow of six nodes from an empty file, on the canvas alone: once by mouse, once by keyboard; both run. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from './host/fixtures';
import type { Workbench } from './host/workbench';
import { openBareCanvas, type WorkflowEditorPage } from './host/workflowEditor';

const fileName = 'words.workflow.yaml';

/** What both come to, positions left out. */
const written = `nodes:
  fetch:
    label: Fetch
    run: printf 'b\\na\\nb\\n' > words.txt
    outputs:
      words: words.txt
  count:
    label: Count
    inputs:
      words: { from: fetch.words }
    run: wc -l < "$words" > count.txt
    outputs:
      count: count.txt
  sort:
    label: Sort
    inputs:
      words: { from: fetch.words }
    run: sort -u "$words" > sorted.txt
    outputs:
      sorted: sorted.txt
  report:
    label: Report
    inputs:
      count: { from: count.count }
      sorted: { from: sort.sorted }
    run: cat "$count" "$sorted" > report.txt
    outputs:
      report: report.txt
  check:
    label: Check
    inputs:
      report: { from: report.report }
    run: test -s "$report"
  notify:
    label: Notify
    needs: [check]
    run: echo "Hello from $NODE_ID"
`;

/** The nodes with what they run and leave behind; the last one keeps the command that it came with. */
const nodes = [
  { id: 'fetch', run: `printf 'b\\na\\nb\\n' > words.txt`, output: ['words', 'words.txt'] },
  { id: 'count', run: 'wc -l < "$words" > count.txt', output: ['count', 'count.txt'] },
  { id: 'sort', run: 'sort -u "$words" > sorted.txt', output: ['sorted', 'sorted.txt'] },
  { id: 'report', run: 'cat "$count" "$sorted" > report.txt', output: ['report', 'report.txt'] },
  { id: 'check', run: 'test -s "$report"', output: null },
  { id: 'notify', run: null, output: null },
] as const;
const wires = [
  'fetch.words>count',
  'fetch.words>sort',
  'count.count>report',
  'sort.sorted>report',
  'report.report>check',
];

const named = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1);

async function begin(workbench: Workbench, workspace: string): Promise<{ editor: WorkflowEditorPage; file: string }> {
  const file = path.join(workspace, fileName);
  await writeFile(file, '');
  return { editor: await openBareCanvas(workbench, fileName), file };
}

/** Runs it by the button of the tab or the palette, and looks at the text. */
async function expectItRuns(editor: WorkflowEditorPage, file: string): Promise<void> {
  for (const { id } of nodes) await expect(editor.card(id, 'succeeded')).toBeVisible({ timeout: 30_000 });
  await editor.expectOverlay();
  const text = await readFile(file, 'utf8');
  expect(text.replace(/\nlayout:\n(?: {2}\w+: \[-?\d+, -?\d+\]\n)+$/, '\n').replace(/\n\n$/, '\n')).toBe(written);
}

/** Presses Tab until a button has the focus, as somebody does who goes on in the inspector. */
async function tabTo(editor: WorkflowEditorPage, name: string): Promise<void> {
  const button = editor.frame.getByRole('button', { name, exact: true }).first();
  await expect(async () => {
    await editor.frame.page().keyboard.press('Tab');
    await expect(button).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [0] });
}

/** Presses the arrow down until an option of the open list is the one that Enter takes. */
async function goTo(editor: WorkflowEditorPage, name: string): Promise<void> {
  await expect(editor.frame.getByRole('option', { name })).toBeVisible();
  // Files that are found later come in front.
  await expect(editor.frame.getByText('Looking for files…')).toHaveCount(0);
  const chosen = editor.frame.getByRole('option', { name, selected: true });
  while (!(await chosen.isVisible())) await editor.frame.page().keyboard.press('ArrowDown');
}

/** Types a command into the script's own tab, saves it and closes the tab again. */
async function writeScript(
  workbench: Workbench,
  editor: WorkflowEditorPage,
  id: string,
  run: string,
  by: 'mouse' | 'keys' = 'mouse',
): Promise<void> {
  const { keyboard } = workbench.page;
  const tab = workbench.tab(new RegExp(`^${id}\\.sh`));
  await expect(tab).toBeVisible();
  await expect(
    workbench.page
      .locator(
        '.editor-group-container.active .monaco-editor textarea, .editor-group-container.active .native-edit-context',
      )
      .first(),
  ).toBeFocused();
  await keyboard.press('Control+A');
  // Not typed key by key: VS Code would close quotes by itself.
  await keyboard.insertText(run);
  await keyboard.press('Control+S');
  await expect(tab).not.toHaveClass(/dirty/);
  // In a browser Ctrl+W would close the page.
  if (by === 'keys') {
    await workbench.runCommand('View: Close Editor');
    await expect(tab).toHaveCount(0);
    // The focus is where it was.
    await expect(editor.frame.getByRole('button', { name: 'Open Source' }).first()).toBeFocused();
  } else await tab.getByRole('button', { name: /^Close/ }).click();
  await expect(tab).toHaveCount(0);
  await expect(editor.frame.getByRole('region', { name: /^Node / })).toContainText(run);
}

test('by keyboard alone: nodes, commands, outputs and wires, Run', async ({ workbench, workspace, cspViolations }) => {
  test.slow();
  const { editor, file } = await begin(workbench, workspace);
  const { keyboard } = workbench.page;
  const focused = editor.frame.locator(':focus');
  const picker = editor.frame.getByRole('combobox', { name: /^Connect|^Where/ });
  await editor.frame.getByRole('region', { name: /^Canvas/ }).focus();
  for (const { id, run, output } of nodes) {
    await keyboard.press('a');
    await expect(editor.palette).toBeFocused();
    await keyboard.type(named(id));
    // Files of the workspace that fit come first.
    await goTo(editor, `Script “${named(id)}” sh`);
    await keyboard.press('Enter');
    await expect(editor.node(id)).toBeFocused();
    if (run !== null || output !== null) {
      await keyboard.press('Enter');
      await expect(editor.frame.getByRole('region', { name: `Node ${named(id)}` })).toBeFocused();
    }
    if (run !== null) {
      await tabTo(editor, 'Open Source');
      await keyboard.press('Enter');
      await writeScript(workbench, editor, id, run, 'keys');
    }
    if (output !== null) {
      await tabTo(editor, 'Add Output');
      await keyboard.press('Enter');
      await expect(editor.frame.getByLabel('Name of the new output')).toBeFocused();
      await keyboard.type(output[0]);
      await keyboard.press('Tab');
      await keyboard.type(output[1]);
      await keyboard.press('Enter');
      await expect(editor.node(id).locator(`[data-handleid="source:${output[0]}"]`)).toBeVisible();
    }
    if (run !== null || output !== null) {
      await keyboard.press('Escape');
      await expect(editor.node(id)).toBeFocused();
    }
  }
  await expect(focused).toHaveAttribute('data-id', 'notify');
  let drawn = 0;
  for (const wire of [...wires, 'check>notify']) {
    const [from = '', to = ''] = wire.split('>');
    const [id = '', port] = from.split('.');
    await keyboard.press('/');
    await keyboard.type(named(id));
    await keyboard.press('Escape');
    await expect(editor.node(id)).toBeFocused();
    await keyboard.press('c');
    await expect(picker).toBeFocused();
    await keyboard.type(port ?? 'order');
    await keyboard.press('Enter');
    await expect(picker).toBeFocused();
    await keyboard.type(named(to));
    await keyboard.press('Enter');
    await expect(picker).toHaveCount(0);
    // Wires out of sight are not in the page.
    await keyboard.press('0');
    await expect(editor.frame.locator('.react-flow__edge')).toHaveCount((drawn += 1));
    await expect(editor.node(id)).toBeFocused();
  }
  await workbench.runCommand('Runlens: Run Workflow');
  await expectItRuns(editor, file);
  expect(cspViolations).toEqual([]);
});

test('by mouse: nodes from the palette, outputs in the inspector, wires by dragging, Run', async ({
  workbench,
  workspace,
  cspViolations,
}) => {
  test.slow();
  const { editor, file } = await begin(workbench, workspace);
  const { keyboard } = workbench.page;
  for (const { id, run, output } of nodes) {
    await editor.frame.getByRole('button', { name: 'Add', exact: true }).click();
    await editor.palette.fill(named(id));
    await editor.frame.getByRole('option', { name: `Script “${named(id)}” sh` }).click();
    await expect(editor.node(id)).toBeVisible();
    await editor.node(id).click();
    if (run !== null) {
      await editor.button('Open Source').first().click();
      await writeScript(workbench, editor, id, run);
    }
    if (output !== null) {
      await editor.button('Add Output').click();
      await editor.frame.getByLabel('Name of the new output').fill(output[0]);
      await editor.frame.getByLabel('Path of the new output').fill(output[1]);
      await editor.button('Add the new output').click();
      await expect(editor.node(id).locator(`[data-handleid="source:${output[0]}"]`)).toBeVisible();
    }
  }
  await editor.button('Close Inspector').click();
  await editor.button('Fit All Nodes').click();
  const dot = (place: string): Locator => {
    const [id = '', port] = place.split('.');
    return editor.node(id).locator(`[data-handleid="${port === undefined ? 'source' : `source:${port}`}"]`);
  };
  for (const wire of wires) {
    const [from = '', to = ''] = wire.split('>');
    const before = await editor.frame.locator('.react-flow__edge').count();
    await editor.dragFrom(dot(from), editor.node(to));
    await expect(editor.frame.locator('.react-flow__edge')).toHaveCount(before + 1);
  }
  await editor.dragFrom(dot('check'), editor.node('notify').locator('[data-handleid="target"]'));
  await expect(editor.frame.locator('.react-flow__edge')).toHaveCount(wires.length + 1);
  await workbench.screenshots('authoring-by-mouse');
  await keyboard.press('Control+S');
  await workbench.titleAction('Run Workflow').click();
  await expectItRuns(editor, file);
  expect(cspViolations).toEqual([]);
});
