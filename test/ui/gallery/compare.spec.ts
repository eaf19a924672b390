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
});
