/** A run whose workflow uses modules in modules: each level of it on its own canvas. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './host/fixtures';
import { detailsOf } from './host/runDetailsPage';
import type { Workbench } from './host/workbench';
import { openCanvas, WorkflowEditorPage } from './host/workflowEditor';

const fileName = 'nested.workflow.yaml';
const files = {
  [fileName]: `name: Nested
nodes:
  scan: { label: Scan everything, uses: parts/outer.module.yaml }
  report: { inputs: { words: { from: scan.words } }, run: wc -w < "$words" }
`,
  'parts/outer.module.yaml': `nodes:
  clean: { run: echo cleaned }
  middle: { label: Look closer, uses: middle.module.yaml, needs: [clean] }
outputs:
  words: { from: middle.words }
`,
  'parts/middle.module.yaml': `nodes:
  before: { run: 'true' }
  innermost: { label: Deep inside, uses: innermost.module.yaml, needs: [before] }
outputs:
  words: { from: innermost.words }
`,
  'parts/innermost.module.yaml': `nodes:
  fetch:
    label: Fetch words
    run: echo from deep inside | tee words.txt
    outputs: { words: words.txt }
  check: { inputs: { words: { from: fetch.words } }, run: test -s "$words" }
outputs:
  words: { from: fetch.words }
`,
};

/** The canvas on which this node stands: no two of the files have a node of the same name. */
async function canvasWith(workbench: Workbench, node: string): Promise<WorkflowEditorPage> {
  const frame = await workbench.webview(`.react-flow__node[data-id="${node}"]`);
  await frame.locator('#canvas-keys').waitFor({ state: 'attached' });
  return new WorkflowEditorPage(frame);
}

async function expectPart(editor: WorkflowEditorPage, part: string, nodes: readonly string[]): Promise<void> {
  await expect(editor.pill).toHaveText('Viewing module run');
  await expect(editor.banner).toContainText(`${part} in Nested #1`);
  await expect(editor.banner.locator('.run-status')).toContainText('Succeeded');
  for (const node of nodes) await expect(editor.card(node, 'succeeded')).toBeVisible();
}

test.beforeEach(async ({ workspace }) => {
  await mkdir(path.join(workspace, 'parts'));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(workspace, name), text);
});

test('a part of a run is walked into three modules deep and back, and shows its own version after a module changed', async ({
  workbench,
  workspace,
  cspViolations,
}) => {
  test.setTimeout(240_000);
  const { keyboard } = workbench.page;
  await workbench.showContainer('Runlens');
  const top = await openCanvas(workbench, fileName);
  await workbench.titleAction('Run Workflow').click();
  await expect(top.banner).toContainText('Completed', { timeout: 60_000 });

  await top.node('scan').click();
  await keyboard.press('Control+Enter');
  const outer = await canvasWith(workbench, 'clean');
  await expectPart(outer, 'scan', ['clean', 'middle']);
  await outer.node('clean').click();
  await expect(outer.frame.locator('.inspector')).toContainText('cleaned');
  await workbench.screenshots('part');

  await (await canvasWith(workbench, 'middle')).node('middle').dblclick();
  const middle = await canvasWith(workbench, 'innermost');
  await expectPart(middle, 'scan/middle', ['before', 'innermost']);
  await middle.node('innermost').click();
  await middle.button('Open Module in This Run').click();
  const innermost = await canvasWith(workbench, 'fetch');
  await expectPart(innermost, 'scan/middle/innermost', ['fetch', 'check']);
  await innermost.node('fetch').click();
  await expect(innermost.frame.locator('.inspector')).toContainText('from deep inside');
  await workbench.screenshots('innermost');

  await (await canvasWith(workbench, 'fetch')).button('Up to scan/middle').click();
  const above = await canvasWith(workbench, 'innermost');
  await expectPart(above, 'scan/middle', ['before', 'innermost']);
  await above.button('Up to scan').click();
  const first = await canvasWith(workbench, 'clean');
  await expectPart(first, 'scan', ['clean', 'middle']);
  await first.button('Up to the Whole Run').click();
  const whole = await canvasWith(workbench, 'report');
  await expect(whole.pill).toHaveText('Viewing run');
  await expect(whole.card('scan', 'succeeded')).toBeVisible();

  await workbench.runCommand('View: Close All Editors');
  const innermostFile = path.join(workspace, 'parts', 'innermost.module.yaml');
  const text = await readFile(innermostFile, 'utf8');
  await writeFile(innermostFile, text.replace('echo from', 'echo changed'));
  const tree = workbench.view('Workspace Runs');
  for (const row of ['Nested #1', 'Scan everything', 'Look closer', 'Deep inside']) {
    await tree.locator('[role="treeitem"]').filter({ hasText: row }).locator('.monaco-tl-twistie').click();
  }
  await workbench.screenshots('tree');
  await workbench.treeRows('Workspace Runs', 'Fetch words').click();
  const changed = await canvasWith(workbench, 'fetch');
  await expect(changed.button('Restore')).toBeVisible();
  await expect(changed.node('fetch')).toHaveClass(/selected/);
  await expect(changed.frame.locator('.inspector')).toContainText('from deep inside');
  await expectPart(changed, 'scan/middle/innermost', ['fetch', 'check']);
  await changed.button(/^What differs/).click();
  await expect(changed.frame.getByRole('list', { name: 'What differs' })).toHaveText('Fetch words: command changed');
  await workbench.screenshots('part-snapshot');

  await changed.button('Restore').click();
  await expect(changed.button('Restore')).toHaveCount(0);
  await expectPart(changed, 'scan/middle/innermost', ['fetch', 'check']);
  await keyboard.press('Control+S');
  await expect.poll(() => readFile(innermostFile, 'utf8')).toBe(text);
  await workbench.notification('Restored 1 file').getByRole('button', { name: 'Undo' }).click();
  await expect(changed.button('Restore')).toBeVisible();
  await expect(changed.banner.locator('.banner-note')).toContainText('The module has changed since.');
  expect(cspViolations).toEqual([]);
});

