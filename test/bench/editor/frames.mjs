/** Times between frames of an editor while somebody pans or zooms, or while statuses stream in. */

/** @typedef {import('@playwright/test').Frame} Frame */

const span = 3000;

/**
 * Milliseconds from frame to frame while something goes on.
 * @param {Frame} frame @param {() => Promise<void>} action
 * @returns {Promise<number[]>}
 */
export async function framesDuring(frame, action) {
  await frame.evaluate(() => {
    const times = [performance.now()];
    const tick = (time) => {
      if (Reflect.get(window, 'runlensFrames') !== times) return;
      times.push(time);
      requestAnimationFrame(tick);
    };
    Reflect.set(window, 'runlensFrames', times);
    requestAnimationFrame(tick);
  });
  await action();
  const times = await frame.evaluate(() => {
    const noted = Reflect.get(window, 'runlensFrames');
    Reflect.set(window, 'runlensFrames', null);
    return noted;
  });
  return times.slice(2).map((time, index) => time - times[index + 1]);
}

/** What this machine gives a page in which nothing happens. @param {Frame} frame */
export function idleFrames(frame) {
  return framesDuring(frame, () => frame.page().waitForTimeout(span));
}

/** Drags the canvas with the mouse, to and fro. @param {Frame} frame */
export async function panFrames(frame) {
  const { mouse } = frame.page();
  const { x, y } = await emptySpot(frame);
  return framesDuring(frame, async () => {
    await mouse.move(x, y);
    await mouse.down();
    const from = Date.now();
    for (let step = 1; Date.now() - from < span; step += 1) {
      await mouse.move(x + 250 * Math.sin(step / 20), y + 250 * Math.sin(step / 31));
    }
    await mouse.up();
  });
}

/** Zooms out and in with the wheel. @param {Frame} frame */
export async function zoomFrames(frame) {
  const { mouse } = frame.page();
  const { x, y } = await emptySpot(frame);
  return framesDuring(frame, async () => {
    await mouse.move(x, y);
    const from = Date.now();
    for (let step = 0; Date.now() - from < span; step += 1) await mouse.wheel(0, step % 40 < 20 ? 30 : -30);
  });
}

/**
 * Streams statuses into the page with the host's own message, so many each frame, all over the canvas.
 * @param {Frame} frame @param {readonly object[]} nodeRuns of the loaded run, whole @param {number} perFrame
 */
export async function updateFrames(frame, nodeRuns, perFrame) {
  const send = ({ nodeRuns: all, perFrame: count, span: ms }) =>
    new Promise((resolve) => {
      const from = performance.now();
      let next = 0;
      const tick = () => {
        const changed = Array.from({ length: count }, () => {
          next += 1;
          const run = all[(next * 7919) % all.length];
          return { ...run, status: next % 2 === 0 ? 'running' : 'succeeded', attempt: next };
        });
        window.postMessage({ jsonrpc: '2.0', method: 'editor/nodeRuns', params: changed }, window.origin);
        if (performance.now() - from < ms) requestAnimationFrame(tick);
        else resolve(undefined);
      };
      requestAnimationFrame(tick);
    });
  return framesDuring(frame, () => frame.evaluate(send, { nodeRuns, perFrame, span }));
}

/** A place of the canvas, on the page, where no node is. @param {Frame} frame */
async function emptySpot(frame) {
  const box = await frame.locator('.react-flow__pane').boundingBox();
  const spots = Array.from({ length: 400 }, (_, index) => ({
    x: 60 + (index % 20) * 40,
    y: 60 + Math.floor(index / 20) * 30,
  }));
  const free = await frame.evaluate(
    (all) =>
      all.find(({ x, y }) => {
        const pane = document.querySelector('.react-flow__pane')?.getBoundingClientRect();
        return document
          .elementFromPoint(x + (pane?.x ?? 0), y + (pane?.y ?? 0))
          ?.classList.contains('react-flow__pane');
      }),
    spots,
  );
  if (!box || !free) throw new Error('The canvas has no empty spot.');
  return { x: box.x + free.x, y: box.y + free.y };
}
