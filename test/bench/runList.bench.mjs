/**
 * What people wait for with 100,000 runs: the first rows of a tree, in the extension host's own code; and of the list page, in
 * a real workbench with the packaged extension, its first rows, frames while it is scrolled fast, and the rows of each filter.
 * Every figure of the page says how busy the machine was; by `stretch` it can be compared with an idle one.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packProduct } from '../../scripts/layers/product.mjs';
import { findNode, withNode } from '../../scripts/setup/node.mjs';
import { stopEngine } from '../host/engine.mjs';
import { seedVault } from '../host/seedVault.mjs';
import { idleFrames } from './editor/frames.mjs';
import { machineNow } from './editor/machine.mjs';
import { openWorkbench } from './editor/workbench.mjs';
import { median, report } from './report.mjs';
import { choices, firstRows } from './runList/choices.mjs';
import { openedPages } from './runList/opened.mjs';
import { scrolled } from './runList/scrolled.mjs';
import { firstTreeRows } from './runList/treeRows.mjs';
import { watchRows } from './runList/watch.mjs';

const tries = 5;
const runs = 100_000;
/** Milliseconds until the first rows of a tree, and how many runs it may be sent for them. */
const treeLimit = 100;
const mostSent = 200;
/** Milliseconds. A page is a document of its own, which VS Code has to make first: as long as a run of 1000 nodes may take. */
const pageLimit = 1000;
/** Twice that of a tree: the page asks through two processes more, and the rows have to be drawn. */
const choiceLimit = 2 * treeLimit;
/** A frame at 60 a second, in milliseconds, and the tenth of one by which a browser's clock is off. */
const frameLimit = 16.8;
const mostRows = 60;
const rounded = (value) => Number(value.toFixed(1));

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'rl-')));
const home = path.join(folder, 'home');
const workspaces = ['one', 'two'].map((name) => path.join(folder, name));
for (const workspace of workspaces) mkdirSync(workspace);
const node = await findNode();
await packProduct({ node, env: withNode(node) });
console.error(`runList: making ${runs} runs…`);
await seedVault({ home, workspaces, runs, until: Date.now() });
try {
  await reportTree();
  await reportPage();
} finally {
  const problem = await stopEngine(home);
  if (problem) console.error(problem);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function reportTree() {
  const { times, sent } = await firstTreeRows(home, tries);
  const all = times.map(rounded);
  report({ bench: 'tree/first-rows', value: median(all), unit: 'ms', limit: treeLimit, tries: all, ...machineNow() });
  report({ bench: 'tree/runs-sent', value: sent, unit: 'runs', limit: mostSent });
}

async function reportPage() {
  const workbench = await openWorkbench({
    folder: path.join(folder, 'vscode'),
    home,
    workspace: workspaces[0],
    watch: watchRows,
  });
  try {
    const { frame, times } = await openedPages(workbench.page, tries);
    const value = median(times);
    report({ bench: 'list/open-to-rows', value, unit: 'ms', limit: pageLimit, tries: times, ...machineNow() });
    await reportScrolling(frame);
    for (const [name, choice] of Object.entries(choices)) {
      const all = (await firstRows(frame, choice, tries)).map(rounded);
      const bench = `list/filter/${name}`;
      report({ bench, value: median(all), unit: 'ms', limit: choiceLimit, tries: all, ...machineNow() });
    }
  } finally {
    await workbench.close();
  }
}

async function reportScrolling(frame) {
  const idleFrame = rounded(median(await idleFrames(frame)));
  const { frames, domRows, rowsPassed } = await scrolled(frame);
  const p95 = rounded(frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)]);
  const value = rounded(median(frames));
  const bench = 'list/frame-scrolling';
  report({ bench, value, unit: 'ms', limit: frameLimit, idleFrame, p95, rowsPassed, ...machineNow() });
  report({ bench: 'list/dom-rows', value: domRows, unit: 'rows', limit: mostRows });
}
