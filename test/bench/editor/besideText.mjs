/** Canvas and text side by side: from a key in the one until the other shows what it did. */
import { Worker } from 'node:worker_threads';
import { createMessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-jsonrpc/node';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import { median } from '../report.mjs';
import { frameWith, runCommand } from './workbench.mjs';

/** @typedef {import('@playwright/test').Page} Page @typedef {import('@playwright/test').Frame} Frame */

/** Opens a workflow of the workspace on the canvas, and its text beside it. @param {Page} page @param {string} fileName */
export async function openBoth(page, fileName) {
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget');
  await input.locator('input[type="text"]').fill(fileName);
  await input.locator('.monaco-list-row').filter({ hasText: fileName }).first().click();
  const frame = await frameWith(page, '.react-flow__node');
  await frame.locator('#canvas-keys').waitFor({ state: 'attached' });
  await runCommand(page, 'Runlens: Open as Text');
  await textOf(page).waitFor();
  return frame;
}

/** @param {Page} page */
const textOf = (page) => page.locator('.editor-instance .monaco-editor .view-lines');

/**
 * Milliseconds from a key in the text until the canvas has drawn what it wrote, for each of some tries.
 * @param {Page} page @param {Frame} frame @param {number} tries
 */
export async function keyToCanvas(page, frame, tries) {
  await textOf(page).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  const label = () => frame.locator('.canvas').getAttribute('aria-label');
  const all = [];
  for (let time = 0; time < tries; time += 1) {
    const before = await label();
    const pressed = await noteKeyDown(page.mainFrame());
    const shown = changeOf(frame, () => document.querySelector('.canvas')?.getAttribute('aria-label'), before);
    await page.keyboard.press('x');
    all.push((await shown) - (await pressed()));
  }
  return all;
}

/**
 * Milliseconds from Delete on the canvas until the text has lost the node, for each of some tries; each is undone.
 * @param {Page} page @param {Frame} frame @param {number} tries
 */
export async function canvasToText(page, frame, tries) {
  const nodes = () => frame.locator('.canvas').getAttribute('aria-label');
  const firstLines = () =>
    [...document.querySelectorAll('.editor-instance .view-lines .view-line')]
      .toSorted((one, other) => parseFloat(one.style.top) - parseFloat(other.style.top))
      .slice(0, 4)
      .map((line) => line.textContent)
      .join('\n');
  const all = [];
  for (let time = 0; time < tries; time += 1) {
    const [whole, before] = [await nodes(), await page.evaluate(firstLines)];
    await frame.locator('.canvas').focus();
    await page.keyboard.press('Home');
    await frame.locator('.react-flow__node:focus').waitFor();
    const pressed = await noteKeyDown(frame);
    const shown = changeOf(page.mainFrame(), firstLines, before);
    await page.keyboard.press('Delete');
    all.push((await shown) - (await pressed()));
    const back = changeOf(page.mainFrame(), firstLines, await page.evaluate(firstLines));
    await page.keyboard.press('Control+Z');
    await back;
    for (const until = Date.now() + 30_000; (await nodes()) !== whole && Date.now() < until;) {
      await page.waitForTimeout(20);
    }
  }
  return all;
}

/** Notes when the next key goes down in a frame; gives what reads it, in milliseconds since the epoch. @param {Frame} frame */
async function noteKeyDown(frame) {
  await frame.evaluate(() => {
    const note = () => Reflect.set(window, 'runlensKeyDown', performance.timeOrigin + performance.now());
    window.addEventListener('keydown', note, { capture: true, once: true });
  });
  return () => frame.evaluate(() => Number(Reflect.get(window, 'runlensKeyDown')));
}

/**
 * When what `read` gives in a frame is another than `before`, and on screen; in milliseconds since the epoch.
 * @param {Frame} frame @param {() => unknown} read @param {unknown} before
 */
function changeOf(frame, read, before) {
  const source = `new Promise((resolve) => {
    const read = ${read.toString()};
    const before = ${JSON.stringify(before)};
    const look = () => {
      if (read() === before) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
    };
    look();
  })`;
  return frame.evaluate(source);
}

/** Milliseconds that the parser's thread alone takes for a text, with nothing else in the way. @param {string} text */
export async function parseAlone(text) {
  const worker = new Worker(inRoot('dist', 'parser.js'));
  const connection = createMessageConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
  connection.listen();
  const entry = 'alone.workflow.yaml';
  const all = [];
  for (let time = 0; time < 7; time += 1) {
    const begun = performance.now();
    const source = { entry, files: { [entry]: `${text}# ${time}\n` } };
    await connection.sendRequest('parse/source', { handle: 'alone', source });
    all.push(performance.now() - begun);
  }
  connection.dispose();
  await worker.terminate();
  // The first ones warm it up, as typing does.
  return median(all.slice(2));
}
