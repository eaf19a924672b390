/** The page of a comparison outside VS Code, with a host that answers by script. */
import { expect, type Page } from '@playwright/test';
import { accessibilityViolations } from '../host/accessibility';
import { compareStates, type CompareGalleryState } from './compareStates';
import { askedOf, galleryTest } from './galleryTest';
import { themeNames, type ThemeName } from './themes';

interface ComparePage {
  /** Opens a state and waits until there is something to see. */
  readonly open: (state: CompareGalleryState, theme?: ThemeName) => Promise<void>;
  /** What the page asked of the host with this method, in order. */
  readonly asked: (method: string) => Promise<unknown[]>;
}

const test = galleryTest.extend<{ compare: ComparePage }>({
  compare: async ({ page, server }, use) =>
    use({
      open: async (state, theme = 'dark') => {
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.goto(server.address(state, theme, 'compare'));
        await page.locator('.react-flow__node, .instead').first().waitFor();
      },
      asked: (method) => askedOf(page, method, () => window.compareGallery.requests),
    }),
});

const card = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"] .card`);
const option = (page: Page, name: RegExp) => page.getByRole('option', { name });

for (const state of (Object.keys(compareStates) as CompareGalleryState[]).filter((name) => name !== 'large')) {
  test(`${state} keeps to the content security policy, can be used by everybody and is not wider than its tab`, async ({
    compare,
    page,
  }) => {
    for (const theme of themeNames) {
      await compare.open(state, theme);
      await page.keyboard.press('F7');
      expect(await page.evaluate(() => window.compareGallery.cspViolations)).toEqual([]);
      expect(await accessibilityViolations(page.mainFrame()), theme).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
      const folder = process.env['RUNLENS_SCREENSHOTS'];
      if (folder !== undefined) await page.screenshot({ path: `${folder}/compare-${state}-${theme}.png` });
    }
  });
}

test('nodes are told apart by a word, in the list and on the canvas', async ({ compare, page }) => {
  await compare.open('twoVersions');
  await expect(page.locator('.summary p')).toHaveText(
    '4 nodes changed, 1 added, 1 removed; other input: lockfile; Failed instead of Completed; took 1m longer.',
  );
  await expect(card(page, 'publish')).toContainText('Added');
  await expect(card(page, 'licences')).toContainText('Removed');
  await expect(card(page, 'sizes')).toContainText('Changed');
  await expect(page.getByRole('group', { name: 'Changed, 5' }).getByRole('option')).toHaveCount(5);
  await expect(option(page, /^scan\/fetch/)).toBeVisible();
  const borders = await Promise.all(
    ['publish', 'licences', 'sizes', 'inputs'].map((id) =>
      card(page, id).evaluate((element) => {
        const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
        return `${borderTopStyle} ${borderTopWidth}`;
      }),
    ),
  );
  expect(new Set(borders).size).toBe(4);
});

test('F7 leads from difference to difference, Shift+F7 back, and each shows its values side by side', async ({
  compare,
  page,
}) => {
  await compare.open('twoVersions');
  await page.keyboard.press('F7');
  await expect(option(page, /^lockfile/)).toHaveAttribute('aria-selected', 'true');
  const values = page.getByRole('region', { name: 'Values of both sides' });
  await expect(values.getByRole('row', { name: /^lockfile/ })).toContainText('SHA-256 9f2c1be09f2c');
  await page.keyboard.press('F7');
  await expect(option(page, /^List packages/)).toHaveAttribute('aria-selected', 'true');
  await expect(values.getByRole('row', { name: /^input depth/ }).getByRole('cell')).toHaveText(['2', '3']);
  await page.keyboard.press('Shift+F7');
  await expect(option(page, /^lockfile/)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('listbox').press('End');
  await expect(option(page, /scan\.module\.yaml/)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Show Text Diff' }).click();
  const file = 'flows/scan.module.yaml';
  expect(await compare.asked('compare/textDiff')).toEqual([{ label: file, left: file, right: file, nodeId: null }]);
});

test('the arrow keys lead over the canvas, and the values follow', async ({ compare, page }) => {
  await compare.open('twoVersions');
  await page.locator('.canvas').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'List packages (packages)' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'What the runs were given' })).toBeVisible();
});

