/** What VS Code calls to run the suite in its extension host. */
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

interface TestResult {
  readonly title: string;
  /** `flaky`: passed only when it was repeated. */
  readonly state: 'passed' | 'flaky' | 'failed' | 'skipped';
  readonly milliseconds: number;
  readonly error: string | null;
}

/** Runs every bundled test file. Rejects if one fails; names and outcomes go to the file in RUNLENS_TEST_RESULTS. */
export async function run(): Promise<void> {
  const pattern = process.env['RUNLENS_TEST_PATTERN'];
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, retries: 1, ...(pattern ? { grep: pattern } : {}) });
  for (const file of readdirSync(__dirname, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  const results: TestResult[] = [];
  const record = (test: Mocha.Test, state: TestResult['state'], error: string | null): void => {
    results.push({ title: test.fullTitle(), state, milliseconds: test.duration ?? 0, error });
  };
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const firstErrors = new Map<string, string>();
    // Mocha says it of each try that is not the last; its types know nothing of it.
    runner.on('retry', (test: Mocha.Test, error: Error) => firstErrors.set(test.fullTitle(), textOf(error)));
    runner.on('pass', (test) => {
      const error = firstErrors.get(test.fullTitle()) ?? null;
      record(test, error === null ? 'passed' : 'flaky', error);
    });
    runner.on('fail', (test, error) => record(test, 'failed', textOf(error)));
    runner.on('pending', (test) => record(test, 'skipped', null));
  });
  const file = process.env['RUNLENS_TEST_RESULTS'];
  if (file) writeFileSync(file, JSON.stringify({ node: process.version, results }, null, 2));
  if (failures > 0) throw new Error(`${failures} of ${results.length} tests failed`);
}

function textOf(error: Error): string {
  return error.stack ?? String(error);
}
