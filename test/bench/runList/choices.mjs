/** From a choice in the toolbar of the list until the rows that match are on screen, or that none does. */

/** @typedef {import('@playwright/test').Frame} Frame */
/** @typedef {{ readonly filter?: string, readonly tab?: string, readonly text?: string }} Choice `filter`: its first choice but `Any time` */

/** @type {Readonly<Record<string, Choice>>} */
export const choices = {
  tab: { tab: 'Failed' },
  workflow: { filter: 'Recent Workflows' },
  'started-by': { filter: 'Started By' },
  project: { filter: 'Project' },
  'text-hit': { text: '#1234' },
  'text-many': { text: 'survey' },
  'text-miss': { text: 'no run is called this' },
  'last-30-days': { filter: 'Created' },
};

/** Makes the choice so often, each time from the whole list. @param {Frame} frame @param {Choice} choice @param {number} tries */
export async function firstRows(frame, choice, tries) {
  const times = [];
  for (let time = 0; time < tries; time += 1) {
    times.push(await measured(frame, choice));
    await wholeList(frame);
  }
  return times;
}

async function measured(frame, { filter, tab, text }) {
  if (filter !== undefined) {
    await frame.locator('.toolbar .dropdown').filter({ hasText: filter }).click();
    await frame.locator('.popover .choice').first().waitFor();
  }
  const place = filter === 'Created' ? 3 : 0;
  return frame.evaluate(act, { tab, text, place });
}

/** In the page: does what the mouse or a key would, and waits until what it asks for is on screen; milliseconds. */
async function act({ tab, text, place }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const from = performance.now();
  if (tab !== undefined) {
    const tabs = [...document.querySelectorAll('[role=tab]')];
    tabs.find((one) => one.textContent?.startsWith(tab))?.click();
  } else if (text !== undefined) {
    const input = document.querySelector('.search-box input');
    // As typed: React notes what is set on the element itself.
    if (input !== null) Reflect.set(HTMLInputElement.prototype, 'value', text, input);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
    input?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  } else document.querySelectorAll('.popover .choice input')[place]?.click();
  // The page is told in the same task, and is busy from then on.
  await Promise.resolve();
  if (document.querySelector('.grid.loading') === null) throw new Error('The choice was not taken.');
  while (document.querySelector('.grid.loading, .stage.loading') !== null) await frame();
  await frame();
  return performance.now() - from;
}

async function wholeList(frame) {
  await frame.page().keyboard.press('Escape');
  await frame.locator('[role=tab]').first().click();
  const clear = frame.getByRole('button', { name: 'Clear Filters' }).first();
  if ((await clear.count()) > 0) await clear.click();
  await frame.locator('.filter-line').waitFor({ state: 'detached' });
  await frame.locator('.grid.ready .row').first().waitFor();
}
