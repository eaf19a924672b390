/** The inspector on a real file, which the model reads and edits: what people type is what the file says. */
import type { Locator } from '@playwright/test';
import { expect, test, type GalleryPage } from './fixtures';

const field = ({ page }: GalleryPage, name: string): Locator => page.getByLabel(name, { exact: true });
const text = ({ page }: GalleryPage): Promise<string> => page.evaluate(() => window.gallery.text());

test.beforeEach(async ({ gallery }) => {
  await gallery.open('written');
  await gallery.node('packages').click();
  await expect(field(gallery, 'Id')).toHaveValue('packages');
});

test('a field that is left is one edit, and the file says it where a person would have written it', async ({
  gallery,
}) => {
  await field(gallery, 'Time-out').fill('90s');
  await field(gallery, 'Retries').click();
  await expect.poll(() => text(gallery)).toContain('    timeout: 1m30s\n    retries: 1\n');
  await expect(field(gallery, 'Time-out')).toHaveValue('1m30s');
  await field(gallery, 'Retries').fill('');
  await field(gallery, 'Retries').press('Enter');
  await expect.poll(() => text(gallery)).not.toContain('retries');
  await field(gallery, 'Machine').selectOption('large');
  await expect.poll(() => text(gallery)).toContain('    timeout: 1m30s\n    machine: large\n');
  expect(await gallery.asked('editor/edit')).toHaveLength(3);
});

test('what cannot be is said while one types, and is never asked for', async ({ gallery }) => {
  await field(gallery, 'Time-out').fill('soon');
  await expect(field(gallery, 'Time-out')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(gallery, 'Time-out')).toHaveAccessibleDescription(/soon is no length of time/);
  await field(gallery, 'Time-out').press('Enter');
  await field(gallery, 'Retries').fill('-1');
  await field(gallery, 'Retries').press('Enter');
  await expect(gallery.page.getByRole('alert')).toHaveCount(2);
  expect(await gallery.asked('editor/edit')).toEqual([]);
});

test('Escape takes the typing back first, and closes the inspector only then', async ({ gallery }) => {
  await field(gallery, 'Label').fill('Something else');
  await field(gallery, 'Label').press('Escape');
  await expect(field(gallery, 'Label')).toHaveValue('List packages');
  await field(gallery, 'Label').press('Escape');
  await expect(field(gallery, 'Label')).toHaveCount(0);
  expect(await gallery.asked('editor/edit')).toEqual([]);
});

test('an id that is taken is refused at its field, with one that is free; all that names the node follows', async ({
  gallery,
}) => {
  await field(gallery, 'Id').fill('sizes');
  await field(gallery, 'Id').press('Enter');
  await gallery.page.getByRole('button', { name: 'Use “sizes-2”' }).click();
  await expect.poll(() => text(gallery)).toContain('  sizes-2:\n    label: List packages\n');
  expect(await text(gallery)).toContain('needs: [sizes-2]');
  expect(await text(gallery)).toContain('{ from: sizes-2.list }');
  await expect(field(gallery, 'Id')).toHaveValue('sizes-2');
  // The command of another node has the old word, and is not touched.
  await expect(field(gallery, 'Id')).toHaveAccessibleDescription(/command of sizes has the word packages/);
  await expect(gallery.node('sizes-2')).toHaveAttribute('aria-current', 'true');
});

test('typing is written when another node is chosen', async ({ gallery }) => {
  await field(gallery, 'Label').fill('Name packages');
  await gallery.node('sizes').click();
  await expect(field(gallery, 'Id')).toHaveValue('sizes');
  await expect.poll(() => text(gallery)).toContain('label: Name packages\n');
});

test('typing that cannot be written waits for its node to come back, and a sentence says so', async ({ gallery }) => {
  await field(gallery, 'Time-out').fill('soon');
  await gallery.node('sizes').click();
  await expect(gallery.page.locator('.notice')).toContainText('The time-out of “List packages” was not changed.');
  await gallery.node('packages').click();
  await expect(field(gallery, 'Time-out')).toHaveValue('soon');
  await expect(field(gallery, 'Time-out')).toHaveAttribute('aria-invalid', 'true');
});

test('a change from elsewhere does not take the typing away, and either can be had', async ({ gallery }) => {
  const write = async (label: string): Promise<void> => {
    const changed = (await text(gallery)).replace(/label: .*packages/, `label: ${label}`);
    await gallery.page.evaluate((all) => window.gallery.write(all), changed);
  };
  await field(gallery, 'Label').fill('Mine');
  await write('Their packages');
  await expect(field(gallery, 'Label')).toHaveAccessibleDescription(/Changed elsewhere to “Their packages”/);
  await expect(field(gallery, 'Label')).toHaveValue('Mine');
  await field(gallery, 'Id').click();
  expect(await gallery.asked('editor/edit')).toEqual([]);
  await gallery.page.getByRole('button', { name: 'Take Theirs' }).click();
  await expect(field(gallery, 'Label')).toHaveValue('Their packages');

  await field(gallery, 'Label').fill('Mine again');
  await write('Other packages');
  await gallery.page.getByRole('button', { name: 'Keep Mine' }).click();
  await expect.poll(() => text(gallery)).toContain('label: Mine again\n');
});
