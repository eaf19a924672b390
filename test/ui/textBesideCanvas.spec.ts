/** Canvas and text of one workflow side by side, as a person works with both. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './host/fixtures';
import type { Workbench } from './host/workbench';
import { openCanvas, type WorkflowEditorPage } from './host/workflowEditor';

const fileName = 'side.workflow.yaml';
/** Long enough that neither the text nor the canvas shows all of it. */
const count = 40;
const nodes = Array.from(
  { length: count },
  (_, n) => `  step-${n}:\n    label: Step ${n}\n    run: |\n      echo ${n}\n\n`,
);
const places = Array.from({ length: count }, (_, n) => `  step-${n}: [0, ${n * 100}]\n`);
const text = `name: Side by side\nnodes:\n${nodes.join('')}layout:\n${places.join('')}`;

interface Both {
  readonly editor: WorkflowEditorPage;
  /** The text editor. */
  readonly lines: Locator;
}

async function openBoth(workbench: Workbench, workspace: string): Promise<Both> {
  await writeFile(path.join(workspace, fileName), text);
  const editor = await openCanvas(workbench, fileName);
  await workbench.titleAction('Open as Text').click();
  const lines = workbench.page.locator('.monaco-editor .view-lines').filter({ hasText: 'Side by side' });
  await lines.waitFor();
  return { editor, lines: workbench.page.locator('.editor-group-container .monaco-editor .view-lines') };
}

/** Puts the cursor of the text editor, which must have the focus, at a line (from 1). */
async function goToLine(page: Page, workbench: Workbench, line: number): Promise<void> {
  await workbench.runCommand('Go to Line/Column...');
  await workbench.fillQuickInput(`:${line}`);
  await page.keyboard.press('Enter');
}

/** Line of a node's id, from 1. */
const lineOf = (n: number): number => 3 + n * 5;

test('the cursor in the text selects its node on the canvas, and a node on the canvas is marked in the text', async ({
  workbench,
  workspace,
  cspViolations,
}) => {
  const { editor, lines } = await openBoth(workbench, workspace);
  const { page } = workbench;
  await goToLine(page, workbench, lineOf(30) + 2);
  await expect(editor.node('step-30')).toHaveClass(/selected/);
  await expect(editor.node('step-30')).toBeInViewport({ ratio: 0.99 });
  // The focus is still in the text: what is typed goes there.
  await page.keyboard.type('#');
  await expect(lines).toContainText(/#\s+run:/);
  await page.keyboard.press('Backspace');

  await goToLine(page, workbench, 1);
  await expect(lines).toContainText('Side by side');
  // Nothing stands at line 1, so the selection stays.
  await expect(editor.node('step-30')).toHaveClass(/selected/);
  await editor.node('step-29').click({ position: { x: 12, y: 12 } });
  await expect(lines).toContainText('Step 29');
  await expect(page.locator('.monaco-editor .view-overlays .cdr').first()).toBeVisible();
  await workbench.screenshots('text-beside-canvas');
  expect(cspViolations).toEqual([]);
});

test('typing changes the card it is about and leaves every other as it stands, with view, selection and inspector', async ({
  workbench,
  workspace,
}) => {
  const { editor } = await openBoth(workbench, workspace);
  const { page } = workbench;
  await editor.node('step-1').click({ position: { x: 12, y: 12 } });
  const heading = editor.frame.locator('.inspector');
  await expect(heading).toContainText('Step 1');
  await editor.frame.evaluate(() => {
    for (const card of document.querySelectorAll('.react-flow__node')) Reflect.set(card, 'seenBefore', true);
  });
  const view = await editor.frame.locator('.react-flow__viewport').getAttribute('style');
  await workbench.page.locator('.monaco-editor .view-lines').click();
  await goToLine(page, workbench, lineOf(1) + 1);
  await page.keyboard.press('End');
  await page.keyboard.type(' renamed');
  await expect(editor.node('step-1')).toHaveAccessibleName(/^Step 1 renamed/);
  await expect(editor.node('step-1')).toHaveClass(/selected/);
  await expect(heading).toContainText('Step 1 renamed');
  expect(await editor.frame.locator('.react-flow__viewport').getAttribute('style')).toBe(view);
  const isOld = await editor.frame.evaluate(() =>
    [...document.querySelectorAll('.react-flow__node')].map((card) => Reflect.get(card, 'seenBefore') === true),
  );
  expect(isOld.length).toBeGreaterThan(1);
  expect(new Set(isOld)).toEqual(new Set([true]));
});

test('while the text cannot be read the canvas stays, grey, with the line to go to, and lives again when it can', async ({
  workbench,
  workspace,
}) => {
  const { editor, lines } = await openBoth(workbench, workspace);
  const { page } = workbench;
  await goToLine(page, workbench, lineOf(2) + 1);
  await page.keyboard.press('End');
  await page.keyboard.type(': : "');
  const notice = editor.frame.locator('.outdated-notice');
  await expect(notice).toContainText(/^Line \d+: /);
  await expect(editor.frame.locator('.canvas.outdated')).toBeVisible();
  await expect(editor.node('step-2')).toHaveAccessibleName(/^Step 2/);
  await workbench.screenshots('text-cannot-be-read');
  await goToLine(page, workbench, 1);
  await notice.getByRole('button', { name: 'Go to Line' }).click();
  await expect(workbench.statusBarItem(/^Ln 1[0-9],/)).toBeVisible();
  await expect(lines).toBeVisible();
  // VS Code undoes what was typed in steps of its own.
  await expect(async () => {
    await page.keyboard.press('Control+Z');
    await expect(notice).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
  await expect(editor.frame.locator('.canvas.outdated')).toHaveCount(0);
});

test('undo on the canvas brings what it changed back into view', async ({ workbench, workspace }) => {
  await writeFile(path.join(workspace, fileName), text);
  const editor = await openCanvas(workbench, fileName);
  const { page } = workbench;
  await editor.frame.locator('.canvas').focus();
  await page.keyboard.press('End');
  await expect(editor.node('step-39')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(editor.frame.locator('.canvas')).toHaveAttribute('aria-label', /39 nodes/);
  await page.keyboard.press('Home');
  await expect(editor.node('step-0')).toBeFocused();
  await expect(editor.node('step-38')).not.toBeInViewport();
  await page.keyboard.press('Control+Z');
  await expect(editor.node('step-39')).toBeInViewport({ ratio: 0.99 });
  await expect(editor.node('step-39')).toHaveClass(/selected/);
  await page.keyboard.press('Control+Shift+Z');
  await expect(editor.frame.locator('.canvas')).toHaveAttribute('aria-label', /39 nodes/);
});

// Not yet: a key that comes while an older graph arrives starts from that graph's place, and one step of ten is lost.
test('ten moves in a row all reach the text', async ({ workbench, workspace }) => {
  const { editor, lines } = await openBoth(workbench, workspace);
  await editor.node('step-0').focus();
  for (let n = 0; n < 10; n += 1) await workbench.page.keyboard.press('Alt+ArrowDown');
  await expect(async () => {
    const box = await editor.distance('step-0', 'step-1');
    expect(box.y).toBeLessThan(0);
  }).toPass();
  await expect(workbench.notification('changed meanwhile')).toHaveCount(0);
  await workbench.page.locator('.monaco-editor .view-lines').click();
  await goToLine(workbench.page, workbench, lineOf(count) + 1);
  await expect(lines).toContainText('step-0: [0, 200]');
});
