/** The first rows of a tree: the extension's own code for them, with a real engine, in a process of its own. */
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from '../../../scripts/setup/paths.mjs';

/**
 * Reads the groups of a vault's tree and the rows of its largest one, so often; the engine runs already.
 * @param {string} home the vault's RUNLENS_HOME @param {number} tries
 * @returns {Promise<{ times: number[], sent: number }>} milliseconds, and the most runs that were sent for it
 */
export async function firstTreeRows(home, tries) {
  const outfile = path.join(home, '..', 'tree.cjs');
  const contents = `
    export { EngineConnection } from './src/extension/engineConnection';
    export { RunListing } from './src/extension/runTree/runListing';
    export { everyRun } from './src/model/run/query';
    export { listRuns } from './src/protocol/engine';
  `;
  await build({
    stdin: { contents, resolveDir: inRoot() },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    alias: { vscode: inRoot('test', 'bench', 'runList', 'vscodeEvents.mjs') },
    outfile,
    logLevel: 'error',
  });
  const { EngineConnection, RunListing, everyRun, listRuns } = createRequire(import.meta.url)(outfile);
  const log = { info() {}, warn: console.error, error: console.error, debug() {}, trace() {} };
  let sent = 0;
  class CountingConnection extends EngineConnection {
    async send(request, ...parameters) {
      const result = await super.send(request, ...parameters);
      if (request === listRuns) sent += result.runs.length;
      return result;
    }
  }
  const engine = { engineFile: inRoot('dist', 'engine.js'), clientVersion: '0.1.0', home };
  const connection = new CountingConnection(engine, log);
  const times = [];
  let mostSent = 0;
  for (let time = 0; time <= tries; time += 1) {
    sent = 0;
    const listing = new RunListing(connection, log);
    listing.setFilter(everyRun);
    const from = performance.now();
    await listing.load();
    const group = await listing.open('Completed');
    // The first one starts the engine.
    if (time > 0) times.push(performance.now() - from);
    if (!group?.rows?.length) throw new Error('The tree has no rows.');
    mostSent = Math.max(mostSent, sent);
    listing.dispose();
  }
  connection.dispose();
  rmSync(outfile);
  return { times, sent: mostSent };
}
