/**
 * Sizes of what is shipped. The canvas is held to React and React Flow bundled alone, measured in the same run, so that
 * an upgrade of theirs moves the limit and not our room.
 */
import { build } from 'esbuild';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { report } from './report.mjs';

const extensionLimit = 400_000;
const vsixLimit = 2_000_000;
/** What the canvas may weigh beside React and React Flow. */
const canvasRoom = 110_000;

const vsix = 'out/runlens.vsix';
const editor = 'dist/webview/editor.js';
/** A design token of the toolkit, which survives minifying: tells the chunk that holds it. */
const toolkitMark = 'type-ramp-base-font-size';

const peer = `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import { Background, Controls, Handle, MiniMap, ReactFlow, ReactFlowProvider } from '@xyflow/react';
  const parts = [Background, Controls, Handle, MiniMap, ReactFlow];
  createRoot(document.body).render(createElement(ReactFlowProvider, null, parts.map((part) => createElement(part))));
`;

/** Bytes of React and React Flow alone, built as the webviews are. */
async function peerBytes() {
  const { outputFiles } = await build({
    stdin: { contents: peer, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'chrome138',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0].contents.length;
}

/** The built files that are loaded with `entry` before anything is painted: all but those behind a dynamic import. */
async function firstFiles(entry) {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    splitting: true,
    outdir: 'out',
    logLevel: 'error',
  });
  const files = new Set([entry]);
  for (const file of files) {
    for (const { path, kind } of metafile.inputs[file].imports) if (kind === 'import-statement') files.add(path);
  }
  return [...files];
}

const size = (file) => statSync(file).size;
const holdsToolkit = (file) => readFileSync(file, 'utf8').includes(toolkitMark);

report({ bench: 'sizes/extension', value: size('dist/extension.js'), unit: 'B', limit: extensionLimit });
if (existsSync(vsix)) report({ bench: 'sizes/vsix', value: size(vsix), unit: 'B', limit: vsixLimit });
else console.error(`sizes/vsix: ${vsix} is not there; npm run package makes it.`);

const alone = await peerBytes();
const files = await firstFiles(editor);
report({
  bench: 'sizes/canvas',
  value: files.reduce((sum, file) => sum + size(file), 0),
  unit: 'B',
  limit: alone + canvasRoom,
  peer: alone,
  files: files.map((file) => basename(file)),
});
const early = files.filter(holdsToolkit);
report({
  bench: 'sizes/toolkit-before-first-paint',
  value: early.reduce((sum, file) => sum + size(file), 0),
  unit: 'B',
  limit: 0,
});
