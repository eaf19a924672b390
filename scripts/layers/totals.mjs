/** Reads what each test runner counted. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { resultsFolder } from '../setup/paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** A new name for results, with what an earlier run left there gone. @param {string} layer */
export function resultsFile(layer) {
  const file = path.join(resultsFolder, `${layer}.json`);
  rmSync(file, { force: true });
  return file;
}

/**
 * @param {string} file
 * @param {number} exitCode of the runner
 * @param {(json: any) => Totals} count
 * @returns {Totals} with at least one failure if the runner failed, or ran nothing
 */
function readTotals(file, exitCode, count) {
  const totals = existsSync(file)
    ? count(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  const ranNothing = totals.passed + totals.failed === 0;
  if (ranNothing) console.log(existsSync(file) ? 'No test ran.' : 'The runner left no results: no test ran.');
  return totals.failed === 0 && (ranNothing || exitCode !== 0) ? { ...totals, failed: 1 } : totals;
}

/** Totals of Vitest's JSON reporter. @param {string} file @param {number} exitCode */
export function vitestTotals(file, exitCode) {
  return readTotals(file, exitCode, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + (json.numTodoTests ?? 0),
  }));
}

/** Totals of the extension-host suite, after naming what failed in it. @param {string} file @param {number} exitCode */
export function suiteTotals(file, exitCode) {
  return readTotals(file, exitCode, ({ results }) => {
    for (const { title, state, milliseconds, error } of results) {
      console.log(`  ${state === 'passed' ? 'ok    ' : state.toUpperCase()} ${title} (${milliseconds} ms)`);
      if (error) console.log(error.replaceAll(/^/gm, '         '));
    }
    /** @param {string} wanted */
    const count = (wanted) => results.filter((/** @type {{ state: string }} */ { state }) => state === wanted).length;
    return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
  });
}

/**
 * Totals of Playwright's JSON reporter. A test that passed only when repeated (its list says "flaky") has passed: a whole
 * VS Code and a browser on a busy machine meet time limits that are no promise of ours.
 * @param {string} file @param {number} exitCode
 */
export function playwrightTotals(file, exitCode) {
  return readTotals(file, exitCode, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}