test('only the differences stay on the canvas when that is asked for', async ({ compare, page }) => {
  await compare.open('otherInput');
  await expect(page.locator('.react-flow__node')).toHaveCount(6);
  const filter = page.getByRole('button', { name: 'Only Differences on the Canvas' });
  await filter.click();
  await expect(filter).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.react-flow__node')).toHaveCount(3);
  await expect(card(page, 'inputs')).toContainText('Other input');
  await expect(card(page, 'sizes')).toContainText('Moved');
  await expect(card(page, 'packages')).toContainText('Other result');
});

test('beside the live workflow a run shows what it was given next to the defaults', async ({ compare, page }) => {
  await compare.open('withLive');
  await expect(page.getByRole('heading', { name: 'What the run was given' })).toBeVisible();
  const values = page.getByRole('region', { name: 'Values of both sides' }).getByRole('row', { name: /^lockfile/ });
  await expect(values.getByRole('cell').last()).toHaveText('default package-lock.json');
});

test('other sides are looked at anew: nothing is selected, and all is in view', async ({ compare, page }) => {
  await compare.open('twoVersions');
  const viewport = page.locator('.react-flow__viewport');
  const first = await viewport.getAttribute('style');
  await page.keyboard.press('F7');
  await page.keyboard.press('F7');
  await expect(page.locator('[aria-selected="true"]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Zoom In' }).click();
  await expect(viewport).not.toHaveAttribute('style', first ?? '');
  await page.evaluate(async () => {
    const { sides, left, right, leftNodes, rightNodes } = await window.compareGallery.state();
    const swapped = { left: right, right: left, leftNodes: rightNodes, rightNodes: leftNodes };
    window.compareGallery.change({ sides: { left: sides.right, right: sides.left }, ...swapped });
  });
  await expect(page.getByRole('region', { name: 'Before' })).toContainText('Dependency audit 12');
  await expect(page.locator('[aria-selected="true"]')).toHaveCount(0);
  await expect(viewport).toHaveAttribute('style', first ?? '');
});

test('each column leads to the node in the run of its side', async ({ compare, page }) => {
  await compare.open('twoVersions');
  await option(page, /^List packages/).click();
  await page.getByRole('button', { name: 'Dependency audit 12' }).last().click();
  expect(await compare.asked('compare/open')).toEqual([{ side: 'right', nodeId: 'packages' }]);
});

test('in a narrow tab every button of the values stays within reach', async ({ compare, page }) => {
  await compare.open('twoVersions');
  await page.setViewportSize({ width: 480, height: 640 });
  await option(page, /^List packages/).click();
  for (const name of ['Text Diff of list.mjs', 'Text Diff of audit.workflow.yaml', 'Close']) {
    await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  }
});

test('a run that goes on is followed', async ({ compare, page }) => {
  await compare.open('active');
  await expect(page.getByRole('region', { name: 'After' })).toContainText('goes on');
  await expect(card(page, 'scan')).toContainText('Running');
  await page.evaluate(async () => {
    const { rightNodes } = await window.compareGallery.state();
    window.compareGallery.changeNodes(
      rightNodes.map((node) => (node.id === 'scan' ? { ...node, status: 'stopped', endedAt: null } : node)),
    );
  });
  await expect(card(page, 'scan')).toContainText('Stopped');
});

test('a run that has not begun is not said to go on', async ({ compare, page }) => {
  await compare.open('scheduled');
  await expect(page.getByRole('region', { name: 'Before' })).toContainText('Scheduled');
  await expect(page.getByRole('region', { name: 'Before' })).not.toContainText('goes on');
});

test('what stands in the way is said with the way out, beside what was compared before', async ({ compare, page }) => {
  await compare.open('brokenLive');
  await expect(page.getByRole('alert')).toContainText('line 7');
  await expect(card(page, 'sizes')).toBeVisible();
  await page.getByText('Open as Text').click();
  expect(await compare.asked('compare/wayOut')).toEqual([{ side: 'right', way: 'openAsText' }]);
});

test('of 2,000 nodes only those in sight are in the page, and a difference far away comes into view', async ({
  compare,
  page,
}) => {
  await compare.open('large');
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(120);
  await expect(page.locator('.summary p')).toContainText('200 nodes changed');
  await expect(card(page, 'n-1990')).toHaveCount(0);
  await page.keyboard.press('Shift+F7');
  await page.keyboard.press('Shift+F7');
  await expect(card(page, 'n-1990')).toBeVisible();
  expect(await page.locator('.react-flow__node').count()).toBeLessThan(120);
});
