/** The page of the run details outside VS Code, with a host that answers by script. */
import { expect, type Page } from '@playwright/test';
import { accessibilityViolations } from '../host/accessibility';
import { detailsStates, type DetailsGalleryState } from './detailsStates';
import { askedOf, galleryTest } from './galleryTest';
import { themeNames, type ThemeName } from './themes';

interface Details {
  /** Opens a state in a sidebar of the width in pixels, and waits until there is something to see. */
  readonly open: (state: DetailsGalleryState, theme?: ThemeName, width?: number) => Promise<void>;
  /** What the page asked of the host with this method, in order. */
  readonly asked: (method: string) => Promise<unknown[]>;
}

const test = galleryTest.extend<{ details: Details }>({
  details: async ({ page, server }, use) =>
    use({
      open: async (state, theme = 'dark', width = 300) => {
        await page.setViewportSize({ width, height: 700 });
        await page.goto(server.address(state, theme, 'runDetails'));
        await page.locator('.scroller, .instead').first().waitFor();
      },
      asked: (method) => askedOf(page, method, () => window.detailsGallery.requests),
    }),
});

const runId = '01KJQ4M3T8V6W2X9Y5Z7A1B3C4';
const nodeLines = (page: Page) => page.locator('.node-line');
const value = (page: Page, name: string) =>
  page
    .locator('.fact')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
    .locator('dd');
const isScrolledSideways = (page: Page) =>
  page.evaluate(() => {
    const scroller = document.querySelector('.scroller');
    return [document.documentElement, ...(scroller === null ? [] : [scroller])].some(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    );
  });

for (const state of Object.keys(detailsStates) as DetailsGalleryState[]) {
  test(`${state} keeps to the content security policy, can be used by everybody and fits a narrow sidebar`, async ({
    details,
    page,
  }) => {
    for (const theme of themeNames) {
      for (const width of [250, 400]) {
        await details.open(state, theme, width);
        expect(await isScrolledSideways(page), `${theme} at ${width}`).toBe(false);
      }
      expect(await page.evaluate(() => window.detailsGallery.cspViolations)).toEqual([]);
      expect(await accessibilityViolations(page.mainFrame()), theme).toEqual([]);
    }
  });
}

test('a run that waits for its time shows its schedule: words, next times, rules, what became of the last time', async ({
  details,
  page,
}) => {
  await details.open('scheduled');
  await expect(value(page, 'When')).toHaveText('weekdays at 02:00 (Europe/Berlin)');
  await expect(value(page, 'Next 5 times').locator('time')).toHaveCount(5);
  await expect(value(page, 'When missed')).toContainText('Run as soon as');
  await expect(value(page, 'Last time')).toContainText('was left out');
  await expect(page.getByRole('button', { name: 'Cancel This Time' })).toBeVisible();
  await page.getByRole('button', { name: 'Dependency audit 12' }).click();
  expect(await details.asked('details/show')).toHaveLength(1);
});

test('a run that goes on has no end, and its running time grows by itself', async ({ details, page }) => {
  await details.open('running');
  await expect(value(page, 'Ended')).toHaveCount(0);
  const before = (await value(page, 'Running time').textContent()) ?? '';
  expect(before).toMatch(/^1m \d+s so far$/);
  await expect(value(page, 'Running time')).not.toHaveText(before);
});

test('names and messages of 10,000 characters with markup and marks of direction stay text', async ({
  details,
  page,
}) => {
  await details.open('strange');
  await expect(page.locator('img')).toHaveCount(0);
  await expect(page.locator('strong')).toHaveCount(0);
  const head = await page.locator('.head').boundingBox();
  expect(head?.height).toBeLessThan(400);
  await page.getByRole('button', { name: 'Show all' }).first().click();
  const unfolded = await page.locator('.head').boundingBox();
  expect(unfolded?.height).toBeGreaterThan(1000);
});

