/** The inspector on a real file, which the model reads and edits: what people type is what the file says. */
import type { Locator } from '@playwright/test';
import { accessibilityViolations } from '../host/accessibility';
import { expect, test, type GalleryPage } from './fixtures';
import { themeNames } from './themes';

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

test('inputs are added, renamed, given another kind of value and removed, each as one edit', async ({ gallery }) => {
  const { page } = gallery;
  await page.getByRole('button', { name: 'Add Input' }).click();
  await page.getByLabel('Kind of the new input').selectOption('wire');
  await page.getByLabel('Value of the new input').selectOption('inputs.largest');
  await expect(page.getByLabel('Name of the new input')).toHaveValue('largest');
  await page.getByRole('button', { name: 'Add the new input' }).click();
  await expect.poll(() => text(gallery)).toContain('      largest: { from: inputs.largest }\n');
  await page.getByLabel('Name of depth').fill('levels');
  await page.getByLabel('Name of depth').press('Enter');
  await expect.poll(() => text(gallery)).toContain('      levels: 2 # as deep as the report goes\n');
  await page.getByLabel('Kind of ignore').selectOption('literal');
  await expect.poll(() => text(gallery)).toContain('      ignore: data/ignored-packages.txt\n');
  await page.getByRole('button', { name: 'Remove lockfile' }).click();
  await expect.poll(() => text(gallery)).not.toContain('lockfile: { from');
  expect(await gallery.asked('editor/edit')).toHaveLength(4);
});

test('a new input is written once, though the row is left while a busy host has not answered yet', async ({
  gallery,
}) => {
  const { page } = gallery;
  await page.getByRole('button', { name: 'Add Input' }).click();
  await page.getByLabel('Value of the new input').fill('5');
  await page.getByLabel('Name of the new input').fill('limit');
  await page.evaluate(() => window.gallery.hold());
  await page.getByLabel('Name of the new input').press('Enter');
  await page.getByLabel('Name of depth').focus();
  await page.evaluate(() => window.gallery.release());
  await expect(page.getByLabel('Name of the new input')).toHaveCount(0);
  await expect.poll(() => text(gallery)).toContain('      limit: 5\n');
  expect(await gallery.asked('editor/edit')).toHaveLength(1);
});

test('an output with a name that is taken is refused at its row, and one without a path has its name', async ({
  gallery,
}) => {
  const { page } = gallery;
  await page.getByRole('button', { name: 'Add Output' }).click();
  await page.getByLabel('Name of the new output').fill('list');
  await page.getByLabel('Name of the new output').press('Enter');
  await page.getByRole('button', { name: 'Use “list_2”' }).click();
  await expect.poll(() => text(gallery)).toContain('      list: packages.txt\n      list_2: list_2\n');
});

test('another action says what becomes of the old one, and changes nothing before it is confirmed', async ({
  gallery,
}) => {
  const { page } = gallery;
  await gallery.node('sizes').click();
  await field(gallery, 'Runs').selectOption('module');
  const form = page.getByRole('group', { name: 'Let the node run module' });
  await expect(form).toContainText('Its command (3 lines) goes out of the file');
  await expect(form).toContainText('its shell and its outputs, with the wires from them');
  await field(gallery, 'Module').press('Escape');
  await field(gallery, 'Runs').selectOption('script');
  await page.getByRole('button', { name: 'Choose the script…' }).click();
  await expect(field(gallery, 'Script')).toHaveValue('tools/chosen.mjs');
  expect(await gallery.asked('editor/edit')).toEqual([]);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await expect.poll(() => text(gallery)).toContain('    script: tools/chosen.mjs\n');
  expect(await text(gallery)).not.toContain('du -sk');
});

