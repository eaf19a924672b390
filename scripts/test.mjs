/**
 * npm test [layer…] [-- what to hand to the layer's runner]
 * Installs what is missing, runs the layers (all of them by default), and ends with the tests that want a look and one
 * line of totals.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runningEngines } from '../test/host/engine.mjs';
import { runChecks } from './layers/checks.mjs';
import { buildProduct, packProduct } from './layers/product.mjs';
import { runEngine, runExtension, runUi, runUnit } from './layers/tests.mjs';
import { added, noTotals, oneFailure, totalsText, troublesText } from './layers/totals.mjs';
import { SetupError } from './setup/command.mjs';
import { findNode, withNode } from './setup/node.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { resultsFolder } from './setup/paths.mjs';
import { durationText, runScript } from './setup/progress.mjs';

/** @typedef {import('./layers/tests.mjs').LayerInput} LayerInput */
/** @typedef {import('./layers/totals.mjs').Totals} Totals */

/** In the order they run; the layers after `package` run what it built. @type {Record<string, (input: LayerInput) => Promise<Totals>>} */
const layers = {
  check: runChecks,
  unit: runUnit,
  package: runPackage,
  engine: runEngine,
  extension: runExtension,
  ui: runUi,
};
const builtFirst = new Set(['engine', 'extension', 'ui']);

/** @param {LayerInput} input @returns {Promise<Totals>} */
async function runPackage(input) {
  await buildProduct(input);
  console.log(`  ok     out/runlens.vsix, ${Math.round((await packProduct(input)) / 1000)} kB`);
  return { ...noTotals, passed: 1 };
}

/**
 * Runs one layer under its headline. What keeps it from running is its one failure.
 * @param {string} name @param {LayerInput} input @returns {Promise<Totals>}
 */
async function runLayer(name, input) {
  console.log(`\n── ${name} ──`);
  const started = Date.now();
  const totals = await layers[name](input).catch((error) => {
    const reason = error instanceof SetupError ? error.message : String(error?.stack ?? error);
    console.log(reason);
    return oneFailure(name, reason);
  });
  console.log(`── ${name}: ${totalsText(totals)} in ${durationText(Date.now() - started)}`);
  return totals;
}

/**
 * What to run: the layers that were named (with the build that they need) and the arguments for their runner.
 * @param {string[]} given
 */
function plan(given) {
  const others = given.findIndex((argument) => !(argument in layers));
  const named = others < 0 ? given : given.slice(0, others);
  const args = others < 0 ? [] : given.slice(others);
  if (args.length > 0 && named.length !== 1) {
    throw new SetupError(
      `"${args[0]}" is no layer. Layers: ${Object.keys(layers).join(', ')}. What follows a single layer goes to its runner.`,
    );
  }
  const wanted = new Set(named.length > 0 ? named : Object.keys(layers));
  if (named.some((name) => builtFirst.has(name))) wanted.add('package');
  return { names: Object.keys(layers).filter((name) => wanted.has(name)), args };
}

await runScript(async () => {
  const { names, args } = plan(process.argv.slice(2));
  await ensurePackages();
  mkdirSync(resultsFolder, { recursive: true });
  const node = await findNode();
  // A test that forgets to set a vault of its own must not find the user's.
  const vault = mkdtempSync(path.join(tmpdir(), 'runlens-test-'));
  const env = withNode(node, { RUNLENS_HOME: vault, RUNLENS_TEST_RUN: vault });
  const before = new Set((await runningEngines()).map(({ pid }) => pid));

  let sum = noTotals;
  let packaged = true;
  for (const name of names) {
    if (!packaged && builtFirst.has(name) && name !== 'engine') {
      console.log(`\n── ${name}: not run, as there is no package to run it on`);
      sum = added(sum, oneFailure(`${name} was not run, as there is no package`));
      continue;
    }
    const totals = await runLayer(name, { node, env, args: name === names.at(-1) ? args : [] });
    if (name === 'package') packaged = totals.failed === 0;
    sum = added(sum, totals);
  }

  const left = (await runningEngines(`RUNLENS_TEST_RUN=${vault}`)).filter(({ pid }) => !before.has(pid));
  for (const { pid, command } of left) {
    sum = added(sum, oneFailure(`An engine was left running: pid ${pid}, ${command}`));
  }
  if (left.length === 0) rmSync(vault, { recursive: true, force: true });

  console.log(`${troublesText(sum.troubles)}\n${totalsText(sum)}`);
  return sum.failed === 0 ? 0 : 1;
});
