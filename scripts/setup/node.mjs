/** The Node that builds and tests Runlens: 24 from the lockfile, whatever the system has. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { captureCommand, SetupError } from './command.mjs';
import { inRoot } from './paths.mjs';

/** First versions with `node:sqlite` unflagged and `module.registerHooks`, which VS Code's server needs. */
const oldest = { 22: 15, 23: 5 };

/** @param {string} version such as `v24.21.0` */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > 23) return true;
  return (major === 22 || major === 23) && minor >= oldest[major];
}

/**
 * Path of a Node that runs the engine and VS Code's server: the one installed with the packages, else the system's.
 * @throws {SetupError} if there is none
 */
export async function findNode() {
  const packaged = inRoot('node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  if (process.platform === 'linux' && existsSync(packaged)) return packaged;
  const { code, output } = await captureCommand('node', ['--version']);
  if (code === 0 && isNodeNewEnough(output.trim())) {
    return (await captureCommand('node', ['-p', 'process.execPath'])).output.trim();
  }
  throw new SetupError(
    `Runlens needs Node 22.15 or newer, and this is ${code === 0 ? output.trim() : 'a system without Node'}. ` +
      'Install Node 24 from https://nodejs.org and run this again.',
  );
}

/**
 * An environment in which `node` is the given one, also for what its children start.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function withNode(node, more = {}) {
  return { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`, ...more };
}
