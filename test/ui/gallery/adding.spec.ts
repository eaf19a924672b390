/** The palette, the canvas without nodes, copies and drops, outside VS Code. */
import type { Page } from '@playwright/test';
import { accessibilityViolations } from '../host/accessibility';
import { expect, test, type GalleryPage } from './fixtures';
import { themeNames } from './themes';

const palette = (page: Page) => page.getByRole('combobox', { name: 'Add to the workflow' });
const options = (page: Page) => page.getByRole('option');

async function openPalette({ page, open }: GalleryPage): Promise<void> {
  await open('written');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(palette(page)).toBeFocused();
}

for (const theme of themeNames) {
  test(`the palette and the canvas without nodes can be used by everybody: ${theme}`, async ({ gallery }) => {
    const { page, open } = gallery;
    for (const state of ['empty', 'written'] as const) {
      await open(state, theme);
      if (state === 'empty') {
        await expect(page.getByRole('heading', { name: 'No nodes yet' })).toBeVisible();
        await page.getByRole('button', { name: 'Add Node' }).click();
      } else {
        await page.getByRole('button', { name: 'Add', exact: true }).click();
      }
      await expect(options(page).filter({ hasText: 'list-packages' })).toBeVisible();
      expect(await accessibilityViolations(page.mainFrame()), state).toEqual([]);
      expect(await page.evaluate(() => window.gallery.cspViolations)).toEqual([]);
    }
  });
}

test('typing makes the list short, arrows go through it and tell what they are at, Escape leaves everything as it was', async ({
  gallery,
}) => {
  await openPalette(gallery);
  const { page } = gallery;
  const before = await page.evaluate(() => window.gallery.text());
  await page.keyboard.type('tools count');
  await expect(options(page).first()).toHaveText(/tools\/count-licences\.py/);
  await expect(options(page).nth(1)).toHaveText(/Script “tools count”/);
  await page.keyboard.press('ArrowUp');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  const active = await palette(page).getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toHaveText(/count-licences/);
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await expect(page.locator('.react-flow__node:focus')).toHaveCount(1);
  expect(await page.evaluate(() => window.gallery.text())).toBe(before);
});

test('a name of 10,000 letters, markup and marks of direction are a name and nothing else', async ({ gallery }) => {
  await openPalette(gallery);
  const { page } = gallery;
  await palette(page).fill(`<b>x</b> \u202E${'long '.repeat(2_000)}`);
  await expect(options(page).first()).toContainText('Script “<b>x</b>');
  const box = await page.locator('.palette').boundingBox();
  expect(box?.width).toBeLessThanOrEqual(340);
  await page.keyboard.press('Enter');
  await expect(page.locator('.react-flow__node[data-id^="b-x-b-long"]')).toBeVisible();
});

test('an input is asked for its name and type; a name that is taken becomes a free one', async ({ gallery }) => {
  await openPalette(gallery);
  const { page } = gallery;
  for (let time = 0; time < 2; time++) {
    if (time > 0) await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.keyboard.type('input');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Name of the new input' })).toBeFocused();
    await page.keyboard.type('Max depth');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(gallery.node('inputs')).toContainText(time === 0 ? 'max_depth' : 'max_depth_2');
  }
  expect(await page.evaluate(() => window.gallery.text())).toContain('max_depth: { type: number }');
});

test('a new script file needs an ending that tells what runs it', async ({ gallery }) => {
  await openPalette(gallery);
  const { page } = gallery;
  await options(page).filter({ hasText: 'New Script File' }).click();
  const field = page.getByRole('combobox', { name: 'Path of the new script file' });
  await expect(field).toHaveValue('script.sh');
  await field.fill('tools/count.rb');
  await expect(options(page)).toHaveCount(0);
  await expect(page.locator('.palette-note')).toHaveText('End the name with .sh, .bash, .py, .js, .mjs or .cjs.');
  await field.fill('tools/count.py');
  await expect(options(page)).toHaveText(/Create tools\/count\.py\s*run by Python/);
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeFocused();
});

test('nothing is offered where nothing can be changed', async ({ gallery }) => {
  await gallery.open('snapshot');
  await expect(gallery.page.getByRole('button', { name: 'Add', exact: true })).toHaveCount(0);
  await gallery.page.locator('.react-flow__pane').dblclick({ position: { x: 20, y: 300 } });
  await expect(palette(gallery.page)).toHaveCount(0);
});

test('copying words of a field leaves them words', async ({ gallery }) => {
  await openPalette(gallery);
  const { page } = gallery;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.type('some words');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+X');
  await expect(palette(page)).toHaveValue('');
  await page.keyboard.press('Control+V');
  await expect(palette(page)).toHaveValue('some words');
  expect(await gallery.asked('editor/copyNodes')).toEqual([]);
  expect(await gallery.asked('editor/pasteNodes')).toEqual([]);
});

test('what the arrows led to stays chosen when files are found that come before it', async ({ gallery }) => {
  await gallery.open('written');
  const { page } = gallery;
  await page.evaluate(() => window.gallery.hold());
  await gallery.node('report').focus();
  await page.keyboard.press('a');
  await page.keyboard.type('list');
  await page.keyboard.press('ArrowDown');
  const bash = page.getByRole('option', { name: 'Script “list” Bash', selected: true });
  await expect(bash).toBeVisible();
  await page.evaluate(() => window.gallery.release());
  await expect(page.getByRole('option', { name: /list-packages/ })).toBeVisible();
  await expect(bash).toBeVisible();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.evaluate(() => window.gallery.text()))
    .toMatch(/\n {2}list:\n(?: {4}.*\n)*? {4}shell: bash\n/);
  await expect(gallery.node('list')).toBeFocused();
});
