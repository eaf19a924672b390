// Builds dist/: the extension, the engine, the command line, the workflow parser's worker, and the webviews.
import { build } from 'esbuild';
import { readFileSync, rmSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const shared = {
  bundle: true,
  minify: !process.argv.includes('--no-minify'),
  sourcemap: process.argv.includes('--sourcemap'),
  metafile: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"', RUNLENS_VERSION: JSON.stringify(version) },
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node22' };

rmSync('dist', { recursive: true, force: true });
await Promise.all([
  build({ ...node, entryPoints: { extension: 'src/extension/extension.ts' }, outdir: 'dist', external: ['vscode'] }),
  build({ ...node, entryPoints: { engine: 'src/engine/main.ts' }, outdir: 'dist' }),
  build({ ...node, entryPoints: { cli: 'src/cli/main.ts' }, outdir: 'dist' }),
  build({ ...node, entryPoints: { parser: 'src/extension/workflows/parserWorker.ts' }, outdir: 'dist' }),
  build({
    ...shared,
    entryPoints: { editor: 'src/webview/editor/main.tsx' },
    outdir: 'dist/webview',
    platform: 'browser',
    format: 'esm',
    splitting: true,
    target: 'chrome138',
    jsx: 'automatic',
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
    chunkNames: '[name]-[hash]',
  }),
]);
