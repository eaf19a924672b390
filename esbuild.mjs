// Builds dist/: the extension, the engine, the command line, the workflow parser's worker and the webviews; on request,
// also the Mocha suite into out/.
//   node esbuild.mjs [target…] [--sourcemap] [--no-minify] [--metafile]
// Without a target everything that ships is built, and what an earlier build left in dist/ goes.
import { build } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: !flags.includes('--no-minify'),
  sourcemap: flags.includes('--sourcemap'),
  metafile: true,
  logLevel: 'warning',
  legalComments: 'linked',
  define: { 'process.env.NODE_ENV': '"production"', RUNLENS_VERSION: JSON.stringify(version) },
};
/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node22', outdir: 'dist' };

/** @type {import('esbuild').BuildOptions} */
const page = {
  ...shared,
  outdir: 'dist/webview',
  platform: 'browser',
  format: 'esm',
  splitting: true,
  target: 'chrome138',
  jsx: 'automatic',
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
  chunkNames: '[name]-[hash]',
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
const shipped = {
  extension: {
    ...node,
    entryPoints: { extension: 'src/extension/extension.ts', timings: 'src/extension/schedules/timings.ts' },
    external: ['vscode'],
  },
  engine: { ...node, entryPoints: { engine: 'src/engine/main.ts' } },
  cli: { ...node, entryPoints: { cli: 'src/cli/main.ts' } },
  parser: { ...node, entryPoints: { parser: 'src/extension/workflows/parserWorker.ts' } },
  // Apart from the other pages: what it shared with them would come with it, and it is held to a size.
  editor: { ...page, entryPoints: { editor: 'src/webview/editor/main.tsx' } },
  // It draws with React Flow too, and shares no chunk with the editor for the same reason.
  compare: { ...page, entryPoints: { compare: 'src/webview/compare/main.tsx' } },
  webview: {
    ...page,
    entryPoints: {
      runDetails: 'src/webview/runDetails/main.tsx',
      runList: 'src/webview/runList/main.tsx',
      runForm: 'src/webview/runForm/main.tsx',
      history: 'src/webview/history/main.tsx',
    },
  },
};

/** The suite that runs in the extension host: a bundle for each test file, Mocha taken from node_modules. */
function suite() {
  const folder = path.join(root, 'test/extension');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  return {
    ...node,
    minify: false,
    sourcemap: /** @type {const} */ ('inline'),
    entryPoints: ['index.ts', ...files].map((file) => path.join(folder, file)),
    outbase: folder,
    outdir: 'out/test/extension',
    external: ['vscode', 'mocha'],
  };
}

/** @param {string} name @returns {import('esbuild').BuildOptions} */
function target(name) {
  if (name === 'suite') return suite();
  const options = shipped[name];
  if (options) return options;
  throw new Error(`There is no build target "${name}". Known: ${[...Object.keys(shipped), 'suite'].join(', ')}.`);
}

const names = asked.length > 0 ? asked : Object.keys(shipped);
const built = await Promise.all(names.map(async (name) => ({ name, ...(await build(target(name))) })));

if (asked.length === 0) {
  const written = new Set(built.flatMap(({ metafile }) => Object.keys(metafile?.outputs ?? {})));
  for (const entry of readdirSync(path.join(root, 'dist'), { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(path.relative(root, file).split(path.sep).join('/'))) rmSync(file);
  }
}
if (flags.includes('--metafile')) {
  mkdirSync(path.join(root, 'out/metafiles'), { recursive: true });
  for (const { name, metafile } of built) {
    writeFileSync(path.join(root, 'out/metafiles', `${name}.json`), JSON.stringify(metafile));
  }
}