test('of 5,000 nodes only those in sight are in the page, and the keyboard reaches each', async ({ details, page }) => {
  await details.open('large');
  await page.getByRole('button', { name: /50 failed/ }).click();
  await expect(page.getByRole('button', { name: 'Nodes 5000' })).toBeFocused();
  expect(await nodeLines(page).count()).toBeLessThan(60);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(nodeLines(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.node-line:focus')).toContainText('n1');
  await page.keyboard.press('End');
  await expect(page.locator('.node-line:focus')).toContainText('n4999');
  await expect(page.locator('.node-line:focus')).toBeInViewport();
  expect(await nodeLines(page).count()).toBeLessThan(60);
  await page.keyboard.press('Enter');
  await expect.poll(() => details.asked('details/openNode')).toEqual([{ runId, nodeId: 'n4999' }]);
});

test('the nodes stand in the order of the file; those that failed alone on request, which is remembered', async ({
  details,
  page,
}) => {
  await details.open('failed');
  await expect(nodeLines(page)).toContainText(['List packages', 'Group by licence', 'Measure what', 'Scan', 'report']);
  await expect(nodeLines(page).nth(2)).toContainText(/Failed · sizes · 2 attempts · exit code 1.*cannot access/);
  await page.getByRole('button', { name: 'Failed only (1)' }).click();
  await expect(nodeLines(page)).toContainText(['Measure what']);
  await expect(page.getByRole('button', { name: 'Nodes 1 of 5' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Failed only (1)' })).toHaveAttribute('aria-pressed', 'true');
  await expect(nodeLines(page)).toHaveCount(1);
});

test('a node that was tried again has its attempts under its line, with the logs of each', async ({
  details,
  page,
}) => {
  await details.open('failed');
  const attempts = page.getByRole('list', { name: 'Attempts of Measure what each package takes on disk' });
  await expect(attempts.getByRole('listitem')).toContainText([
    /Attempt 1 Failed · 1\.2s · exit code 1 · build-3/,
    /Attempt 2 Failed · 1\.0s/,
  ]);
  await attempts.getByRole('button', { name: 'stderr of attempt 1' }).click();
  await expect
    .poll(() => details.asked('details/openAttemptLog'))
    .toEqual([{ runId, nodeId: 'sizes', attempt: 1, stream: 'stderr' }]);
  // The lines below are not under them.
  const lower = await page.locator('.node-line').nth(3).boundingBox();
  const box = await attempts.boundingBox();
  expect(lower?.y).toBeGreaterThanOrEqual((box?.y ?? Infinity) + (box?.height ?? 0));
});

test('a section that was closed stays closed over a reload', async ({ details, page }) => {
  await details.open('completed');
  await page.getByRole('button', { name: 'Overview' }).click();
  await expect(page.getByText('Creation type')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Overview' })).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByText('Creation type')).toBeHidden();
});

test('only what the run allows is offered, and asked for with its id', async ({ details, page }) => {
  await details.open('running');
  const actions = page.getByRole('group', { name: 'Actions on this run' });
  await expect(actions.getByRole('button')).toHaveText(['View in Editor', 'Stop']);
  await page.getByRole('button', { name: 'More actions' }).press('Enter');
  await expect(page.getByRole('menuitem')).toHaveText([
    'Run Again',
    'Rename…',
    'Export IPs…',
    'Create Workflow…',
    'Restore',
    'Compare with Live',
    'Compare Runs…',
    'Copy Link',
  ]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await actions.getByRole('button', { name: 'Stop' }).press('Enter');
  await expect
    .poll(() => details.asked('details/action'))
    .toEqual([
      { runId, action: 'rename' },
      { runId, action: 'stop' },
    ]);
});

test('another run takes the place of the one before at once, and what comes late for that one is dropped', async ({
  details,
  page,
}) => {
  await details.open('failed');
  await page.evaluate(() => {
    const { detailsGallery: gallery } = window;
    const before = gallery.state();
    if (before.kind !== 'run') throw new Error('A run is shown.');
    const run = { ...before.shown.run, id: 'another', name: 'Another run', message: null };
    gallery.change({ kind: 'run', shown: { ...before.shown, run, inputs: null, lineage: null, nodes: null } });
    gallery.patch({ runId: before.shown.run.id, slices: { run: { ...before.shown.run, name: 'Late' } }, nodes: [] });
    gallery.patch({ runId: 'another', slices: { version: { kind: 'same' } }, nodes: [] });
  });
  await expect(page.getByText('Same as the live workflow')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Another run');
  await expect(page.getByText('cannot access')).toHaveCount(0);
  await expect(nodeLines(page)).toHaveCount(0);
});

test('the runs before and after are links that show them here; one that was deleted says so', async ({
  details,
  page,
}) => {
  await details.open('failed');
  await page.getByRole('button', { name: 'Dependency audit 12' }).click();
  await page.getByRole('button', { name: 'Dependency audit 15' }).click();
  await expect
    .poll(() => details.asked('details/show'))
    .toEqual([{ runId: '01KJQ4M3T8V6W2X9Y5Z7A1B3C3' }, { runId: '01KJQ4M3T8V6W2X9Y5Z7A1B3C6' }]);
  await details.open('gone');
  await expect(value(page, 'Re-run of')).toContainText('a deleted run');
});

test('copies all of an id and says so', async ({ details, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await details.open('completed');
  await page.getByRole('button', { name: 'Copy version id' }).click();
  await expect(page.getByRole('button', { name: 'Copied version id' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^f3a97b0c52de[0-9a-f]{52}$/);
});

test('where there is no run to see, the page says what to do', async ({ details, page }) => {
  await details.open('none');
  await page.getByRole('button', { name: 'Choose a Run…' }).click();
  await expect.poll(() => details.asked('details/choose')).toHaveLength(1);
  await details.open('deleted');
  await expect(page.getByRole('alert')).toContainText('“Dependency audit 12” was deleted, with its logs and outputs.');
  await details.open('failure');
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect.poll(() => details.asked('details/retry')).toHaveLength(1);
});
