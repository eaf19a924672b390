/** The attempts of a node in the inspector, and the log of each one click away. */
import type { Locator } from '@playwright/test';
import { accessibilityViolations } from '../host/accessibility';
import { expect, test, type GalleryPage } from './fixtures';
import { themeNames } from './themes';

const inspectorOf = ({ page }: GalleryPage): Locator => page.getByRole('region', { name: /^Node / });
const attemptOf = (gallery: GalleryPage, attempt: number): Locator =>
  inspectorOf(gallery).getByRole('button', { name: `Attempt ${attempt}` });

test('a node that was tried again shows each attempt, how it did, and its log', async ({ gallery }) => {
  await gallery.open('timeline');
  await gallery.node('duplicates').click();
  await expect(attemptOf(gallery, 1)).toContainText(/Failed · \d+s · exit code 3 · build-3.*no answer/);
  await expect(attemptOf(gallery, 3)).toHaveAttribute('aria-pressed', 'true');

  await attemptOf(gallery, 2).click();
  await expect(attemptOf(gallery, 2)).toHaveAttribute('aria-pressed', 'true');
  await expect(inspectorOf(gallery).getByRole('log')).toHaveText(/^duplicates: what attempt 2 wrote to stderr/);
  await inspectorOf(gallery).getByRole('button', { name: 'Open Whole Log' }).click();
  await expect
    .poll(() => gallery.asked('editor/openLog'))
    .toEqual([{ nodeId: 'duplicates', attempt: 2, stream: 'stderr' }]);

  await gallery.node('licences').click();
  await expect(inspectorOf(gallery).getByRole('log')).toContainText('licences: read package');
  await expect(inspectorOf(gallery).getByRole('list', { name: 'Attempts' })).toHaveCount(0);
});

test('a bar of the timeline leads to the log of its attempt', async ({ gallery }) => {
  await gallery.open('timeline');
  await gallery.page.getByRole('button', { name: 'Timeline (T)' }).click();
  const row = gallery.page.getByRole('treeitem', { name: /^Find duplicate versions/ });
  await row.locator('.bar').nth(1).click();
  await expect(gallery.node('duplicates')).toHaveClass(/selected/);
  await expect(inspectorOf(gallery).getByRole('log')).toHaveText(/^duplicates: what attempt 2 wrote/);
  await row.locator('.bar').nth(2).click();
  await expect(attemptOf(gallery, 3)).toHaveAttribute('aria-pressed', 'true');
  await row.locator('.bar').nth(0).click();
  await expect(attemptOf(gallery, 1)).toHaveAttribute('aria-pressed', 'true');
  // The row itself stands for the node as it is.
  await row.locator('.row-title').click();
  await expect(attemptOf(gallery, 3)).toHaveAttribute('aria-pressed', 'true');
});

test('the attempts can be used by everybody, in every theme', async ({ gallery }) => {
  for (const theme of themeNames) {
    await gallery.open('timeline', theme);
    await gallery.node('duplicates').click();
    await attemptOf(gallery, 1).click();
    await expect(inspectorOf(gallery).getByRole('log')).toHaveText(/attempt 1/);
    expect(await gallery.page.evaluate(() => window.gallery.cspViolations)).toEqual([]);
    expect(await accessibilityViolations(gallery.page.mainFrame()), theme).toEqual([]);
    await gallery.page.evaluate(() => sessionStorage.clear());
  }
});
