/** Finding, selecting, arranging, the menus and the sheet of all keys. */
import { accessibilityViolations } from '../host/accessibility';
import { expect, test } from './fixtures';
import { themeNames } from './themes';

const heard = '.announcer';

test('a right click offers what can be done with a node, with its keys, and gives the focus back', async ({
  gallery,
}) => {
  const { page } = gallery;
  await gallery.open('live');
  await gallery.node('sizes').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: /Measure what each package takes/ });
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await expect(menu.getByRole('menuitem', { name: 'Delete' })).toContainText('Delete');
  await expect(menu.getByRole('menuitem', { name: 'Duplicate' })).toContainText('Ctrl+D');
  await expect(menu.getByRole('menuitem', { name: 'Align Left' })).toHaveCount(0);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('d');
  await expect(menu.getByRole('menuitem', { name: 'Duplicate' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(gallery.node('sizes')).toBeFocused();
  // To select is not to inspect.
  await expect(page.getByRole('region', { name: /^Node/ })).toHaveCount(0);
});

test('the first menu of a node offers at once what depends on its being selected', async ({ gallery }) => {
  await gallery.open('partial');
  await gallery.node('sizes').click({ button: 'right' });
  await expect(gallery.page.getByRole('menuitem', { name: 'Re-run from Here' })).toBeVisible();
});

test('the menu key opens the menu of the node that has the focus, and an entry does what its key does', async ({
  gallery,
}) => {
  const { page } = gallery;
  await gallery.open('live');
  await gallery.node('scan').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  await expect.poll(() => gallery.asked('editor/edit')).toEqual([{ edit: { kind: 'removeNodes', nodeIds: ['scan'] } }]);
  await expect(page.locator(heard)).toHaveText('Deleted 1 node');
});

test('a menu of a snapshot has nothing that edits', async ({ gallery }) => {
  await gallery.open('snapshot');
  await gallery.node('publish').click({ button: 'right' });
  await expect(gallery.page.getByRole('menuitem', { name: 'Open the Inspector' })).toBeVisible();
  await expect(gallery.page.getByRole('menuitem', { name: /Delete|Cut|Duplicate|Arrange/ })).toHaveCount(0);
});

test('nodes selected by key are arranged, aligned and moved together, each with one request', async ({ gallery }) => {
  const { page } = gallery;
  await gallery.open('live');
  await gallery.node('packages').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator(heard)).toHaveText('3 nodes selected');
  await page.keyboard.press('Shift+V');
  await expect(page.locator(heard)).toHaveText('Distributed 3 nodes');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await expect.poll(async () => (await gallery.asked('editor/move')).length).toBeGreaterThan(0);
  const move = (await gallery.asked('editor/move')).at(-1) as { positions: { x: number }[] };
  expect(new Set(move.positions.map(({ x }) => x))).toEqual(new Set([300]));
  await page.keyboard.press('Shift+L');
  await expect(page.locator(heard)).toHaveText('Arranged 3 nodes');
  await page.keyboard.press('Control+A');
  await expect(page.locator(heard)).toHaveText('8 nodes selected');
  await page.keyboard.press('Escape');
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(0);
});

test('Shift and the pointer select, one by one and by a frame, and a plain drag still pans', async ({ gallery }) => {
  const { page } = gallery;
  await gallery.open('live');
  await gallery.node('licences').click({ modifiers: ['Shift'] });
  await gallery.node('scan').click({ modifiers: ['Shift'] });
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(2);
  const before = await gallery.node('licences').boundingBox();
  const last = await gallery.node('scan').boundingBox();
  if (before === null || last === null) throw new Error('The nodes are not in sight.');
  await page.keyboard.press('Escape');
  await page.keyboard.down('Shift');
  await page.mouse.move(before.x - 20, before.y - 20);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width + 20, last.y + last.height + 20, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(4);
  await page.mouse.move(before.x - 20, before.y - 40);
  await page.mouse.down();
  await page.mouse.move(before.x - 60, before.y - 60, { steps: 5 });
  await page.mouse.up();
  expect((await gallery.node('licences').boundingBox())?.x).toBeCloseTo(before.x - 40, 0);
});

test('arranging all keeps what was looked at where it is', async ({ gallery }) => {
  const { page } = gallery;
  await gallery.open('live');
  await gallery.node('report').focus();
  const before = await gallery.node('report').boundingBox();
  await page.keyboard.press('l');
  await expect(page.locator(heard)).toHaveText('Arranged 8 nodes');
  const after = await gallery.node('report').boundingBox();
  expect(after?.x).toBeCloseTo(before?.x ?? 0, 0);
  expect(after?.y).toBeCloseTo(before?.y ?? 0, 0);
  await expect(gallery.node('report')).toBeFocused();
});

test('a node out of sight is found by its words, and Escape leaves the keyboard on it', async ({ gallery }) => {
  const { page } = gallery;
  await gallery.open('large');
  await gallery.node('n0').focus();
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: /^Find a node/ });
  await expect(field).toBeFocused();
  await field.pressSequentially('n199');
  await expect(page.getByText('1 of 11', { exact: true })).toBeVisible();
  await field.press('Enter');
  await expect(page.getByText('2 of 11', { exact: true })).toBeVisible();
  await field.press('Shift+Enter');
  await field.press('ArrowUp');
  await expect(page.getByText('11 of 11', { exact: true })).toBeVisible();
  const found = ((await page.locator(heard).textContent()) ?? '').split(',')[0] ?? '';
  await field.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(page.locator('.react-flow__node:focus')).toHaveAttribute('data-id', found);
  await expect(page.locator('.react-flow__node:focus')).toBeInViewport({ ratio: 0.99 });
  await page.keyboard.press('/');
  await field.fill('<b>nothing like this</b>');
  await expect(page.getByText('No results')).toBeVisible();
});

test('the question mark lists all keys, keeps the focus in, and gives it back', async ({ gallery }) => {
  const { page } = gallery;
  await gallery.open('live');
  await gallery.node('report').focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Arrange All')).toBeVisible();
  for (let press = 0; press < 4; press++) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.react-flow__node'))).toBeNull();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(gallery.node('report')).toBeFocused();
  await page.getByRole('button', { name: 'Keyboard Shortcuts' }).click();
  await expect(sheet).toBeVisible();
});

for (const theme of themeNames) {
  test(`menu, sheet and find widget can be used by everybody in ${theme}`, async ({ gallery }, info) => {
    const { page } = gallery;
    const check = async (name: string): Promise<void> => {
      await page.screenshot({ path: info.outputPath(`${name}-${theme}.png`) });
      expect(await accessibilityViolations(page.mainFrame()), name).toEqual([]);
    };
    await gallery.open('live', theme);
    await gallery.node('scan').focus();
    await page.keyboard.press('Control+a');
    await gallery.node('scan').click({ button: 'right' });
    await expect(page.getByRole('menu')).toBeVisible();
    await check('menu');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('sheet');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('li');
    await expect(page.locator('.find-mark.current')).toBeVisible();
    await check('find');
    expect(await page.evaluate(() => window.gallery.cspViolations)).toEqual([]);
  });
}
