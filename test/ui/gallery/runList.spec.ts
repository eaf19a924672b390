/** The page of the run list outside VS Code, on a vault that is made up. */
import { expect, type Locator, type Page } from '@playwright/test';
import { accessibilityViolations } from '../host/accessibility';
import { listStates, type ListStateName } from './listStates';
import { askedOf, galleryTest } from './galleryTest';
import { themeNames, type ThemeName } from './themes';

interface ListPage {
  /** Opens a state in a tab of the width in pixels, and waits until there is something to see. */
  readonly open: (state: ListStateName, theme?: ThemeName, width?: number) => Promise<void>;
  /** What the page asked of the host with this method, in order. */
  readonly asked: (method: string) => Promise<unknown[]>;
}

const test = galleryTest.extend<{ list: ListPage }>({
  list: async ({ page, server }, use) =>
    use({
      open: async (state, theme = 'dark', width = 1280) => {
        await page.setViewportSize({ width, height: 640 });
        await page.goto(server.address(state, theme, 'runList'));
        await page.locator('.row, .stage').first().waitFor();
      },
      asked: (method) => askedOf(page, method, () => window.listGallery.requests),
    }),
});

const rows = (page: Page): Locator => page.locator('.row');
const row = (page: Page, name: string | RegExp): Locator => rows(page).filter({ hasText: name });
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Runs' });
/** The name of the run that the keyboard stands on. */
const standsOn = (page: Page): Promise<string> =>
  grid(page).evaluate((element) => {
    const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    return active?.closest('.row')?.querySelector('.run-name')?.textContent ?? '';
  });

for (const state of Object.keys(listStates) as ListStateName[]) {
  test(`${state} keeps to the content security policy and can be used by everybody`, async ({ list, page }) => {
    for (const theme of themeNames) {
      await list.open(state, theme);
      if ((await rows(page).count()) > 2) await rows(page).nth(2).click();
      expect(await page.evaluate(() => window.listGallery.cspViolations)).toEqual([]);
      expect(await accessibilityViolations(page.mainFrame()), theme).toEqual([]);
    }
  });
}

test('open dropdowns and menus can be used by everybody, and lie whole in the window', async ({ list, page }) => {
  for (const theme of themeNames) {
    await list.open('vault', theme, 500);
    await page.getByRole('button', { name: 'Recent Workflows' }).click();
    await page.getByRole('dialog').getByText('Release notes').click();
    await expect(page.getByRole('dialog')).toBeInViewport({ ratio: 1 });
    expect(await accessibilityViolations(page.mainFrame()), theme).toEqual([]);
    await page.keyboard.press('Escape');
    await rows(page).last().click({ button: 'right' });
    await expect(page.getByRole('menu')).toBeInViewport({ ratio: 1 });
    expect(await accessibilityViolations(page.mainFrame()), theme).toEqual([]);
  }
  expect(await page.evaluate(() => window.listGallery.cspViolations)).toEqual([]);
});

test('of 100,000 runs at most 60 rows are in the page, 200 runs are sent for the first, and more come with scrolling', async ({
  list,
  page,
}) => {
  await list.open('large');
  await expect(page.getByRole('tab', { name: /^All/ })).toHaveText('All100,004');
  expect(await page.evaluate(() => window.listGallery.sent())).toBeLessThanOrEqual(200);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '100005');
  await grid(page).focus();
  for (let time = 0; time < 5; time += 1) {
    const before = await page.evaluate(() => window.listGallery.sent());
    await page.keyboard.press('End');
    await page.waitForFunction((count) => window.listGallery.sent() > count, before);
    expect(await rows(page).count()).toBeLessThanOrEqual(60);
  }
  await page.keyboard.press('Home');
  await expect(row(page, 'Dependency audit #100000')).toBeVisible();
});

