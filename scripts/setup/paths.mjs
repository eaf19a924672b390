/** Where things of this checkout lie. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A path inside the checkout. @param {...string} parts */
export const inRoot = (...parts) => path.join(root, ...parts);

/** Everything that scripts and tests produce, and that may be deleted at any time. */
export const outFolder = inRoot('out');
export const vsixFile = inRoot('out', 'runlens.vsix');
/** Machine-readable results of the test layers. */
export const resultsFolder = inRoot('out', 'results');
/** VS Code from npm: its own package, so that an installed Runlens needs none of it. */
export const hostFolder = inRoot('test', 'host');
/** VS Code's server inside that package. */
export const vscodeServerFolder = inRoot('test', 'host', 'node_modules', 'code-server', 'lib', 'vscode');
