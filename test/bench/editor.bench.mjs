/**
 * What people wait for in the editor, in a real workbench with the packaged extension, on runs that really ran: from a click on
 * a run's row to its overlay, frames while panning, zooming and while statuses stream in, from a node's change to its pixel,
 * activation, memory. Every figure says how busy the machine was; by `stretch` it can be compared with an idle one.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packProduct } from '../../scripts/layers/product.mjs';
import { findNode, withNode } from '../../scripts/setup/node.mjs';
import { stopEngine } from '../host/engine.mjs';
import { canvasToText, keyToCanvas, openBoth, parseAlone } from './editor/besideText.mjs';
import { activation } from './editor/activation.mjs';
import { idleFrames, panFrames, updateFrames, zoomFrames } from './editor/frames.mjs';
import { chainedWorkflow, layeredWorkflow, writeWorkspace } from './editor/layeredWorkflow.mjs';
import { machineNow } from './editor/machine.mjs';
import { loadIntoOpen, openClosed, openRun, runRow } from './editor/opening.mjs';
import { delays, noteStatuses } from './editor/statusToPixel.mjs';
import { commandLine } from './editor/vault.mjs';
import { watchFrame } from './editor/watch.mjs';
import { extensionHostMemory, frameWith, openWorkbench, runCommand } from './editor/workbench.mjs';
import { median, report } from './report.mjs';

const tries = 5;
/** Milliseconds from the click to the overlay, by number of nodes. */
const openingLimits = { 200: 500, 1000: 1000, 5000: 2000 };
const framesNodeCount = 2000;
const updatesPerFrame = 20;
/** A frame at 60 a second, in milliseconds, and the tenth of one by which a browser's clock is off. */
const frameLimit = 16.8;
const statusLimit = 100;
const activateLimit = 50;
const sideBySideCount = 1000;
/** An edit may take as long as the text takes to be read twice, and so many milliseconds for pauses, frames and wires. */
const sideBySideParses = 2;
const sideBySideRest = 200;

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'rl-')));
const home = path.join(folder, 'home');
const workspace = path.join(folder, 'workspace');
const runlens = commandLine(home);
const nameOf = (nodeCount) => `Layers of ${nodeCount}`;
const fileOf = (nodeCount) => path.join(workspace, `layers-${nodeCount}.workflow.yaml`);
const sizes = [...Object.keys(openingLimits).map(Number), framesNodeCount];
const rounded = (values) => values.map((value) => Number(value.toFixed(1)));

writeWorkspace(workspace, {
  ...Object.fromEntries(sizes.map((count) => [path.basename(fileOf(count)), layeredWorkflow(nameOf(count), count)])),
  'chain.workflow.yaml': chainedWorkflow('Chain', 20),
});
const node = await findNode();
await packProduct({ node, env: withNode(node) });
for (const count of sizes) {
  console.error(`editor: running ${count} nodes…`);
  const { status, message } = runlens('run', fileOf(count));
  if (status !== 'Completed') throw new Error(`The run of ${count} nodes ended as ${status}: ${message}`);
}