test('node runs of a module stand under it in tree, canvas and details, and what differs names the changed module', async ({
  workbench,
  workspace,
  cspViolations,
}) => {
  test.setTimeout(240_000);
  await workbench.showContainer('Runlens');
  const canvas = await openCanvas(workbench, fileName);
  await workbench.titleAction('Run Workflow').click();
  await expect(canvas.banner).toContainText('Completed', { timeout: 60_000 });

  await expect(canvas.card('scan', 'succeeded')).toContainText('2 succeeded');
  await canvas.node('scan').dblclick();
  const outer = await canvasWith(workbench, 'clean');
  await expectPart(outer, 'scan', ['clean', 'middle']);
  await expect(workbench.treeRows('Workflow Runs', 'Nested #1')).toBeVisible();

  const tree = workbench.view('Workspace Runs');
  for (const row of ['Nested #1', 'Scan everything']) {
    await tree.locator('[role="treeitem"]').filter({ hasText: row }).locator('.monaco-tl-twistie').click();
  }
  const levelOf = (row: string) => workbench.treeRows('Workspace Runs', row).getAttribute('aria-level');
  await expect(workbench.treeRows('Workspace Runs', 'clean')).toContainText('Succeeded');
  expect(Number(await levelOf('clean'))).toBe(Number(await levelOf('Scan everything')) + 1);

  await workbench.pickFromContextMenu(workbench.treeRows('Workspace Runs', 'Nested #1'), 'View Details');
  const details = await detailsOf(workbench, 'Nested #1');
  await expect(details.nodes).toHaveText([
    /^Scan everything.*Succeeded · scan$/,
    /^clean.*Succeeded · scan\/clean$/,
    /^Look closer.*Succeeded · scan\/middle$/,
    /^before.*Succeeded · scan\/middle\/before$/,
    /^Deep inside.*Succeeded · scan\/middle\/innermost$/,
    /^Fetch words.*Succeeded · scan\/middle\/innermost\/fetch$/,
    /^check.*Succeeded · scan\/middle\/innermost\/check$/,
    /^report.*Succeeded$/,
  ]);
  await workbench.view('Workspace Runs').locator('.pane-header').click();
  const left = async (node: number) => (await details.nodes.nth(node).locator('.codicon').boundingBox())?.x ?? 0;
  const first = await left(0);
  expect([await left(1), await left(2), await left(5)]).toEqual(
    [12, 12, 36].map((more) => expect.closeTo(first + more, 0)),
  );
  await details.nodes.last().scrollIntoViewIfNeeded();
  await workbench.screenshots('module-details');

  const innermost = path.join(workspace, 'parts', 'innermost.module.yaml');
  await writeFile(innermost, files['parts/innermost.module.yaml'].replace('test -s', 'test -e'));
  await (await canvasWith(workbench, 'clean')).button('Up to the Whole Run').click();
  const whole = await canvasWith(workbench, 'report');
  await whole.expectSnapshot();
  await whole.button(/^What differs/).click();
  await expect(whole.frame.getByRole('list', { name: 'What differs' }).getByRole('listitem')).toHaveText([
    'Scan everything: module changed',
    'In parts/outer.module.yaml: Look closer: module changed',
    'In parts/middle.module.yaml: Deep inside: module changed',
    'In parts/innermost.module.yaml: check: command changed',
  ]);
  await workbench.screenshots('module-differs');
  expect(cspViolations).toEqual([]);
});

test('a module runs by itself from its own editor, and its own modules stand below it', async ({ workbench }) => {
  await workbench.showContainer('Runlens');
  const editor = await openCanvas(workbench, 'middle.module.yaml');
  await workbench.titleAction('Run Workflow').click();
  await expect(editor.pill).toHaveText('Viewing module run', { timeout: 60_000 });
  await expect(editor.banner).toContainText('Completed');
  await expect(editor.card('innermost', 'succeeded')).toBeVisible();

  await editor.node('innermost').dblclick();
  const inner = await canvasWith(workbench, 'fetch');
  await expect(inner.pill).toHaveText('Viewing module run');
  await expect(inner.card('check', 'succeeded')).toBeVisible();
  await inner.button('Up to the Whole Run').click();
  await expect((await canvasWith(workbench, 'before')).pill).toHaveText('Viewing module run');
});
