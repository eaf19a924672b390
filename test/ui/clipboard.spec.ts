/** Copies of nodes: within a file, to another one, and from whatever else is on the clipboard. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './host/fixtures';
import { canvasOf, openBareCanvas, openCanvas } from './host/workflowEditor';
import type { Workbench } from './host/workbench';

const pair = `nodes:
  list:
    label: List files
    script: ../tools/list.sh
    outputs:
      files: files.txt
  count:
    inputs:
      files: { from: list.files }
    run: |
      wc -l < "$files" > count.txt
      cat count.txt
    outputs:
      count: count.txt
  report:
    inputs:
      count: { from: count.count }
    run: cat "$count"
layout:
  list: [0, 0]
  count: [300, 0]
  report: [300, 160]
`;

async function writePair(workspace: string): Promise<string> {
  await writeFile(path.join(workspace, 'tools', 'list.sh'), 'ls > files.txt\n');
  const file = path.join(workspace, 'flows', 'pair.workflow.yaml');
  await mkdir(path.dirname(file));
  await writeFile(file, pair);
  return file;
}

async function saved(workbench: Workbench, tab: string, file: string): Promise<string> {
  await workbench.page.keyboard.press('Control+S');
  await expect(workbench.tab(tab)).not.toHaveClass(/dirty/);
  return readFile(file, 'utf8');
}

async function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

test('Ctrl+D copies the selected nodes with the wires among them, as one undo', async ({ workbench, workspace }) => {
  const file = await writePair(workspace);
  const editor = await openCanvas(workbench, 'pair.workflow.yaml');
  await editor.node('list').click();
  await editor.node('count').click({ modifiers: ['Control'] });
  await editor.node('count').focus();
  await workbench.page.keyboard.press('Control+D');
  await expect(editor.node('list-2')).toBeVisible();
  await expect(editor.node('count-2')).toHaveClass(/selected/);
  const text = await saved(workbench, 'pair.workflow.yaml', file);
  expect(text).toContain('      files: { from: list-2.files }\n');
  expect(text.startsWith(pair.slice(0, pair.indexOf('layout:')))).toBe(true);
  await workbench.page.keyboard.press('Control+Z');
  await expect(editor.node('list-2')).toHaveCount(0);
  expect(await saved(workbench, 'pair.workflow.yaml', file)).toBe(pair);
});

test('nodes copied in one file are pasted into a file of another folder: paths kept right, ids free, what is missing named', async ({
  workbench,
  workspace,
}) => {
  await writePair(workspace);
  const target = path.join(workspace, 'target.workflow.yaml');
  await writeFile(target, '');
  const from = await openCanvas(workbench, 'pair.workflow.yaml');
  await from.node('list').click();
  await from.node('report').click({ modifiers: ['Control'] });
  await from.node('report').focus();
  await workbench.page.keyboard.press('Control+C');
  await expect.poll(() => clipboard(workbench.page)).toContain('# Nodes of flows/pair.workflow.yaml\n');
  expect(await clipboard(workbench.page)).toContain('  list:\n    label: List files\n    script: ../tools/list.sh\n');

  const bare = await openBareCanvas(workbench, 'target.workflow.yaml');
  await bare.frame.getByRole('region', { name: /^Canvas/ }).focus();
  await workbench.page.keyboard.press('Control+V');
  await expect(bare.node('report')).toBeVisible();
  await expect(bare.frame.locator('.paste-note')).toContainText(
    '2 nodes pasted; 1 wire was left out, as this file has not what they come from: count.count to report.',
  );
  await bare.node('report').focus();
  await workbench.page.keyboard.press('Control+V');
  await expect(bare.node('report-2')).toBeVisible();
  const text = await saved(workbench, 'target.workflow.yaml', target);
  expect(text).toContain('  list:\n    label: List files\n    script: tools/list.sh\n');
  expect(text).toContain('  list-2:\n    label: List files\n    script: tools/list.sh\n');
  await workbench.page.keyboard.press('Control+Z');
  await workbench.page.keyboard.press('Control+Z');
  await expect(bare.frame.getByText('No nodes yet')).toBeVisible();
  expect(await saved(workbench, 'target.workflow.yaml', target)).toBe('');
});

test('Ctrl+X takes the nodes away, and Ctrl+V brings them back', async ({ workbench, workspace }) => {
  const file = await writePair(workspace);
  const editor = await openCanvas(workbench, 'pair.workflow.yaml');
  await editor.node('report').click();
  await editor.node('report').focus();
  await workbench.page.keyboard.press('Control+X');
  await expect(editor.node('report')).toHaveCount(0);
  await expect(editor.node('list')).toBeVisible();
  await workbench.page.keyboard.press('Control+V');
  await expect(editor.node('report')).toBeVisible();
  await editor.node('report').focus();
  expect(await saved(workbench, 'pair.workflow.yaml', file)).toContain(
    '      count: { from: count.count }\n    run: cat',
  );
});

test('what is no nodes is refused with the reason, and nothing is changed', async ({ workbench, workspace }) => {
  await writePair(workspace);
  await openCanvas(workbench, 'pair.workflow.yaml');
  const editor = await canvasOf(workbench);
  const notice = editor.frame.getByRole('alert');
  const refusals: readonly [string, RegExp][] = [
    ['just words', /There are no nodes on the clipboard/],
    ['nodes:\n  a: &x { run: ls }\n  b: *x\n', /use anchors/],
    ['nodes:\n  a: { run: ls, shel: bash }\n', /cannot be pasted. Line 2: .*shel/],
    ['nodes:\n  a: { script: ../../../etc/x.sh }\n', /outside of the workspace/],
    ['x'.repeat(1_000_001), /too long/],
  ];
  for (const [text, reason] of refusals) {
    await workbench.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await editor.node('list').focus();
    await workbench.page.keyboard.press('Control+V');
    await expect(notice).toHaveText(reason);
    await editor.button('Dismiss').click();
  }
  await expect(workbench.tab('pair.workflow.yaml')).not.toHaveClass(/dirty/);
});
