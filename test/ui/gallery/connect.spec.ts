import type { Locator, Page } from '@playwright/test';
import { accessibilityViolations } from '../host/accessibility';
import { expect, test, type GalleryPage } from './fixtures';
import { themeNames } from './themes';

const dot = (gallery: GalleryPage, node: string, id: string): Locator =>
  gallery.node(node).locator(`[data-handleid="${id}"]`);

async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('It is not in sight.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses on one place and moves to another, without letting go. */
async function pull(page: Page, from: Locator, to: Locator): Promise<void> {
  const [begin, end] = [await middle(from), await middle(to)];
  await page.mouse.move(begin.x, begin.y);
  await page.mouse.down();
  await page.mouse.move(begin.x + 20, begin.y + 5);
  await page.mouse.move(end.x, end.y, { steps: 6 });
}

const edits = async (gallery: GalleryPage): Promise<unknown[]> =>
  (await gallery.asked('editor/edit')).map((params) => (params as { edit: unknown }).edit);

test('a wire is drawn by dragging from an output to an input, and the card stays where it is', async ({ gallery }) => {
  await gallery.open('written');
  const place = await gallery.node('packages').boundingBox();
  await pull(gallery.page, dot(gallery, 'packages', 'source:list'), dot(gallery, 'report', 'target:sizes'));
  await expect(gallery.page.locator('.connecting-words')).toHaveText('packages.list → report.sizes');
  expect(await gallery.node('packages').boundingBox()).toEqual(place);
  await gallery.page.mouse.up();
  await expect
    .poll(() => gallery.page.evaluate(() => window.gallery.text()))
    .toContain('sizes: { from: packages.list }');
  expect(await gallery.asked('editor/move')).toEqual([]);
  await expect(gallery.page.locator('.announcer')).toHaveText('Connected: packages.list → report.sizes');
});

test('only what fits is offered: the rest fades', async ({ gallery }) => {
  await gallery.open('written');
  await pull(gallery.page, dot(gallery, 'sizes', 'source:table'), gallery.node('report').locator('.card-name'));
  await expect(gallery.node('packages')).toHaveCSS('opacity', '0.35');
  await expect(gallery.node('report')).toHaveCSS('opacity', '1');
  await expect(dot(gallery, 'report', 'target:sizes')).toHaveAttribute('data-fit', 'dot');
  await expect(dot(gallery, 'packages', 'target:lockfile')).not.toHaveAttribute('data-fit');
  await gallery.page.mouse.up();
  await expect
    .poll(() => edits(gallery))
    .toEqual([
      {
        kind: 'setNodeInput',
        nodeId: 'report',
        name: 'table',
        value: { kind: 'wire', source: { kind: 'output', node: 'sizes', output: 'table' } },
      },
    ]);
  await expect(gallery.page.locator('[data-fit]')).toHaveCount(0);
});

test('a drag from an input looks for outputs, and one from the title for order', async ({ gallery }) => {
  await gallery.open('written');
  await pull(gallery.page, dot(gallery, 'report', 'target:sizes'), dot(gallery, 'packages', 'source:list'));
  await gallery.page.mouse.up();
  await expect.poll(() => edits(gallery)).toHaveLength(1);
  await gallery.node('sizes').hover();
  await pull(gallery.page, dot(gallery, 'sizes', 'source'), gallery.node('report').locator('.card-name'));
  await expect(gallery.page.locator('.connecting-words')).toHaveText('report waits for sizes');
  await gallery.page.mouse.up();
  await expect.poll(() => edits(gallery)).toContainEqual({ kind: 'addNeed', nodeId: 'report', need: 'sizes' });
});

test('a wire that is pulled from its input to another one ends there, as one edit', async ({ gallery }) => {
  await gallery.open('written');
  const { page } = gallery;
  await page.evaluate(() =>
    window.gallery.write(
      window.gallery.text().replace('inputs: { sizes: { from: sizes.table } }', 'inputs: { sizes: { file: a.txt } }'),
    ),
  );
  await pull(page, dot(gallery, 'sizes', 'target:list'), dot(gallery, 'report', 'target:sizes'));
  await expect(page.locator('.connecting-words')).toHaveText('packages.list → report.sizes');
  await expect(dot(gallery, 'report', 'target:sizes')).toHaveAttribute('data-fit', 'dot');
  await page.mouse.up();
  await expect
    .poll(() => edits(gallery))
    .toEqual([{ kind: 'moveWire', nodeId: 'sizes', name: 'list', to: { nodeId: 'report', name: 'sizes' } }]);
  const text = await page.evaluate(() => window.gallery.text());
  expect(text).toContain('inputs: { sizes: { from: packages.list } }');
  expect(text).not.toContain('inputs: { list:');
  await expect(page.locator('[data-fit]')).toHaveCount(0);
  await expect(page.locator('.announcer')).toHaveText('Connected: packages.list → report.sizes');
});

test('Escape and a drop beside everything leave the file as it is', async ({ gallery }) => {
  await gallery.open('written');
  await pull(gallery.page, dot(gallery, 'packages', 'source:list'), dot(gallery, 'report', 'target:sizes'));
  await gallery.page.keyboard.press('Escape');
  await expect(gallery.page.locator('.connecting')).toHaveCount(0);
  await gallery.page.mouse.up();
  const { mouse } = gallery.page;
  const begin = await middle(dot(gallery, 'packages', 'source:list'));
  await mouse.move(begin.x, begin.y);
  await mouse.down();
  await mouse.move(begin.x + 30, begin.y + 200, { steps: 5 });
  await mouse.up();
  await expect(gallery.page.locator('.connecting')).toHaveCount(0);
  expect(await edits(gallery)).toEqual([]);
});

test('a drop on what does not fit says why, at the spot, until the next press', async ({ gallery }) => {
  await gallery.open('written');
  await pull(gallery.page, dot(gallery, 'sizes', 'source:table'), dot(gallery, 'packages', 'target:depth'));
  await gallery.page.mouse.up();
  const reason = gallery.page.getByRole('alert');
  await expect(reason).toHaveText(/sizes waits for packages already: packages → sizes\./);
  const [box, at] = [await reason.boundingBox(), await middle(dot(gallery, 'packages', 'target:depth'))];
  expect(Math.abs((box?.x ?? 0) - at.x)).toBeLessThan(40);
  expect(await gallery.page.evaluate(() => window.gallery.text())).toContain('depth: 2 # as deep');
  await gallery.page.mouse.down();
  await gallery.page.mouse.up();
  await expect(reason).toHaveCount(0);
});

test('the dots can be hit from 20 pixels, and only where the workflow can be edited', async ({ gallery }) => {
  await gallery.open('written');
  const at = await middle(dot(gallery, 'packages', 'source:list'));
  const hit = () =>
    gallery.page.evaluate(
      ({ x, y }) =>
        [-9, 9].map((by) => document.elementFromPoint(x + by, y + by)?.getAttribute('data-handleid') ?? null),
      at,
    );
  expect(await hit()).toEqual(['source:list', 'source:list']);
  await gallery.open('snapshot');
  await pull(gallery.page, dot(gallery, 'packages', 'source:list'), dot(gallery, 'report', 'target:sizes'));
  await expect(gallery.page.locator('.connecting')).toHaveCount(0);
  await gallery.page.mouse.up();
});

test('a drag in hand and its refusal can be read by everybody, in every theme', async ({ gallery }, info) => {
  for (const theme of themeNames) {
    await gallery.open('written', theme);
    await pull(gallery.page, dot(gallery, 'packages', 'source:list'), dot(gallery, 'report', 'target:sizes'));
    await expect(gallery.page.locator('.connecting-words')).toBeVisible();
    await gallery.page.screenshot({ path: info.outputPath(`drag-${theme}.png`) });
    await gallery.page.mouse.up();
    await pull(gallery.page, dot(gallery, 'packages', 'source:list'), dot(gallery, 'packages', 'target:depth'));
    await gallery.page.mouse.up();
    await expect(gallery.page.getByRole('alert')).toBeVisible();
    expect(await accessibilityViolations(gallery.page.mainFrame()), theme).toEqual([]);
    await gallery.page.screenshot({ path: info.outputPath(`refused-${theme}.png`) });
    await gallery.node('packages').focus();
    await gallery.page.keyboard.press('c');
    await gallery.page.keyboard.press('Enter');
    await expect(gallery.page.getByRole('option').first()).toBeVisible();
    await gallery.page.screenshot({ path: info.outputPath(`picker-${theme}.png`) });
    expect(await gallery.page.evaluate(() => window.gallery.cspViolations)).toEqual([]);
    expect(await accessibilityViolations(gallery.page.mainFrame()), theme).toEqual([]);
  }
});

test('a wire says what it joins, is selected by a click near it, and Delete removes it alone', async ({ gallery }) => {
  await gallery.open('written');
  const { page } = gallery;
  const [from, to] = [
    await middle(dot(gallery, 'inputs', 'source:lockfile')),
    await middle(dot(gallery, 'packages', 'target:lockfile')),
  ];
  const at = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 + 5 };
  await page.mouse.move(at.x, at.y);
  await expect(page.locator('.connecting-words')).toHaveText('inputs.lockfile → packages.lockfile');
  const view = await page.locator('.react-flow__viewport').getAttribute('style');
  await page.mouse.click(at.x, at.y);
  await expect(page.locator('.react-flow__edge.chosen')).toHaveCount(1);
  expect(await page.locator('.react-flow__viewport').getAttribute('style')).toBe(view);
  await page.keyboard.press('Delete');
  await expect(page.locator('.react-flow__edge.chosen')).toHaveCount(0);
  expect(await edits(gallery)).toEqual([{ kind: 'removeNodeInput', nodeId: 'packages', name: 'lockfile' }]);
  await expect(page.locator('.announcer')).toHaveText('Disconnected: inputs.lockfile → packages.lockfile');
});

