/** The layers that run something: each runs its tests to the end and gives its totals. */
import { ensureChromium } from '../setup/chromium.mjs';
import { runCommand } from '../setup/command.mjs';
import { ensureVSCode } from '../setup/packages.mjs';
import { inRoot } from '../setup/paths.mjs';
import { oneFailure, playwrightTotals, resultsFile, suiteTotals, vitestTotals } from './totals.mjs';

/**
 * @typedef {object} LayerInput
 * @property {string} node path of Node 24
 * @property {NodeJS.ProcessEnv} env
 * @property {readonly string[]} args what the person added for the runner: files, patterns
 *
 * @typedef {import('./totals.mjs').Totals} Totals
 */

/** @param {'unit' | 'engine'} project @param {LayerInput} input @returns {Promise<Totals>} */
async function runVitest(project, { node, env, args }) {
  const file = resultsFile(project);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');
  return vitestTotals(
    file,
    await runCommand(node, [vitest, 'run', '--project', project, ...reporters, ...args], { env }),
  );
}

/** Vitest: the model, the webviews' model and the house itself. @param {LayerInput} input */
export const runUnit = (input) => runVitest('unit', input);

/** Vitest: the engine and the command line as real processes. @param {LayerInput} input */
export const runEngine = (input) => runVitest('engine', input);

/** Mocha in the extension host. @param {LayerInput} input @returns {Promise<Totals>} */
export async function runExtension({ node, env, args }) {
  if (!env.VSCODE_EXECUTABLE) {
    await ensureVSCode();
    env = { ...env, VSCODE_EXECUTABLE: inRoot('test', 'host', 'code.mjs'), CHROMIUM: await ensureChromium() };
  }
  const file = resultsFile('extension');
  const bundled = await runCommand(node, [inRoot('esbuild.mjs'), 'suite'], { env });
  if (bundled !== 0) return oneFailure('The extension-host suite could not be bundled.');
  const run = [inRoot('test', 'extension', 'run.mjs'), ...args];
  return suiteTotals(file, await runCommand(node, run, { env: { ...env, RUNLENS_TEST_RESULTS: file } }));
}

/** Playwright: the packaged extension in the workbench. @param {LayerInput} input @returns {Promise<Totals>} */
export async function runUi({ node, env, args }) {
  await ensureVSCode();
  const file = resultsFile('ui');
  const playwright = inRoot('node_modules', '@playwright', 'test', 'cli.js');
  const code = await runCommand(node, [playwright, 'test', ...args], {
    env: { ...env, CHROMIUM: await ensureChromium(), RUNLENS_UI_RESULTS: file },
  });
  return playwrightTotals(file, code);
}