test('the workflow itself is edited when nothing is selected', async ({ gallery }) => {
  const { page } = gallery;
  await page.getByRole('button', { name: 'Workflow Settings' }).click();
  await expect(page.getByRole('region', { name: 'Workflow' })).toBeVisible();
  await field(gallery, 'Description').fill('What an npm lock file brings in.');
  await field(gallery, 'Description').press('Enter');
  await expect.poll(() => text(gallery)).toContain('description: What an npm lock file brings in.\n');
  await page.getByLabel('Default of largest').fill('many');
  await expect(page.getByLabel('Default of largest')).toHaveAccessibleDescription(/is no number/);
  await page.getByLabel('Default of largest').fill('20');
  await page.getByLabel('Default of largest').press('Enter');
  await expect.poll(() => text(gallery)).toContain('largest: { type: number, default: 20 }');
  await page.getByLabel('Name of lockfile').fill('lock');
  await page.getByLabel('Name of lockfile').press('Enter');
  await expect.poll(() => text(gallery)).toContain('lockfile: { from: inputs.lock }');
});

test('a problem stands at its field with what mends it, its wire is drawn as faulty, and F8 leads to it', async ({
  gallery,
}) => {
  const { page } = gallery;
  const broken = (await text(gallery)).replace('from: packages.list', 'from: packages.lists');
  await page.evaluate((all) => window.gallery.write(all), broken);
  await expect(page.locator('.react-flow__edge.faulty')).toHaveCount(1);
  await gallery.node('report').focus();
  await page.keyboard.press('F8');
  await expect(field(gallery, 'Id')).toHaveValue('sizes');
  const row = page.getByRole('group', { name: 'Input list' });
  await expect(row).toContainText('packages has no output lists.');
  await row.getByRole('button', { name: 'Change to “packages.list”' }).click();
  await expect.poll(() => text(gallery)).toContain('inputs: { list: { from: packages.list } }');
  await expect(page.locator('.react-flow__edge.faulty')).toHaveCount(0);
});

test('a wire that is selected says what is wrong with it, and is mended there', async ({ gallery }, info) => {
  const { page } = gallery;
  const broken = (await text(gallery)).replace('from: packages.list', 'from: packages.lists');
  await page.evaluate((all) => window.gallery.write(all), broken);
  await page.getByRole('button', { name: 'Close Inspector' }).click();
  await page.locator('.react-flow__edge.faulty .react-flow__edge-interaction').dispatchEvent('click');
  const problem = page.locator('.wire-problem');
  await expect(problem).toContainText('packages has no output lists.');
  await page.screenshot({ path: info.outputPath('wire-problem.png') });
  expect(await accessibilityViolations(page.mainFrame())).toEqual([]);
  await problem.getByRole('button', { name: 'Change to “packages.list”' }).click();
  await expect.poll(() => text(gallery)).toContain('inputs: { list: { from: packages.list } }');
  await expect(problem).toHaveCount(0);
});

test('of a file that cannot be edited there are no fields', async ({ gallery }) => {
  await gallery.open('read-only');
  await gallery.node('sizes').click();
  await expect(gallery.page.getByRole('heading', { name: 'Definition' })).toBeVisible();
  await expect(gallery.page.locator('.inspector').locator('input, select, textarea')).toHaveCount(0);
});

test('every form can be used by everybody, in each theme and when it is narrow', async ({ gallery }) => {
  const { page } = gallery;
  for (const theme of themeNames) {
    await gallery.open('written', theme);
    await gallery.node('packages').click();
    await field(gallery, 'Id').fill('sizes');
    await page.getByRole('button', { name: 'Add Input' }).click();
    expect(await accessibilityViolations(page.mainFrame()), theme).toEqual([]);
    await page.getByRole('button', { name: 'Workflow Settings' }).click();
    await page.getByRole('separator').focus();
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight');
    const body = page.locator('.inspector-body');
    expect(await body.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    expect(await accessibilityViolations(page.mainFrame()), theme).toEqual([]);
    expect(await page.evaluate(() => window.gallery.cspViolations)).toEqual([]);
  }
});
