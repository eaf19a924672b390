/** Sees to it that the engine's tests run today's engine and command line. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { mustRun } from './command.mjs';
import { findNode } from './node.mjs';
import { inRoot } from './paths.mjs';

const sources = ['model', 'protocol', 'engine', 'cli'].map((part) => inRoot('src', part));
const products = ['engine', 'cli'];

/** @param {string} folder @returns {number} when the newest file in it was changed, in ms; 0 if there is none */
function newest(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs));
}

/** Builds dist/engine.js and dist/cli.js if a source is newer. Vitest calls it once before the engine's tests. */
export async function setup() {
  const changed = Math.max(...sources.map(newest));
  const fresh = products.every((name) => {
    const product = statSync(inRoot('dist', `${name}.js`), { throwIfNoEntry: false });
    return product !== undefined && product.mtimeMs >= changed;
  });
  if (!fresh) await mustRun('Building the engine', await findNode(), [inRoot('esbuild.mjs'), ...products]);
}
