/** Times between frames while somebody scrolls through the list as fast as a wheel goes. */
import { framesDuring } from '../editor/frames.mjs';

const span = 3000;
/** Ten rows a turn. */
const turn = 280;

/**
 * Scrolls down, reading page after page.
 * @param {import('@playwright/test').Frame} frame
 * @returns {Promise<{ frames: number[], domRows: number, rowsPassed: number }>} frames in milliseconds, and the most rows
 *   that were in the page at once
 */
export async function scrolled(frame) {
  const { mouse } = frame.page();
  const grid = frame.locator('.grid');
  await grid.hover();
  await grid.evaluate((element) => {
    Reflect.set(window, 'runlensRows', 0);
    const count = () => {
      const most = Math.max(Number(Reflect.get(window, 'runlensRows')), element.querySelectorAll('.row').length);
      Reflect.set(window, 'runlensRows', most);
    };
    new MutationObserver(count).observe(element, { subtree: true, childList: true });
  });
  const frames = await framesDuring(frame, async () => {
    for (const from = Date.now(); Date.now() - from < span;) await mouse.wheel(0, turn);
  });
  const domRows = await frame.evaluate(() => Number(Reflect.get(window, 'runlensRows')));
  const rowsPassed = await grid.evaluate((element) => Math.round(element.scrollTop / 28));
  return { frames, domRows, rowsPassed };
}
