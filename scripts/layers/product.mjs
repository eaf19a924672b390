/** Builds what ships: dist/ and the packaged extension. */
import { mkdirSync, statSync } from 'node:fs';
import { captureCommand, SetupError } from '../setup/command.mjs';
import { inRoot, outFolder, vsixFile } from '../setup/paths.mjs';

const sizeLimit = 2_000_000;

/** @param {string} what @param {{ node: string, env: NodeJS.ProcessEnv }} tools @param {string[]} args */
async function mustSucceed(what, { node, env }, args) {
  const { code, output } = await captureCommand(node, args, { env });
  if (code !== 0) throw new SetupError(`${what} failed:\n${output.trimEnd()}`);
}

/** Builds dist/. @param {{ node: string, env: NodeJS.ProcessEnv }} tools @throws {SetupError} with the bundler's output */
export async function buildProduct(tools) {
  await mustSucceed('Building dist/', tools, [inRoot('esbuild.mjs')]);
}

/**
 * Packs dist/ into out/runlens.vsix.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} tools
 * @returns {Promise<number>} its size in bytes
 * @throws {SetupError} with the packager's output, or if the package is too large to be installed gladly
 */
export async function packProduct(tools) {
  mkdirSync(outFolder, { recursive: true });
  await mustSucceed('Packaging the extension', tools, [
    inRoot('node_modules', '@vscode', 'vsce', 'vsce'),
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    vsixFile,
  ]);
  const { size } = statSync(vsixFile);
  if (size > sizeLimit) throw new SetupError(`${vsixFile} has ${size} bytes; the limit is ${sizeLimit}.`);
  return size;
}
