/** What is selected follows the workflow, whoever changes it. */
import { expect, test } from './fixtures';

test('the inspector stays with a node through renames, here and in the text, and their undoing', async ({
  gallery,
}) => {
  const { page } = gallery;
  const text = () => page.evaluate(() => window.gallery.text());
  const write = (written: string) => page.evaluate((now) => window.gallery.write(now), written);
  await gallery.open('written');
  await gallery.node('packages').click();
  const id = page.getByRole('textbox', { name: 'Id', exact: true });
  const versions = [await text()];
  for (const name of ['first', 'second']) {
    await id.fill(name);
    await id.press('Enter');
    await expect(gallery.node(name)).toBeVisible();
    versions.push(await text());
  }
  await expect(id).toBeFocused();
  for (const [version, name] of [
    [versions[1], 'first'],
    [versions[0], 'packages'],
    [versions[0]?.replace('  packages:', '  listed:'), 'listed'],
  ]) {
    await write(version ?? '');
    await expect(id).toHaveValue(name ?? '');
    await expect(id).toBeFocused();
    await expect(page.locator('.react-flow__node.selected')).toHaveAttribute('data-id', name ?? '');
  }
});

test('a node that went from the text is selected no more, and Delete takes only what is there', async ({ gallery }) => {
  const { page } = gallery;
  await gallery.open('written');
  await gallery.node('packages').click();
  await page.evaluate(() => {
    const without = window.gallery.text().replace(/ {2}packages:\n(?: {4}.*\n)+/, '');
    window.gallery.write(
      without.replace('{ list: { from: packages.list } }', '{}').replace('    needs: [packages]\n', ''),
    );
  });
  await expect(gallery.node('packages')).toHaveCount(0);
  await expect(page.getByRole('region', { name: /^(Node|Workflow)/ })).toHaveCount(0);
  await gallery.node('report').focus();
  await page.keyboard.press('Delete');
  await expect(gallery.node('report')).toHaveCount(0);
  await expect(gallery.node('sizes')).toBeVisible();
});

test('in a narrow editor the inspector leaves room for a card at its full size', async ({ gallery }) => {
  const { page } = gallery;
  await page.setViewportSize({ width: 520, height: 700 });
  await gallery.open('written');
  await gallery.node('packages').click();
  const inspector = page.getByRole('region', { name: /^Node / });
  await expect(inspector).toBeVisible();
  const { x: room } = (await inspector.boundingBox()) ?? { x: 0 };
  const card = await gallery.node('packages').evaluate((element: HTMLElement) => element.offsetWidth);
  expect(room).toBeGreaterThanOrEqual(card);
});

test('Escape leads back to the card that was clicked, from whatever was opened on it', async ({ gallery }) => {
  const { page } = gallery;
  await gallery.open('written');
  await gallery.node('sizes').click();
  await expect(gallery.node('sizes')).toBeFocused();
  for (const key of ['a', 'c', 'Shift+C', '/', '?', 'Shift+F10']) {
    await page.keyboard.press(key);
    await expect(gallery.node('sizes'), key).not.toBeFocused();
    await page.keyboard.press('Escape');
    await expect(gallery.node('sizes'), key).toBeFocused();
  }
});
