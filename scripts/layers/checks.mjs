/** Everything that can be said about the code without running it. */
import { captureCommand } from '../setup/command.mjs';
import { inRoot } from '../setup/paths.mjs';
import { durationText } from '../setup/progress.mjs';
import { added, noTotals, oneFailure } from './totals.mjs';

/** @param {...string} parts */
const packaged = (...parts) => inRoot('node_modules', ...parts);
const tsc = packaged('typescript', 'bin', 'tsc');

/** Name of each check and the Node arguments that run it. @type {Record<string, string[]>} */
const checks = {
  'types: engine, command line, extension': [tsc, '-p', '.'],
  'types: webviews': [tsc, '-p', 'src/webview'],
  'types: UI tests': [tsc, '-p', 'test/ui'],
  'types: scripts': [tsc, '-p', 'scripts'],
  lint: [packaged('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings'],
  format: [packaged('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  arrows: [inRoot('scripts', 'arrows.mjs')],
  'dead code': [packaged('knip', 'bin', 'knip.js'), '--no-progress'],
};

/**
 * Runs every check, one after the other; what a failing one said is printed.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} tools
 * @returns {Promise<import('./totals.mjs').Totals>} one test for each check
 */
export async function runChecks({ node, env }) {
  let totals = noTotals;
  for (const [name, args] of Object.entries(checks)) {
    const started = Date.now();
    const { code, output } = await captureCommand(node, args, { env });
    console.log(`${code === 0 ? '  ok    ' : '  FAILED'} ${name} (${durationText(Date.now() - started)})`);
    if (code !== 0) console.log(output.trimEnd());
    totals = added(totals, code === 0 ? { ...noTotals, passed: 1 } : oneFailure(name, output));
  }
  return totals;
}
