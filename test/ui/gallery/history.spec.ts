/** The page of a workflow's history outside VS Code, on runs that are made up. */
import { expect, type Locator, type Page } from '@playwright/test';
import { accessibilityViolations } from '../host/accessibility';
import { askedOf, galleryTest } from './galleryTest';
import { historyRunId, historyStates, slowNight, type HistoryStateName } from './historyStates';
import { themeNames, type ThemeName } from './themes';

interface HistoryTestPage {
  /** Opens a state in a tab of the width in pixels, and waits until there is something to see. */
  readonly open: (state: HistoryStateName, theme?: ThemeName, width?: number) => Promise<void>;
  /** What the page asked of the host with this method, in order. */
  readonly asked: (method: string) => Promise<unknown[]>;
}

const test = galleryTest.extend<{ history: HistoryTestPage }>({
  history: async ({ page, server }, use) =>
    use({
      open: async (state, theme = 'dark', width = 1280) => {
        await page.setViewportSize({ width, height: 640 });
        await page.goto(server.address(state, theme, 'history'));
        await page.locator('.cell, .stage').first().waitFor();
      },
      asked: (method) => askedOf(page, method, () => window.historyGallery.requests),
    }),
});

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Nodes by runs' });
const find = (page: Page): Locator => page.getByRole('button', { name: 'Find First Failing Version' });
const finding = (page: Page): Locator => page.getByRole('region', { name: 'First failing version' });
/** What the cell says that the keyboard stands on. */
const standsOn = (page: Page): Promise<string> =>
  grid(page).evaluate((element) => {
    const cell = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    return cell?.getAttribute('aria-label') ?? cell?.textContent ?? '';
  });

for (const state of Object.keys(historyStates) as HistoryStateName[]) {
  test(`${state} keeps to the content security policy and can be used by everybody`, async ({ history, page }) => {
    for (const theme of themeNames) {
      await history.open(state, theme);
      if ((await find(page).count()) > 0) await find(page).click();
      expect(await page.evaluate(() => window.historyGallery.cspViolations)).toEqual([]);
      expect(await accessibilityViolations(page.mainFrame()), theme).toEqual([]);
      const folder = process.env['RUNLENS_SCREENSHOTS'];
      if (folder !== undefined) await page.screenshot({ path: `${folder}/history-${state}-${theme}.png` });
    }
  });
}

test('one click finds the first failing version, marks the two runs, says what changed and by which commits', async ({
  history,
  page,
}) => {
  await history.open('audit');
  await find(page).click();
  await expect(finding(page)).toContainText('The workflow fails since #20. The last success was #19');
  await expect(page.locator('.head-cell.marked')).toHaveText(['19', '20']);
  await expect(finding(page)).toContainText('Judge: script changed');
  await expect(finding(page)).toContainText('Grace Hopper');
  const pair = { before: historyRunId(19), first: historyRunId(20) };
  expect(await history.asked('history/commits')).toEqual([pair]);
  await page.getByRole('button', { name: 'Show Text Diff' }).click();
  await expect.poll(() => history.asked('history/textDiff')).toEqual([pair]);
  await page.getByRole('button', { name: '9f8e7d6' }).click();
  await expect.poll(() => history.asked('history/commit')).toHaveLength(1);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(finding(page)).toHaveCount(0);
  await expect(page.locator('.marked')).toHaveCount(0);
});

test('a node that was far slower than usual is marked, and says what is usual', async ({ history, page }) => {
  await history.open('audit');
  const slow = page.locator('.cell:has(.slow)');
  await expect(slow).toHaveCount(2);
  const cell = page.getByRole('gridcell', { name: `Fetch advisories, #${slowNight}: Succeeded in 58s. ` });
  await expect(cell).toHaveAccessibleName(/\d\dx slower than usual: usually \d\.\ds$/);
  await expect(cell.locator('.slow')).toBeVisible();
  await page.getByRole('gridcell', { name: `Judge, #${slowNight}: ` }).click();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('.focus-line')).toContainText('x slower than usual: usually');
});