const workbench = await openWorkbench({ folder: path.join(folder, 'vscode'), home, workspace, watch: watchFrame });
const { page } = workbench;
try {
  await showRuns();
  for (const [count, limit] of Object.entries(openingLimits)) {
    const name = nameOf(Number(count));
    await reportOpenings(`editor/click-to-overlay-${count}`, limit, () => loadIntoOpen(page, name, tries));
    await runCommand(page, 'View: Close All Editors');
    await reportOpenings(`editor/click-to-overlay-${count}/closed`, limit, () => openClosed(page, name, tries));
  }
  await reportFrames();
  await runCommand(page, 'View: Close All Editors');
  await reportStatusToPixel();
  await runCommand(page, 'View: Close All Editors');
  await reportSideBySide();
  report({
    bench: 'editor/extension-host-memory',
    value: Math.round(extensionHostMemory(workbench.server.pid)),
    unit: 'MB',
  });
  await reportActivation();
} finally {
  await workbench.close();
  const problem = await stopEngine(home);
  if (problem) console.error(problem);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function showRuns() {
  await page.locator('.activitybar a.action-label[aria-label^="Runlens"]').click();
  await runRow(page, nameOf(framesNodeCount)).waitFor({ timeout: 60_000 });
}

async function reportOpenings(bench, limit, open) {
  const openings = await open();
  const all = openings.map(({ ms }) => ms);
  const domNodes = Math.max(...openings.map((opening) => opening.domNodes));
  report({ bench, value: median(all), unit: 'ms', limit, tries: all, domNodes, ...machineNow() });
}

async function reportFrames() {
  await openRun(page, nameOf(framesNodeCount));
  const frame = await frameWith(page, '.react-flow__node');
  const run = runlens('runs').find(({ name }) => name.startsWith(nameOf(framesNodeCount)));
  const nodeRuns = runlens('show', run.id).nodes.map((nodeRun) => ({
    message: null,
    inputFiles: [],
    reusedFrom: null,
    ...nodeRun,
  }));
  const idle = median(await idleFrames(frame));
  const measures = {
    pan: () => panFrames(frame),
    zoom: () => zoomFrames(frame),
    [`${updatesPerFrame}-updates`]: () => updateFrames(frame, nodeRuns, updatesPerFrame),
  };
  for (const [name, measure] of Object.entries(measures)) {
    const times = await measure();
    const [value, idleFrame] = rounded([median(times), idle]);
    const p95 = Number(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]?.toFixed(1));
    const bench = `editor/frame-${framesNodeCount}/${name}`;
    report({ bench, value, unit: 'ms', limit: frameLimit, idleFrame, p95, frames: times.length, ...machineNow() });
  }
  const heap = await frame.evaluate(() => performance.memory.usedJSHeapSize / 1e6);
  report({ bench: `editor/page-memory-${framesNodeCount}`, value: Math.round(heap), unit: 'MB' });
}

async function reportStatusToPixel() {
  const { id } = runlens('run', path.join(workspace, 'chain.workflow.yaml'), '--detach');
  await runRow(page, 'Chain').click({ position: { x: 60, y: 10 } });
  const frame = await frameWith(page, '.react-flow__node');
  await frame.getByRole('button', { name: 'Fit All Nodes' }).click();
  const read = await noteStatuses(frame);
  const since = Date.now() + statusLimit;
  await frame.locator('.pill', { hasText: 'Viewing run' }).waitFor({ timeout: 60_000 });
  const all = delays(await read(), runlens('show', id).nodes, since);
  const [value, most] = rounded([median(all), Math.max(...all)]);
  report({
    bench: 'editor/status-to-pixel',
    value,
    unit: 'ms',
    limit: statusLimit,
    most,
    changes: all.length,
    ...machineNow(),
  });
}

async function reportSideBySide() {
  const peer = await parseAlone(layeredWorkflow(nameOf(sideBySideCount), sideBySideCount));
  const frame = await openBoth(page, path.basename(fileOf(sideBySideCount)));
  const measures = { 'key-to-canvas': keyToCanvas, 'canvas-to-text': canvasToText };
  for (const [name, measure] of Object.entries(measures)) {
    const all = await measure(page, frame, tries);
    const [value, parse, limit] = rounded([median(all), peer, sideBySideParses * peer + sideBySideRest]);
    const bench = `editor/${name}-${sideBySideCount}`;
    report({ bench, value, unit: 'ms', limit, parse, tries: rounded(all), ...machineNow() });
  }
}

async function reportActivation() {
  const all = [];
  for (let time = 0; time < 3; time += 1) {
    await page.reload();
    await showRuns();
    all.push(await activation(page));
    await runCommand(page, 'View: Close All Editors');
  }
  const loadCode = median(all.map((one) => one.loadCode));
  const value = median(all.map((one) => one.activate));
  report({ bench: 'editor/activate', value, unit: 'ms', limit: activateLimit, loadCode, ...machineNow() });
}
