/** From a click on a run's row until its overlay is on screen. */
import { frameWith, runCommand } from './workbench.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ readonly ms: number, readonly domNodes: number }} Opening */

/** @param {Page} page @param {string} name name of the workflow */
export function runRow(page, name) {
  const view = page
    .locator('.sidebar .pane')
    .filter({ has: page.locator('.pane-header[aria-label^="Workspace Runs"]') });
  return view
    .locator('[role="treeitem"]')
    .filter({ hasText: `${name} #` })
    .first();
}

/**
 * Clicks a run's row and waits until its overlay is on screen.
 * @param {Page} page @param {string} name
 * @returns {Promise<Opening>}
 */
export async function openRun(page, name) {
  const said = page.waitForEvent('console', {
    predicate: (message) =>
      message.text().includes('"runlensBench":"overlay"') && message.text().includes(`Canvas of ${name},`),
    timeout: 60_000,
  });
  await runRow(page, name).click({ position: { x: 60, y: 10 } });
  const { at, nodes } = JSON.parse((await said).text());
  const from = await page.evaluate(() => Number(Reflect.get(window, 'runlensMouseDown')));
  return { ms: Math.round(at - from), domNodes: nodes };
}

/** Opens the run where its editor is closed, so often. The first time, which warms up, is not given. @param {Page} page @param {string} name @param {number} times */
export async function openClosed(page, name, times) {
  const openings = [];
  for (let time = 0; time <= times; time += 1) {
    const opening = await openRun(page, name);
    if (time > 0) openings.push(opening);
    await runCommand(page, 'View: Close All Editors');
    await page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
  }
  return openings;
}

/** Loads the run into its workflow's open editor, so often; the first time, which opens the editor, is not given. @param {Page} page @param {string} name @param {number} times */
export async function loadIntoOpen(page, name, times) {
  const openings = [];
  for (let time = 0; time <= times; time += 1) {
    const opening = await openRun(page, name);
    if (time > 0) openings.push(opening);
    if (time === times) break;
    const frame = await frameWith(page, '.banner');
    await frame.getByRole('button', { name: 'Back to Editor' }).click();
    await frame.locator('.banner').waitFor({ state: 'detached' });
  }
  return openings;
}
