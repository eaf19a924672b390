/**
 * What it takes to find runs among 100,000 and 1,000,000: a page of 100 and the counts under each filter, what can be
 * filtered by, and one run. Each value is the median of many; `longest` is the longest time in which nobody else had a turn.
 * RUNLENS_BENCH_RUNS=100000 measures one size alone: a million runs take minutes to make.
 */
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedVault } from '../host/seedVault.mjs';
import { report } from './report.mjs';
import { questions } from './store/questions.mjs';
import { measured, worked } from './store/measured.mjs';

const sizes = (process.env.RUNLENS_BENCH_RUNS ?? '100000,1000000').split(',').map(Number);
const folder = mkdtempSync(join(tmpdir(), 'runlens-bench-'));

/** Today's store, from the engine's sources. */
async function storeParts() {
  const outfile = join(folder, 'parts.cjs');
  const contents = `
    export { Store } from './src/engine/store/store';
    export { pageOfRuns } from './src/engine/store/listing/pages';
    export { countsOfRuns } from './src/engine/store/listing/counts';
    export { facetsOf } from './src/engine/store/facets';
    export { historyOf } from './src/engine/store/history';
    export { detailsOfRun } from './src/engine/run/findRun';
    export { everyRun } from './src/model/run/query';
  `;
  const stdin = { contents, resolveDir: process.cwd() };
  await build({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
  return createRequire(import.meta.url)(outfile);
}

try {
  const parts = await storeParts();
  for (const runs of sizes) {
    const home = join(folder, String(runs));
    const until = Date.parse('2026-11-01T00:00:00Z');
    const workspaces = ['one', 'two'].map((name) => join(folder, name));
    const { workflowPaths, authors, newestRunId } = await seedVault({ home, workspaces, runs, until });
    const store = parts.Store.open(join(home, 'runs.db'), '999.0.0');
    const name = (what) => `store/${runs}/${what}`;
    const asked = questions({ workflowPath: workflowPaths[0], folder: workspaces[0], author: authors[0], until });
    for (const [what, { pageLimit, countLimit, ...values }] of Object.entries(asked)) {
      const filter = { ...parts.everyRun, ...values };
      const page = measured(() =>
        worked(parts.pageOfRuns(store, { filter, order: 'newest', limit: 100, after: null })),
      );
      report({ bench: name(`page/${what}`), ...page.facts, limit: pageLimit, runs: page.result.runs.length });
      const counts = measured(() => worked(parts.countsOfRuns(store, filter)));
      const count = counts.result.counts.reduce((sum, entry) => sum + entry.count, 0);
      report({ bench: name(`counts/${what}`), ...counts.facts, limit: countLimit, count });
    }
    const facets = measured(() => ({ result: parts.facetsOf(store, null) }));
    report({ bench: name('facets'), ...facets.facts });
    const open = measured(() => ({ result: parts.detailsOfRun(store, newestRunId) }));
    report({ bench: name('open'), ...open.facts, limit: 5 });
    const question = { workflowPath: workflowPaths[0], limit: 50, upTo: null };
    const history = measured(() => worked(parts.historyOf(store, question)));
    report({ bench: name('history'), ...history.facts, limit: 50, runs: history.result.runs.length });
    store.close();
    rmSync(home, { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
