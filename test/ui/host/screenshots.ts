/** Screenshots of what the tests brought about, for the README and for reviewers. */
import path from 'node:path';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import type { Workbench } from './workbench';

export type Theme = 'light' | 'dark';

/** The class by which the workbench shows what kind of theme it wears. */
export const themeClasses: Readonly<Record<Theme, string>> = { light: 'vs', dark: 'vs-dark' };

/** Only on request into media/: pictures differ from run to run, and a test run should leave the checkout clean. */
const folder =
  process.env['RUNLENS_SCREENSHOTS'] === '1' ? inRoot('media', 'screenshots') : inRoot('out', 'screenshots');

/** Writes `<name>-light.png` and `<name>-dark.png`; the workbench is dark afterwards. */
export async function takeScreenshots(workbench: Workbench, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await workbench.setTheme(theme);
    await workbench.page.screenshot({
      path: path.join(folder, `${name}-${theme}.png`),
      animations: 'disabled',
      caret: 'hide',
    });
  }
}
