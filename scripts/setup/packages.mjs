/** The packages of the checkout and of the VS Code that comes from npm. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mustRun } from './command.mjs';
import { hostFolder, root, vscodeServerFolder } from './paths.mjs';
import { say } from './progress.mjs';

/** npm by the way we were called, so that `npm test` never mixes two of them. @returns {[string, string[]]} */
function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []];
}

/** @param {string} what @param {string[]} args @param {string} folder */
async function npm(what, args, folder) {
  const [program, first] = npmCommand();
  await mustRun(what, program, [...first, ...args, '--ignore-scripts', '--loglevel=error'], { cwd: folder });
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, dev?: boolean }>} */
function lockedPackages(file) {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).packages ?? {}) : {};
}

/**
 * Whether a folder's node_modules holds what its package-lock.json asks for. Contents are compared, as times of files say
 * nothing in a fresh clone. Optional packages (the Node of another platform) may be absent.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const installed = lockedPackages(path.join(folder, 'node_modules', '.package-lock.json'));
  return Object.entries(lockedPackages(path.join(folder, 'package-lock.json'))).every(
    ([name, wanted]) =>
      name === '' || (installed[name] ? installed[name].version === wanted.version : wanted.optional === true),
  );
}

/** Installs the checkout's packages when they are missing or differ from package-lock.json. */
export async function ensurePackages() {
  if (isInstalled(root)) return;
  say('installing packages (npm ci)');
  await npm('Installing the packages', ['ci'], root);
}

/** Installs VS Code from npm into test/host, without building its native modules: all that Runlens uses works without. */
export async function ensureVSCode() {
  if (!isInstalled(hostFolder)) {
    say('installing VS Code from npm into test/host, some 600 MB on disk');
    await npm('Installing VS Code from npm', ['ci', '--omit=dev'], hostFolder);
  }
  if (!existsSync(path.join(vscodeServerFolder, 'node_modules', '.package-lock.json'))) {
    say("installing VS Code's own packages");
    // Not `npm ci`: the shrinkwrap that comes with the package is out of step with its package.json.
    await npm("Installing VS Code's own packages", ['install', '--omit=dev', '--no-save'], vscodeServerFolder);
  }
}
