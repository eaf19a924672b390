/** The run of a node beside the canvas, while it goes on under one's eyes. */
import { expect, test } from './fixtures';

test('a node that fails while one looks at it shows why, unless one chose what to read', async ({ gallery }) => {
  const { page } = gallery;
  const fail = () =>
    page.evaluate(() => {
      const run = window.gallery.state().nodeRuns.find(({ id }) => id === 'sizes');
      if (run) window.gallery.changeNodeRuns([{ ...run, status: 'failed', exitCode: 1, endedAt: run.startedAt }]);
    });
  await gallery.open('running');
  await gallery.node('sizes').click();
  await expect(page.getByRole('tab', { name: 'stdout', selected: true })).toBeVisible();
  await fail();
  await expect(page.getByRole('tab', { name: 'stderr', selected: true })).toBeVisible();

  await gallery.open('running');
  await gallery.node('sizes').click();
  await page.getByRole('tab', { name: 'stderr' }).click();
  await page.getByRole('tab', { name: 'stdout' }).click();
  await fail();
  await expect(page.getByText('Failed', { exact: true })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'stdout', selected: true })).toBeVisible();
});

test('a run that comes long after the inspector was opened began just now, not in a time to come', async ({
  gallery,
}) => {
  const { page } = gallery;
  await page.clock.install();
  await gallery.open('completed');
  await gallery.node('sizes').click();
  const started = page.getByRole('region', { name: /^Node / }).locator('dt', { hasText: 'Started' });
  await expect(started).toBeVisible();
  await page.clock.fastForward('10:00');
  await page.evaluate(() => {
    const run = window.gallery.state().nodeRuns.find(({ id }) => id === 'sizes');
    const now = new Date().toISOString();
    if (run) window.gallery.changeNodeRuns([{ ...run, startedAt: now, endedAt: now }]);
  });
  await expect(started.locator('xpath=following-sibling::dd[1]')).toHaveText('just now');
});

test('a module shows the nodes inside of it in the place of a log, and each leads to it', async ({ gallery }) => {
  const { page } = gallery;
  await gallery.open('timeline');
  await gallery.node('scan').click();
  const inspector = page.getByRole('region', { name: /^Node / });
  const inside = inspector.getByRole('listitem').filter({ hasText: /^(fetch|match)/ });
  await expect(inside).toHaveText([/fetch\s*Succeeded 13s/, /match\s*Succeeded 11s/]);
  await expect(inspector.getByRole('log')).toHaveCount(0);
  await inside.first().getByRole('button').click();
  await expect.poll(() => gallery.asked('editor/openInside')).toEqual([{ path: 'scan/fetch' }]);
});