test('a node is looked at by itself, from its menu', async ({ history, page }) => {
  await history.open('audit');
  await page.getByRole('rowheader', { name: 'Judge' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Find First Failing Version of This Node' }).click();
  await expect(finding(page)).toContainText('Judge fails since #20');
  await page.getByRole('button', { name: 'Open #20' }).click();
  await expect.poll(() => history.asked('history/run')).toEqual([{ runId: historyRunId(20), nodeId: 'scan/judge' }]);
});

test('what fails now and then is told from what a version broke, and offers no diff', async ({ history, page }) => {
  await history.open('flaky');
  await find(page).click();
  await expect(finding(page)).toContainText('fails sometimes in the same version: 2 of 4 runs');
  await expect(page.getByRole('button', { name: 'Show Text Diff' })).toHaveCount(0);
});

test('the keyboard alone goes through the grid, opens a run at a node, folds a module and opens the menu', async ({
  history,
  page,
}) => {
  await history.open('audit');
  await grid(page).focus();
  expect(await standsOn(page)).toContain('Dependency audit #26, Running');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
  expect(await standsOn(page)).toBe('Judge, #24: Failed');
  await page.keyboard.press('Enter');
  await expect.poll(() => history.asked('history/run')).toEqual([{ runId: historyRunId(24), nodeId: 'scan/judge' }]);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  expect(await standsOn(page)).toBe('Scan');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('rowheader', { name: 'Judge' })).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: 'Scan' })).toHaveAttribute('aria-expanded', 'false');
  await page.reload();
  await expect(page.getByRole('rowheader', { name: 'Scan' })).toHaveAttribute('aria-expanded', 'false');
  await grid(page).focus();
  await page.keyboard.press('Control+End');
  expect(await standsOn(page)).toBe('notify, #26: Pending');
});

test('of 200 runs of 2,000 nodes only what is in sight is in the page, in both directions', async ({
  history,
  page,
}) => {
  await history.open('large');
  const cells = (): Promise<number> => page.locator('.cell').count();
  for (let runs = 50; runs < 200; runs += 50) {
    await expect(page.locator('.history-count')).toContainText(`Last ${runs} runs`);
    await page.getByRole('button', { name: 'Load more' }).click();
  }
  await expect(page.locator('.history-count')).toHaveText('All 200 runs');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2001');
  await expect(grid(page)).toHaveAttribute('aria-colcount', '201');
  const mostCells = 1_200;
  expect(await cells()).toBeLessThan(mostCells);
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  expect(await standsOn(page)).toContain('#1,');
  await page.keyboard.press('Control+End');
  expect(await standsOn(page)).toBe('node-1999, #200: Succeeded in 30m 8s');
  expect(await cells()).toBeLessThan(mostCells);
});

test('older runs come on the left without moving what one looks at', async ({ history, page }) => {
  await history.open('audit', 'dark', 640);
  const cell = page.locator('.head-cell', { hasText: '16' });
  await grid(page).evaluate((element) => (element.scrollLeft = 200));
  await expect(cell).toBeInViewport();
  const before = await cell.boundingBox();
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(page.locator('.history-count')).toHaveText('All 26 runs');
  expect(await cell.boundingBox()).toEqual(before);
});

test('a run that goes on is kept true, a new one joins, and a deleted one goes', async ({ history, page }) => {
  await history.open('audit');
  await page.evaluate(() => {
    const { change, packedRun } = window.historyGallery;
    const all = Array.from({ length: 7 }, () => 'succeeded' as const);
    change([packedRun({ number: 26, status: 'Completed', version: 'c0ffee0000', list: 1, statuses: all })]);
  });
  await expect(page.getByRole('gridcell', { name: 'Report, #26: Succeeded in' })).toBeVisible();
  await page.evaluate((gone) => {
    const { change, packedRun } = window.historyGallery;
    const all = Array.from({ length: 7 }, () => 'pending' as const);
    change([packedRun({ number: 27, status: 'Pending', version: 'd00d', list: 1, statuses: all })], [gone]);
  }, historyRunId(25));
  await expect(page.locator('.head-cell').last()).toHaveText('27');
  await expect(page.locator('.head-cell').last()).toHaveClass(/begins-version/);
  await expect(page.locator('.head-cell', { hasText: '25' })).toHaveCount(0);
  const questions = (await history.asked('history/runs')) as { limit: number }[];
  expect(
    questions.map(({ limit }) => limit),
    'the runs named, and not all of them again',
  ).toEqual([50, 1, 1]);
});

test('a workflow that has not run says so and can be run; an engine that is gone can be asked again', async ({
  history,
  page,
}) => {
  await history.open('fresh');
  await expect(page.getByRole('heading', { name: 'This workflow has not run yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Run Workflow' }).click();
  await expect.poll(() => history.asked('history/wayOut')).toEqual([{ way: 'runWorkflow' }]);
  await history.open('unavailable');
  await expect(page.locator('.stage')).toContainText('The engine did not start within 10 seconds.');
  await page.evaluate(() => window.historyGallery.setEngine('answering'));
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(grid(page)).toBeVisible();
});

test('names are text, in one line, whatever is in them, and nothing is wider than the tab', async ({
  history,
  page,
}) => {
  for (const width of [1280, 500, 320]) {
    await history.open('strange', 'dark', width);
    await find(page).click();
    await expect(finding(page)).toContainText('script changed');
    await expect(page.getByRole('rowheader', { name: '<img src=x' })).toBeVisible();
    expect(await page.title()).not.toBe('1');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
