/** A module's part of a run on the module's own canvas, and the ways into it. */
import { expect, test } from './fixtures';

test('the note of the banner is read, or stands behind an icon, at every width; it is never cut to a few letters', async ({
  gallery: { page, open },
}) => {
  await open('part');
  const note = page.locator('.banner-note');
  await expect(note).toHaveAttribute('title', /The module has changed since/);
  for (let width = 1500; width >= 320; width -= 20) {
    await page.setViewportSize({ width, height: 600 });
    if (width > 600) await expect(page.locator('.banner-note .codicon-info')).toBeInViewport();
    await expect(page.locator('.pill')).toHaveAttribute('title', /The module has changed since/);
    const seen = await note.evaluate((element) => {
      const words = element.querySelector('.note-words')?.getBoundingClientRect();
      const box = element.getBoundingClientRect();
      return words !== undefined && words.top < box.bottom - 1 ? words.width : 'none';
    });
    if (width > 600 && seen !== 'none') expect(seen).toBeGreaterThanOrEqual(160);
    const { overflow, high } = await page.locator('.banner-line').evaluate((line) => ({
      overflow: line.scrollWidth - line.clientWidth,
      high: line.getBoundingClientRect().height,
    }));
    expect(overflow, `the banner fits into ${width} pixels`).toBeLessThanOrEqual(0);
    expect(high).toBe(36);
  }
});

test('what acts on the whole run says so beside a part of it, and Restore is of the module', async ({
  gallery: { page, open, asked },
}) => {
  await open('part');
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem', { name: 'Run Again (Whole Run)' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Delete (Whole Run)…' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect.poll(() => asked('editor/command')).toEqual([{ command: 'restore' }]);
  await page.getByRole('button', { name: 'Up to checks' }).click();
  await expect.poll(() => asked('editor/openUser')).toHaveLength(1);
});

test("a module is opened with its part of the run from the node's menu, by key and by double click", async ({
  gallery: { page, open, node, asked },
}) => {
  await open('completed');
  await node('scan').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Open the Module' }).click();
  await expect.poll(() => asked('editor/openModule')).toEqual([{ nodeId: 'scan' }]);
  await node('scan').click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => asked('editor/openModule')).toHaveLength(2);
  await node('scan').dblclick();
  await expect.poll(() => asked('editor/openModule')).toHaveLength(3);
  await node('packages').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Copy', exact: true })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Open the Module' })).toHaveCount(0);
});
