/**
 * What the engine costs a node: 1,000 no-op nodes in 10 layers of 100, 2 at a time, beside a bare Node loop that spawns
 * the engine's own wrapper with the same folder and files, and beside what others do with as many no-ops.
 */
import { build } from 'esbuild';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bareLoop } from './engine/bareLoop.mjs';
import { startEngineRounds } from './engine/engineRounds.mjs';
import { peers } from './engine/peers.mjs';
import { median, report } from './report.mjs';

const rounds = 3;
const budget = 1.2;
const atOnce = 2;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'runlens-bench-')));

/** Today's wrapper and client, from the engine's sources. */
async function engineParts() {
  const outfile = join(folder, 'parts.cjs');
  const contents = `
    export { wrapperCommand } from './src/engine/fleets/local/wrapper';
    export { commandFile, shellCommand } from './src/engine/fleets/local/shells';
    export { attemptFolder, attemptParts } from './src/engine/fleets/attemptFolder';
    export { connectToEngine, nodeEnvironment } from './src/engine/client/client';
    export { startRun, stopEngine } from './src/protocol/engine';
    export { isActive } from './src/model/run/status';
  `;
  const stdin = { contents, resolveDir: process.cwd() };
  await build({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
  return createRequire(import.meta.url)(outfile);
}

// Read by the engine that is started here; by default it takes as many nodes at once as there are cores.
process.env.RUNLENS_PARALLEL = String(atOnce);
const parts = await engineParts();
const engine = await startEngineRounds(parts, resolve('dist/engine.js'), folder);
try {
  const bare = [];
  const runs = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await bareLoop(parts, join(folder, `bare-${round}`), atOnce));
    runs.push(await engine.round());
  }
  const peer = median(bare);
  const value = median(runs.map(({ duration }) => duration));
  report({
    bench: 'engine/noop-1000',
    value,
    unit: 's',
    limit: Number((budget * peer).toFixed(3)),
    ratio: Number((value / peer).toFixed(2)),
    bareLoop: peer,
    fromRequest: median(runs.map(({ fromRequest }) => fromRequest)),
    rounds: { engine: runs.map(({ duration }) => duration), bareLoop: bare },
  });
  for (const { name, measure } of peers(join(folder, 'peers'), atOnce)) {
    const seconds = measure();
    if (seconds === null) {
      console.error(`engine/noop-1000: ${name} is not installed here.`);
      continue;
    }
    const engineToPeer = Number((value / seconds).toFixed(2));
    report({ bench: `engine/noop-1000/${name}`, value: seconds, unit: 's', engineToPeer });
  }
} finally {
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
}
