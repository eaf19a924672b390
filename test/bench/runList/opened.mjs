/** From the click on the command until the first rows of the list page are on screen. */
import { frameWith, runCommand } from '../editor/workbench.mjs';

/**
 * Opens the list of the vault, so often; the last one stays open. The first time, which warms up, is not given.
 * @param {import('@playwright/test').Page} page @param {number} tries
 * @returns {Promise<{ frame: import('@playwright/test').Frame, times: number[] }>} times in milliseconds
 */
export async function openedPages(page, tries) {
  const times = [];
  // Its commands come with its icon.
  await page.locator('.activitybar a.action-label[aria-label^="Runlens"]').waitFor({ timeout: 60_000 });
  for (let time = 0; time <= tries; time += 1) {
    if (time > 0) {
      await runCommand(page, 'View: Close All Editors');
      await page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
    }
    const said = page.waitForEvent('console', {
      predicate: (message) => message.text().includes('"runlensBench":"rows"'),
      timeout: 60_000,
    });
    const [message] = await Promise.all([said, runCommand(page, 'Runlens: Open Vault Runs')]);
    const { at } = JSON.parse(message.text());
    const from = await page.evaluate(() => Number(Reflect.get(window, 'runlensMouseDown')));
    if (time > 0) times.push(Math.round(at - from));
  }
  return { frame: await frameWith(page, '.run-list .row'), times };
}