test('C connects by key: what, then where, and the focus comes back to the card', async ({ gallery }) => {
  await gallery.open('written');
  const { page } = gallery;
  await gallery.node('packages').focus();
  await page.keyboard.press('c');
  const from = page.getByRole('combobox', { name: 'Connect List packages' });
  await expect(from).toBeFocused();
  await expect(page.getByRole('option')).toHaveCount(6);
  await page.keyboard.press('Enter');
  const to = page.getByRole('combobox', { name: 'Connect packages.list to' });
  await expect(to).toBeFocused();
  await page.keyboard.type('report');
  await expect(page.getByRole('option')).toHaveText([
    /list of report.*new input/,
    /sizes of report.*instead of sizes\.table/,
  ]);
  expect(await accessibilityViolations(page.mainFrame())).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(gallery.node('packages')).toBeFocused();
  await expect(page.locator('.announcer')).toHaveText('Connected: packages.list → report.list (new input)');
  expect(await page.evaluate(() => window.gallery.text())).toContain('list: { from: packages.list } }\n    run: cat');
});

test('who types faster than the host answers loses no key', async ({ gallery }) => {
  await gallery.open('written');
  const { page } = gallery;
  await gallery.node('packages').focus();
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.gallery.hold());
  await page.keyboard.press('Enter');
  await page.keyboard.type('report');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.evaluate(() => window.gallery.release());
  await expect(gallery.node('packages')).toBeFocused();
  expect(await edits(gallery)).toMatchObject([{ kind: 'setNodeInput', nodeId: 'report', name: 'list' }]);
});

test('Escape goes back one question, and then to the card', async ({ gallery }) => {
  await gallery.open('written');
  const { page } = gallery;
  await gallery.node('packages').focus();
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Connect packages.list to' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Connect List packages' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(gallery.node('packages')).toBeFocused();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  expect(await edits(gallery)).toEqual([]);
});

test('Shift+C removes a wire by key, also one of order', async ({ gallery }) => {
  await gallery.open('written');
  const { page } = gallery;
  await gallery.node('report').focus();
  await page.keyboard.press('Shift+C');
  await expect(page.getByRole('option')).toHaveText([/sizes.table → report.sizes/, /report waits for packages/]);
  await page.keyboard.type('waits');
  await page.keyboard.press('Enter');
  await expect.poll(() => edits(gallery)).toEqual([{ kind: 'removeNeed', nodeId: 'report', need: 'packages' }]);
  await expect(gallery.node('report')).toBeFocused();
});
