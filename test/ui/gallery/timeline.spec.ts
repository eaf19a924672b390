import type { Locator } from '@playwright/test';
import { accessibilityViolations } from '../host/accessibility';
import { expect, test, type GalleryPage } from './fixtures';
import type { GalleryState } from './states';
import { themeNames, type ThemeName } from './themes';

async function openTimeline(gallery: GalleryPage, state: GalleryState, theme: ThemeName = 'dark'): Promise<Locator> {
  await gallery.open(state, theme);
  await gallery.page.getByRole('button', { name: 'Timeline (T)' }).click();
  const timeline = gallery.page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByRole('treeitem').or(timeline.locator('output')).first()).toBeVisible();
  return timeline;
}

test('the timeline keeps to the content security policy and can be used by everybody', async ({ gallery }) => {
  for (const state of ['timeline', 'running', 'timeline-scheduled'] as const) {
    for (const theme of themeNames) {
      const timeline = await openTimeline(gallery, state, theme);
      await expect(timeline).toBeVisible();
      expect(await gallery.page.evaluate(() => window.gallery.cspViolations)).toEqual([]);
      expect(await accessibilityViolations(gallery.page.mainFrame()), `${state} ${theme}`).toEqual([]);
      await gallery.page.evaluate(() => sessionStorage.clear());
    }
  }
});

test('a row says in words how its node did: waits, times, attempts, critical path', async ({ gallery }) => {
  const timeline = await openTimeline(gallery, 'timeline');
  const row = (name: RegExp | string) => timeline.getByRole('treeitem', { name });
  await expect(
    row(/^Measure what .*, Succeeded, waited .*, ran .*, attempt 2 of 2, on the critical path$/),
  ).toBeVisible();
  await expect(row('List packages, Succeeded, taken over from an earlier run')).toBeVisible();
  await expect(row(/^Find duplicate versions, Failed, .*attempt 3 of 3.*, no answer from the registry$/)).toBeVisible();
  await expect(row(/^fetch, Succeeded/)).toHaveAttribute('aria-level', '2');
  await expect(timeline.getByText(/^Critical path: 2 nodes/)).toBeVisible();
});

test('a bar selects its node on the canvas, and a node selected there has its row in sight', async ({ gallery }) => {
  const timeline = await openTimeline(gallery, 'timeline');
  await timeline.getByRole('treeitem', { name: /^Write the report/ }).click();
  await expect(gallery.node('report')).toHaveClass(/selected/);
  await expect(gallery.node('report')).toBeInViewport();
  await gallery.node('licences').click();
  await expect(timeline.getByRole('treeitem', { name: /^Group by licence/ })).toHaveAttribute('aria-selected', 'true');
  await expect(timeline.getByRole('treeitem', { name: /^Group by licence/ })).toBeInViewport();
});

test('everything of it is done from the keyboard', async ({ gallery }) => {
  await gallery.open('timeline');
  const { page } = gallery;
  await gallery.node('report').focus();
  await page.keyboard.press('t');
  const tree = page.getByRole('tree', { name: 'Nodes in the order of their start' });
  await tree.focus();
  const active = async (): Promise<string | null> => {
    const id = await tree.getAttribute('aria-activedescendant');
    return page.locator(`[id="${id}"]`).getAttribute('aria-label');
  };
  await page.keyboard.press('End');
  await expect.poll(active).toMatch(/^Publish, Skipped/);
  await page.keyboard.press('Home');
  await expect.poll(active).toMatch(/^List packages/);
  for (let row = 0; row < 9 && (await active())?.startsWith('Scan') !== true; row += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('treeitem', { name: /^fetch/ })).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(active).toMatch(/^fetch/);
  await page.keyboard.press('Enter');
  await expect(gallery.node('scan')).toHaveClass(/selected/);
  const ticks = () => page.locator('.tick').allTextContents();
  const before = await ticks();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(ticks).not.toEqual(before);
  await page.keyboard.press('0');
  await expect.poll(ticks).toEqual(before);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeHidden();
});

test('of 5,000 nodes only the rows in sight are in the page, and the last is one key away', async ({ gallery }) => {
  const timeline = await openTimeline(gallery, 'timeline-large');
  expect(await timeline.getByRole('treeitem').count()).toBeLessThan(60);
  await timeline.getByRole('tree').press('End');
  await expect(timeline.getByRole('treeitem', { name: /^n4999,/ })).toBeInViewport();
  expect(await timeline.getByRole('treeitem').count()).toBeLessThan(60);
});