test('the keyboard alone reaches every row, both targets and every action', async ({ list, page }) => {
  await list.open('workspace');
  await page.getByRole('tab', { name: /^All/ }).focus();
  await page.keyboard.press('Tab');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Home');
  expect(await standsOn(page)).toBe('Dependency audit #100000');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await standsOn(page)).toBe('Release notes #99998');
  await expect(row(page, 'Release notes #99998')).toHaveAttribute('aria-selected', 'true');
  await expect(row(page, 'Release notes #99998')).toHaveAttribute('aria-rowindex', '4');

  await page.keyboard.press('Enter');
  await expect.poll(() => list.asked('runList/action')).toHaveLength(1);
  for (let cell = 0; cell < 4; cell += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => list.asked('runList/workflow')).toHaveLength(1);

  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual([
    'View in Editor',
    'View Details',
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
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Delete');
  const asked = (await list.asked('runList/action')) as { action: string }[];
  expect(asked.map(({ action }) => action)).toEqual(['viewInEditor', 'viewDetails', 'rename', 'delete']);
});

test('several rows are stopped, exported and deleted together, each action for those that allow it', async ({
  list,
  page,
}) => {
  await list.open('workspace');
  await rows(page).nth(3).locator('.cell.author').click();
  await rows(page)
    .nth(5)
    .locator('.cell.author')
    .click({ modifiers: ['Shift'] });
  await rows(page)
    .nth(0)
    .locator('.cell.author')
    .click({ modifiers: ['Control'] });
  await expect(page.getByRole('toolbar', { name: 'Selected runs' })).toContainText('4 selected');
  await page.getByRole('button', { name: 'Delete… (2)' }).click();
  await page.getByRole('button', { name: 'Stop (2)' }).click();
  const asked = (await list.asked('runList/action')) as { action: string; runIds: string[] }[];
  expect(asked.map(({ action, runIds }) => [action, runIds.length])).toEqual([
    ['delete', 2],
    ['stop', 2],
  ]);
  await grid(page).press('Control+a');
  await expect(page.getByRole('toolbar', { name: 'Selected runs' })).toContainText('44 selected');
});

test('new runs do not move what is read, and a sign above it leads to them', async ({ list, page }) => {
  await list.open('large');
  const make = (from: number) =>
    page.evaluate((first) => {
      const { change, listedRun } = window.listGallery;
      change(
        Array.from({ length: 5 }, (_, at) =>
          listedRun(-first - at, { status: 'Running', name: `Fresh ${first + at}` }),
        ),
      );
    }, from);
  const sign = page.getByRole('button', { name: /new runs?$/ });
  await make(1);
  await expect(row(page, 'Fresh 5')).toBeVisible();
  await expect(sign).toHaveCount(0);
  await grid(page).evaluate((element) => (element.scrollTop = 1400));
  await expect(row(page, 'Fresh 5')).toHaveCount(0);
  const inSight = (await rows(page).nth(8).locator('.run-name').textContent()) ?? '';
  const read = row(page, inSight);
  const before = await read.boundingBox();
  await make(6);
  await expect(page.getByRole('tab', { name: /^Active/ })).toHaveText('Active14');
  expect(await read.boundingBox()).toEqual(before);
  await expect(sign).toHaveText('5 new runs');
  expect(await accessibilityViolations(page.mainFrame())).toEqual([]);
  await page.evaluate(() => window.listGallery.change([], [window.listGallery.listedRun(-6).id]));
  await expect(sign).toHaveText('4 new runs');
  expect(await read.boundingBox()).toEqual(before);

  await grid(page).focus();
  await page.keyboard.press('Tab');
  await expect(sign).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toContainText('Fresh 10');
  await expect(rows(page).first()).toBeInViewport();
  await expect(sign).toHaveCount(0);
  await expect(grid(page)).toBeFocused();
});

test('a run that is gone hands the keyboard to the row in its place', async ({ list, page }) => {
  await list.open('workspace');
  await rows(page).nth(6).locator('.cell.author').click();
  const name = await rows(page).nth(7).locator('.run-name').textContent();
  const id = await rows(page).nth(6).locator('.run-id').textContent();
  await page.evaluate((gone) => window.listGallery.change([], [gone ?? '']), id);
  await expect.poll(() => standsOn(page)).toBe(name);
  await expect(grid(page)).toBeFocused();
});

test('a filter in effect is always visible and can be cleared', async ({ list, page }) => {
  await list.open('vault');
  await page.getByRole('button', { name: 'Started By' }).click();
  await page.getByRole('dialog').getByText('Grace Hopper').click();
  await page.keyboard.press('Escape');
  await page.getByPlaceholder('Search name or id').fill('nightly');
  await expect(page.locator('.filter-line')).toHaveText(/by Grace Hopper.*“nightly”.*Clear Filters/);
  await page.getByRole('tab', { name: /^Stopped/ }).click();
  await expect(rows(page).first()).toContainText('Stopped');
  for (const cell of await page.locator('.cell.author').filter({ hasText: /./ }).allTextContents()) {
    expect(['Author', 'Grace Hopper']).toContain(cell);
  }
  await page.reload();
  await expect(page.locator('.filter-line')).toHaveText(/by Grace Hopper.*“nightly”/);
  await expect(page.getByRole('tab', { name: /^Stopped/ })).toHaveAttribute('aria-selected', 'true');

  await page.getByPlaceholder('Search name or id').fill('no such run');
  await expect(page.getByRole('heading', { name: 'No run matches' })).toBeVisible();
  await page.locator('.stage').getByRole('button', { name: 'Clear Filters' }).click();
  await expect(rows(page).first()).toContainText('Running');
  await expect(page.locator('.filter-line')).toHaveCount(0);
});

test('an answer that comes late to another search is not shown', async ({ list, page }) => {
  await list.open('vault');
  const search = page.getByPlaceholder('Search name or id');
  await search.pressSequentially('release');
  await search.fill('surface');
  await expect(rows(page).first()).toContainText('Surface scan');
  await expect(row(page, 'Release notes')).toHaveCount(0);
  const texts = ((await list.asked('runList/runs')) as { filter: { text: string | null } }[]).map(
    ({ filter }) => filter.text,
  );
  expect(new Set(texts).size, 'not every key is a question').toBeLessThan(5);
});

test('an engine that cannot be reached is said, and Retry shows the runs once it is there', async ({ list, page }) => {
  await list.open('unavailable');
  await expect(page.locator('.stage')).toContainText('The engine did not start within 10 seconds.');
  await page.getByRole('button', { name: 'Show Engine Log' }).click();
  await expect.poll(() => list.asked('runList/wayOut')).toEqual([{ way: 'showLog' }]);
  await page.evaluate(() => {
    window.listGallery.setEngine('answering');
    window.listGallery.change([window.listGallery.listedRun(1)]);
  });
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('names are text, in one line, whatever is in them, and nothing is wider than the tab', async ({ list, page }) => {
  for (const width of [1280, 500, 320]) {
    await list.open('strange', 'dark', width);
    await expect(row(page, '<img src=x')).toBeVisible();
    expect(await page.locator('img, .row b').count()).toBe(0);
    for (const box of await Promise.all((await rows(page).all()).map((one) => one.boundingBox()))) {
      expect(box?.height).toBe(28);
    }
    const isWide = await page.evaluate(
      () =>
        document.documentElement.scrollWidth > innerWidth ||
        document.querySelector('.grid')?.scrollWidth !== document.querySelector('.grid')?.clientWidth,
    );
    expect(isWide).toBe(false);
  }
});

test('columns give way in a fixed order, the main facts last', async ({ list, page }) => {
  const titles = async (width: number): Promise<string[]> => {
    await list.open('vault', 'dark', width);
    return page.getByRole('columnheader').allTextContents();
  };
  expect(await titles(1280)).toEqual([
    'Run',
    'Type',
    'Status',
    'Workflow',
    'Workspace',
    'Machines',
    'Created',
    'Author',
    'Actions',
  ]);
  expect(await titles(1000)).not.toContain('Machines');
  expect(await titles(820)).toEqual(['Run', 'Status', 'Workflow', 'Workspace', 'Created', 'Author', 'Actions']);
  expect(await titles(500)).toEqual(['Run', 'Status', 'Workflow', 'Actions']);
});

test('a status is shown with the whole of its duration', async ({ list, page }) => {
  for (const width of [1280, 980, 800, 500]) {
    await list.open('vault', 'dark', width);
    await page.evaluate(() => {
      const { change, listedRun } = window.listGallery;
      const startedAt = new Date(Date.now() - 1_258_000).toISOString();
      change([
        listedRun(2, { status: 'Stopping', startedAt }),
        listedRun(5, { status: 'Partial Success', durationMs: 3_599_000 }),
      ]);
    });
    for (const words of ['Stopping 20m', 'Partial Success 59m 59s']) {
      const cell = page.locator('.status-words').filter({ hasText: words });
      expect(await cell.evaluate((element) => element.scrollWidth <= element.clientWidth), words).toBe(true);
    }
  }
});

test('a running run ticks and has no end; an ended one has its duration', async ({ list, page }) => {
  await list.open('workspace');
  const running = row(page, 'Dependency audit #100000');
  await expect(running.locator('.cell.status')).toHaveText(/^Running \d+m \d+s$/);
  const words = await running.locator('.cell.status').textContent();
  await expect(running.locator('.cell.status')).not.toHaveText(words ?? '');
  await expect(running.locator('.run-link')).not.toHaveAttribute('title', /Ended/);
  await expect(row(page, '#99996').locator('.run-link')).toHaveAttribute('title', /Ended: /);
});

test('oldest first turns the ended runs and the active ones round, each in its part', async ({ list, page }) => {
  await list.open('workspace');
  await page.getByLabel('Order').selectOption('oldest');
  await expect(rows(page).first()).toContainText('Surface scan #99997');
  await expect(rows(page).nth(4)).toContainText('#99957');
  await expect(page.getByRole('columnheader', { name: 'Created' })).toHaveAttribute('aria-sort', 'ascending');
});
