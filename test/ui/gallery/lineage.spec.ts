/** Which run the loaded one runs again, and which ran it again: told in the banner, each one click away. */
import { expect, test } from './fixtures';

test('a re-run says of which run, and leads to it', async ({ gallery }) => {
  const { page } = gallery;
  await gallery.open('timeline');
  const banner = page.getByRole('region', { name: 'Loaded run' });
  await expect(banner.getByText('Re-run of')).toBeVisible();
  await banner.getByRole('button', { name: 'Dependency audit 11' }).click();
  await expect.poll(() => gallery.asked('editor/openRun')).toEqual([{ runId: '01KJQ4M3T8V6W2X9Y5Z7A1B311' }]);
});

test('a re-run of a run that was deleted says so; of several that ran it again the newest is named, and all are found', async ({
  gallery,
}) => {
  const { page } = gallery;
  await gallery.open('rerun-of-deleted');
  const banner = page.getByRole('region', { name: 'Loaded run' });
  await expect(banner.getByText('Re-run of a deleted run')).toBeVisible();
  await expect(banner.getByRole('button', { name: 'Dependency audit 15' })).toBeVisible();
  await banner.getByRole('button', { name: 'and 2 more' }).click();
  await expect.poll(() => gallery.asked('editor/command')).toEqual([{ command: 'viewDetails' }]);

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Re-run by Dependency audit 14' }).click();
  await expect.poll(() => gallery.asked('editor/openRun')).toEqual([{ runId: '01KJQ4M3T8V6W2X9Y5Z7A1B314' }]);
});

test('where the banner is too narrow for the words, its menu leads to the runs', async ({ gallery }) => {
  const { page } = gallery;
  await page.setViewportSize({ width: 500, height: 600 });
  await gallery.open('timeline');
  await expect(page.getByText('Re-run of')).toBeHidden();
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem', { name: 'Re-run of Dependency audit 11' })).toBeVisible();
});

test('a run that was run again while one looks at it says so at once', async ({ gallery }) => {
  const { page } = gallery;
  await gallery.open('completed');
  await expect(page.getByRole('region', { name: 'Loaded run' })).toBeVisible();
  await expect(page.getByText('Re-run by')).toHaveCount(0);
  await page.evaluate(() => window.gallery.runAgain('Dependency audit 16'));
  await expect(page.getByRole('button', { name: 'Dependency audit 16' })).toBeVisible();
});

test('a name of 10,000 characters with markup stays text, and keeps banner and menu in the page', async ({
  gallery,
}) => {
  const { page } = gallery;
  await gallery.open('completed');
  const name = `<b>again</b>\u202e ${'long '.repeat(2000)}`;
  await page.evaluate((again) => window.gallery.runAgain(again), name);
  const banner = page.getByRole('region', { name: 'Loaded run' });
  await expect(banner.getByText('<b>again</b>')).toBeVisible();
  await expect(banner.getByRole('button', { name: 'Back to Editor' })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'More actions' }).click();
  const menu = page.getByRole('menu', { name: 'More actions' });
  await expect(menu.getByRole('menuitem', { name: /^Re-run by <b>again/ })).toBeVisible();
  await expect(menu).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
