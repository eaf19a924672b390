/** From the change of a node's status, as the engine recorded it, until the card shows it. */

/** @typedef {import('@playwright/test').Frame} Frame */

/** Begins to note when each card shows a status for the first time; gives a function that reads the notes. @param {Frame} frame */
export async function noteStatuses(frame) {
  await frame.evaluate(() => {
    /** @type {Record<string, number>} */
    const shown = {};
    const look = () => {
      requestAnimationFrame(look);
      for (const card of document.querySelectorAll('.react-flow__node .card')) {
        const status = /\b(running|succeeded)\b/.exec(card.className)?.[0];
        const key = `${card.closest('.react-flow__node')?.getAttribute('data-id')} ${status}`;
        if (status === undefined || key in shown) continue;
        shown[key] = Number.POSITIVE_INFINITY;
        // What this frame has is on screen when the next one begins.
        requestAnimationFrame(() => (shown[key] = performance.timeOrigin + performance.now()));
      }
    };
    Reflect.set(window, 'runlensShown', shown);
    requestAnimationFrame(look);
  });
  return () => frame.evaluate(() => /** @type {Record<string, number>} */ (Reflect.get(window, 'runlensShown')));
}

/**
 * Milliseconds from each recorded change to the screen; changes from before `since` (ms since the epoch) are left out.
 * @param {Record<string, number>} shown @param {readonly { id: string, startedAt: string | null, endedAt: string | null }[]} nodes
 * @param {number} since
 */
export function delays(shown, nodes, since) {
  return nodes
    .flatMap(({ id, startedAt, endedAt }) => [
      { changed: Date.parse(startedAt ?? ''), seen: shown[`${id} running`] },
      { changed: Date.parse(endedAt ?? ''), seen: shown[`${id} succeeded`] },
    ])
    .flatMap(({ changed, seen }) => (seen !== undefined && changed >= since ? [seen - changed] : []));
}
