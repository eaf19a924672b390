/** The form before a run outside VS Code. */
import { expect, type Locator, type Page } from '@playwright/test';
import { accessibilityViolations } from '../host/accessibility';
import { formStates, type FormStateName } from './formStates';
import { askedOf, galleryTest } from './galleryTest';
import { themeNames, type ThemeName } from './themes';

interface FormPage {
  readonly open: (state: FormStateName, theme?: ThemeName, width?: number) => Promise<void>;
  /** What the page asked of the host with this method, in order. */
  readonly asked: (method: string) => Promise<unknown[]>;
}

const test = galleryTest.extend<{ form: FormPage }>({
  form: async ({ page, server }, use) =>
    use({
      open: async (state, theme = 'dark', width = 900) => {
        await page.setViewportSize({ width, height: 720 });
        await page.goto(server.address(state, theme, 'runForm'));
        await page.locator('[data-input]').first().waitFor();
      },
      asked: (method) => askedOf(page, method, () => window.formGallery.requests),
    }),
});

const field = (page: Page, name: string): Locator => page.locator(`.input-field[data-field="${name}"]`);
const control = (page: Page, name: string): Locator => field(page, name).locator('[data-input]');

for (const state of Object.keys(formStates) as FormStateName[]) {
  test(`${state} keeps to the content security policy and can be used by everybody`, async ({ form, page }) => {
    for (const theme of themeNames) {
      await form.open(state, theme);
      if (state === 'gone') await expect(page.locator('[aria-invalid=true]')).toHaveCount(2);
      expect(await page.evaluate(() => window.formGallery.cspViolations)).toEqual([]);
      expect(await accessibilityViolations(page.mainFrame()), theme).toEqual([]);
    }
  });
}

test('every input stands there with its value, what it was in the last run, and its default', async ({
  form,
  page,
}) => {
  await form.open('live');
  await expect(page.getByRole('heading')).toHaveText('Run audit.workflow.yaml');
  await expect(page.getByText('“Dependency audit #41”')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('3 inputs differ from the last run');
  await expect(control(page, 'level')).toHaveValue('2.50');
  await expect(field(page, 'level')).toContainText(/number.*Differs from the last run: *3.*Default: *1\.10/);
  await expect(field(page, 'note')).toContainText('Empty text, which is not the same as not set');
  await expect(control(page, 'owner')).toHaveAttribute('placeholder', 'not set');

  await page.getByRole('button', { name: 'Use It: level as in the last run' }).click();
  await expect(control(page, 'level')).toHaveValue('3');
  await page.getByRole('button', { name: 'Use It: the default of level' }).click();
  await expect(control(page, 'level')).toHaveValue('1.10');
  await page.getByRole('button', { name: 'Reset All to the Last Run' }).click();
  await expect(page.getByRole('status')).toHaveText('The same inputs as in the last run');
  await expect(control(page, 'offline')).toHaveValue('true');
});

test('the keyboard alone fills it in and runs it; what is wrong is said while one types, and is not started', async ({
  form,
  page,
}) => {
  await form.open('live');
  await expect(control(page, 'lockfile')).toBeFocused();
  await page.keyboard.type('/lists/gone.txt');
  await control(page, 'lockfile').fill('/lists/gone.txt');
  await expect(field(page, 'lockfile')).toContainText('This file does not exist: /lists/gone.txt');
  await page.keyboard.press('Enter');
  await expect(control(page, 'lockfile')).toBeFocused();
  await control(page, 'lockfile').fill('lists/all.txt');
  await expect(control(page, 'lockfile')).toHaveAttribute('aria-invalid', 'false');

  await control(page, 'level').fill('2.x');
  await expect(field(page, 'level')).toContainText('“2.x” is no number: write it like 3 or 2.5.');
  await control(page, 'owner').focus();
  await page.keyboard.press('Enter');
  await expect(control(page, 'level')).toBeFocused();
  expect(await form.asked('runForm/start')).toEqual([]);

  await control(page, 'level').fill('7');
  await control(page, 'note').fill('now');
  await control(page, 'note').fill('');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => form.asked('runForm/start'))
    .toEqual([
      {
        name: '',
        values: { lockfile: 'lists/all.txt', reports: null, level: '7', offline: null, note: '', owner: null },
      },
    ]);
});

test('Escape leaves with nothing done, and what was chosen is kept', async ({ form, page }) => {
  await form.open('live');
  await control(page, 'level').fill('9');
  await page.keyboard.press('Escape');
  await expect.poll(() => form.asked('runForm/leave')).toHaveLength(1);
  expect(await form.asked('runForm/start')).toEqual([]);
  expect(await page.evaluate(() => window.formGallery.kept()?.values['level'])).toBe('9');
});

test('a file is chosen with the dialog of the system', async ({ form, page }) => {
  await form.open('live');
  await page.getByRole('button', { name: 'Choose a file for lockfile…' }).click();
  await expect(control(page, 'lockfile')).toHaveValue('/chosen/list.txt');
  await expect(control(page, 'lockfile')).toBeFocused();
  expect(await form.asked('runForm/choosePath')).toEqual([
    { input: 'lockfile', kind: 'file', now: '/srv/projects/atlas/package-lock.json' },
  ]);
});

test('files of the last run that are gone are named at once', async ({ form, page }) => {
  await form.open('gone');
  await expect(field(page, 'lockfile')).toContainText('The file of the last run is gone: /gone/package-lock.json');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(control(page, 'lockfile')).toBeFocused();
  expect(await form.asked('runForm/start')).toEqual([]);
});

test('a refusal is said where one looks, and an edit of the workflow keeps what was typed', async ({ form, page }) => {
  await form.open('live');
  await page.evaluate(() => window.formGallery.refuse('The inputs of audit.workflow.yaml were edited meanwhile.'));
  await control(page, 'note').fill('typed');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('were edited meanwhile');
  await page.evaluate(() =>
    window.formGallery.change({
      drafts: [
        { input: { name: 'note', type: 'string' }, given: null, fallback: 'new', last: null },
        { input: { name: 'depth', type: 'number' }, given: null, fallback: '2', last: null },
      ],
    }),
  );
  await expect(control(page, 'depth')).toHaveValue('2');
  await expect(control(page, 'note')).toHaveValue('typed');
  await expect(field(page, 'level')).toHaveCount(0);
});

test('names and values are text in one line, whatever is in them, and nothing is wider than the tab', async ({
  form,
  page,
}) => {
  for (const width of [900, 320]) {
    await form.open('strange', 'dark', width);
    expect(await page.locator('img, b').count()).toBe(0);
    await expect(control(page, 'lines')).toHaveValue('one\ntwo\nthree');
    const isWide = await page.locator('.run-form').evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(isWide).toBe(false);
  }
});
