/**
 * npm run bench [name…]: runs the files test/bench/<name>.bench.mjs or .bench.ts one after the other (all of them by default)
 * with Node 24, on a fresh build. Each prints JSON lines on stdout, and whatever it likes on stderr:
 *   {"bench": "engine/noop-1000", "value": 4.2, "unit": "s", "limit": 5, "ratio": 1.1, …}
 * `value` in `unit`; `limit` when there is a budget; further members are free. The exit code is 1 if a bench fails or a value
 * is over its limit.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { buildProduct } from './layers/product.mjs';
import { SetupError } from './setup/command.mjs';
import { findNode, withNode } from './setup/node.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { inRoot, root } from './setup/paths.mjs';
import { runScript } from './setup/progress.mjs';

const ending = /\.bench\.(mjs|ts)$/;

/** @param {string} line @returns {{ bench: string, value: number, limit?: number } | null} null if it is no result */
function parseResult(line) {
  try {
    const result = JSON.parse(line);
    return typeof result?.bench === 'string' && typeof result.value === 'number' ? result : null;
  } catch {
    return null;
  }
}

/**
 * Runs one file, handing on its results as they come.
 * @param {string} file @param {string} node
 * @returns {Promise<boolean>} whether it ended well, gave a result, and every result is within its limit
 */
async function runBench(file, node) {
  const child = spawn(node, ['--no-warnings', file], {
    cwd: root,
    env: withNode(node),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let results = 0;
  let good = true;
  for await (const line of createInterface({ input: child.stdout })) {
    const result = parseResult(line);
    if (!result) {
      console.error(`${file} printed what is no result: ${line}`);
      good = false;
      continue;
    }
    console.log(line);
    results += 1;
    if (result.limit !== undefined && result.value > result.limit) {
      console.error(`${result.bench} is over its limit: ${result.value} > ${result.limit}`);
      good = false;
    }
  }
  const code = await ended;
  if (code !== 0) console.error(`${file} ended with exit code ${code}.`);
  return good && results > 0 && code === 0;
}

await runScript(async () => {
  await ensurePackages();
  const names = process.argv.slice(2);
  const files = readdirSync(inRoot('test', 'bench'))
    .filter((file) => ending.test(file))
    .sort();
  const wanted = names.length === 0 ? files : files.filter((file) => names.includes(file.replace(ending, '')));
  if (wanted.length === 0) {
    throw new SetupError(`There is no such bench. Known: ${files.map((file) => file.replace(ending, '')).join(', ')}.`);
  }
  const node = await findNode();
  await buildProduct({ node, env: withNode(node) });
  let good = true;
  for (const file of wanted) good = (await runBench(inRoot('test', 'bench', file), node)) && good;
  return good ? 0 : 1;
});
