/** Reads what each test runner counted, and which tests want a look. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { resultsFolder } from '../setup/paths.mjs';

/**
 * A test that failed, or that passed only when it was repeated.
 * @typedef {{ title: string, outcome: 'failed' | 'flaky', error: string }} Trouble
 * @typedef {{ passed: number, failed: number, skipped: number, troubles: readonly Trouble[] }} Totals
 */

/** @type {Totals} */
export const noTotals = { passed: 0, failed: 0, skipped: 0, troubles: [] };

/** Of a layer that something kept from running. @param {string} title @param {string} [error] @returns {Totals} */
export function oneFailure(title, error = '') {
  return { ...noTotals, failed: 1, troubles: [{ title, outcome: 'failed', error }] };
}

/** @param {Totals} one @param {Totals} other @returns {Totals} */
export function added(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    troubles: [...one.troubles, ...other.troubles],
  };
}

/** @param {Totals} totals */
export function totalsText({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** How much of an error stands in the list at the end; all of it stands where the test ran. */
const shownErrorLines = 12;

/**
 * The list at the end of a run, so that nobody has to look for it in the output of an hour. Empty if all went well.
 * @param {readonly Trouble[]} troubles
 */
export function troublesText(troubles) {
  /** @param {Trouble['outcome']} outcome @param {string} heading */
  const list = (outcome, heading) => {
    const own = troubles.filter((trouble) => trouble.outcome === outcome);
    if (own.length === 0) return '';
    const items = own.map(({ title, error }) => {
      const lines = error.split('\n').filter((line) => !/^\s*$|^\s+at .*(node_modules|node:internal)/.test(line));
      return [`  ${title}`, ...lines.slice(0, shownErrorLines).map((line) => `      ${line}`)].join('\n');
    });
    return `\n${heading}\n${items.join('\n')}\n`;
  };
  return list('failed', 'Failed:') + list('flaky', 'Passed only when repeated, and wants a look:');
}

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
  const isThere = existsSync(file);
  const totals = isThere ? count(JSON.parse(readFileSync(file, 'utf8'))) : noTotals;
  const ranNothing = totals.passed + totals.failed === 0;
  if (totals.failed > 0 || (!ranNothing && exitCode === 0)) return totals;
  const layer = path.basename(file, '.json');
  const sentence = !ranNothing
    ? `The runner of ${layer} ended with exit code ${exitCode}.`
    : isThere
      ? `No test of ${layer} ran.`
      : `The runner of ${layer} left no results: no test ran.`;
  console.log(sentence);
  return added(totals, oneFailure(sentence));
}

/** Totals of Vitest's JSON reporter: a test that passed and has failure messages has passed when repeated. @param {string} file @param {number} exitCode */
export function vitestTotals(file, exitCode) {
  return readTotals(file, exitCode, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + (json.numTodoTests ?? 0),
    troubles: json.testResults.flatMap((/** @type {any} */ testFile) =>
      testFile.assertionResults.flatMap((/** @type {any} */ { fullName, status, failureMessages }) =>
        failureMessages.length === 0
          ? []
          : [
              {
                title: `${path.basename(testFile.name)} › ${fullName}`,
                outcome: status === 'passed' ? 'flaky' : 'failed',
                error: failureMessages[0],
              },
            ],
      ),
    ),
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
    return {
      passed: count('passed') + count('flaky'),
      failed: count('failed'),
      skipped: count('skipped'),
      troubles: results.flatMap((/** @type {any} */ { title, state, error }) =>
        state === 'failed' || state === 'flaky' ? [{ title, outcome: state, error: error ?? '' }] : [],
      ),
    };
  });
}

/**
 * Totals of Playwright's JSON reporter. A test that passed only when repeated has passed: a whole VS Code and a browser on
 * a busy machine meet time limits that are no promise of ours.
 * @param {string} file @param {number} exitCode
 */
export function playwrightTotals(file, exitCode) {
  return readTotals(file, exitCode, ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    troubles: suites.flatMap(playwrightTroubles),
  }));
}

/** @param {any} suite @returns {Trouble[]} */
function playwrightTroubles({ specs = [], suites = [] }) {
  const own = specs.flatMap((/** @type {any} */ { file, title, tests }) =>
    tests.flatMap((/** @type {any} */ { status, results }) =>
      status === 'expected' || status === 'skipped'
        ? []
        : [
            {
              title: `${file} › ${title}`,
              outcome: status === 'flaky' ? 'flaky' : 'failed',
              error: withoutColours(results[0]?.error?.message ?? ''),
            },
          ],
    ),
  );
  return [...own, ...suites.flatMap(playwrightTroubles)];
}

/** @param {string} text */
function withoutColours(text) {
  // oxlint-disable-next-line no-control-regex -- it is what is looked for
  return text.replaceAll(/\u001B\[\d+m/g, '');
}
