/**
 * A vault with many runs for tests and benches that start a real engine or VS Code on it. What is in it: see
 * test/engine/seed/seedVault.ts. By hand:
 *   node test/host/seedVault.mjs <vault's folder> <number of runs> <workspace folder>…
 * In code, before the engine of that vault starts:
 *   const { workflowPaths, authors, newestRunId } = await seedVault({ home, workspaces: [folder], runs: 100_000, until: Date.now() });
 * Takes some 10 s for 100,000 runs. Needs a Node with SQLite (24).
 */
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..', '..');

/**
 * @param {import('../engine/seed/seedVault').SeedOptions} options
 * @returns {Promise<import('../engine/seed/seedVault').SeededVault>}
 */
export async function seedVault(options) {
  const folder = mkdtempSync(join(tmpdir(), 'runlens-seed-'));
  const outfile = join(folder, 'seed.cjs');
  try {
    await build({
      entryPoints: [join(root, 'test', 'engine', 'seed', 'seedVault.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      logLevel: 'error',
    });
    return await createRequire(import.meta.url)(outfile).seedVault(options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [home, runs, ...workspaces] = process.argv.slice(2);
  if (home === undefined || !(Number(runs) > 0) || workspaces.length === 0) {
    process.stderr.write("node test/host/seedVault.mjs <vault's folder> <number of runs> <workspace folder>…\n");
    process.exitCode = 2;
  } else {
    const paths = workspaces.map((workspace) => resolve(workspace));
    const seeded = await seedVault({ home: resolve(home), workspaces: paths, runs: Number(runs), until: Date.now() });
    process.stdout.write(`${JSON.stringify(seeded, null, 2)}\n`);
  }
}