test('what becomes of a node reaches its row while the run goes on', async ({ gallery }) => {
  const timeline = await openTimeline(gallery, 'running');
  await expect(
    timeline.getByRole('treeitem', { name: /^Find duplicate versions, Running.*, still going/ }),
  ).toBeVisible();
  await expect(timeline.locator('.now-line')).toBeVisible();
  await gallery.page.evaluate(() => {
    const run = window.gallery.state().nodeRuns.find(({ id }) => id === 'duplicates');
    if (run) window.gallery.changeNodeRuns([{ ...run, status: 'failed', endedAt: new Date().toISOString() }]);
  });
  await expect(timeline.getByRole('treeitem', { name: /^Find duplicate versions, Failed, .*ran 1m/ })).toBeVisible();
});

test('while a run goes on its bars grow with the time, and what has ended keeps its place among the rows', async ({
  gallery,
}) => {
  const { page } = gallery;
  await page.clock.install();
  const timeline = await openTimeline(gallery, 'running');
  const rows = (): Promise<string[]> => timeline.locator('.row-title').allTextContents();
  const bar = timeline.getByRole('treeitem', { name: /^Find duplicate versions/ }).locator('.bar');
  /** How far the open bar ends from the line of now, in pixels. */
  const apart = async (): Promise<number> => {
    const [open, line] = [await bar.boundingBox(), await timeline.locator('.now-line').boundingBox()];
    return Math.abs((open?.x ?? 0) + (open?.width ?? 0) - (line?.x ?? Infinity));
  };
  const order = await rows();
  const label = timeline.getByRole('treeitem', { name: /^Find duplicate versions/ }).locator('.bar-label');
  await expect(label).toHaveAttribute('data-text', /^Running 1m [1-9]/);
  expect(await apart()).toBeLessThan(2);
  await page.clock.runFor('05:00');
  await expect(label).toHaveAttribute('data-text', /^Running 6m/);
  expect(await apart()).toBeLessThan(2);
  expect(await rows()).toEqual(order);
  // To those who hear it nothing changes with the time.
  await expect(
    timeline.getByRole('treeitem', { name: /^Find duplicate versions, Running.*, still going/ }),
  ).toHaveCount(1);
});

test('its height and that it is open are remembered over a reload', async ({ gallery }) => {
  const timeline = await openTimeline(gallery, 'timeline');
  const handle = timeline.getByRole('separator', { name: 'Height of the timeline' });
  const before = Number(await handle.getAttribute('aria-valuenow'));
  await handle.press('ArrowUp');
  await gallery.page.reload();
  await expect(timeline).toBeVisible();
  await expect(handle).toHaveAttribute('aria-valuenow', String(before + 20));
});

test('until it is dragged it is as high as its rows need, and none of them is cut', async ({ gallery }) => {
  const timeline = await openTimeline(gallery, 'running');
  await expect(timeline.getByRole('treeitem')).toHaveCount(7);
  const rows = timeline.getByRole('tree');
  expect(await rows.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  await openTimeline(gallery, 'timeline');
  expect(await rows.evaluate(({ clientHeight }) => clientHeight % 24)).toBe(0);
});

test('T goes into the timeline and out of it again, to the node where one was', async ({ gallery }) => {
  const { page } = gallery;
  await gallery.open('timeline');
  await gallery.node('report').focus();
  await page.keyboard.press('t');
  const tree = page.getByRole('tree', { name: 'Nodes in the order of their start' });
  await expect(tree).toBeFocused();
  await page.keyboard.press('t');
  await expect(tree).toHaveCount(0);
  await expect(gallery.node('report')).toBeFocused();
});

test('a node inside of a module is opened on the canvas of the module, by a double click and by a key', async ({
  gallery,
}) => {
  const timeline = await openTimeline(gallery, 'timeline');
  await timeline.getByRole('treeitem', { name: /^fetch/ }).dblclick();
  await timeline.getByRole('tree').press('ControlOrMeta+Enter');
  const asked = { path: 'scan/fetch' };
  await expect.poll(() => gallery.asked('editor/openInside')).toEqual([asked, asked]);
});

test('a run that waits for its time says so', async ({ gallery }) => {
  const timeline = await openTimeline(gallery, 'timeline-scheduled');
  await expect(timeline.getByText('This run waits for its time. Its timeline begins when it starts.')).toBeVisible();
});
