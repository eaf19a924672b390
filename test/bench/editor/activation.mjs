/** What VS Code says of Runlens's activation in its own "Startup Performance". */
import { runCommand } from './workbench.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Milliseconds of loading the code and of the call of activate() in the window that is open.
 * @param {Page} page
 * @returns {Promise<{ loadCode: number, activate: number }>}
 */
export async function activation(page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await runCommand(page, 'Developer: Startup Performance');
  await page.locator('.monaco-editor .view-line').first().click();
  for (const until = Date.now() + 20_000; Date.now() < until; await page.waitForTimeout(200)) {
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    // | Extension | Eager | Load Code | Call Activate | Finish Activate | Event | By |
    const [, loadCode, activate] = /^\| runlens\.runlens +\| \w+ +\| (\d+) +\| (\d+) +\|/m.exec(text) ?? [];
    if (activate !== undefined) return { loadCode: Number(loadCode), activate: Number(activate) };
  }
  throw new Error('VS Code’s "Startup Performance" does not name runlens.runlens.');
}
