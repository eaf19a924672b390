/**
 * Starts VS Code's own server (from npm) on 127.0.0.1: the web workbench with a Node extension host.
 * Native modules are not built; what they serve (log files, a parent watchdog) is not needed here.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { captureCommand } from '../../scripts/setup/command.mjs';
import { findNode, withNode } from '../../scripts/setup/node.mjs';
import { vscodeServerFolder } from '../../scripts/setup/paths.mjs';

const serverFile = path.join(vscodeServerFolder, 'out', 'server-main.js');
const startLimit = 60_000;
const stopGrace = 4_000;

/**
 * @typedef {object} ServerOptions
 * @property {string} folder everything of this VS Code is kept here: user data, extensions, sockets, log
 * @property {string} [extensions] folder of installed extensions; default: inside `folder`
 * @property {number} [port] default: any free one
 * @property {string} [tokenFile] file with the token that a browser must show; without one there is none (tests only)
 * @property {boolean} [workspaceTrust] ask for trust as on a user's machine
 * @property {boolean} [testDriver] honour extensionDevelopmentPath and extensionTestsPath; hides notification toasts
 * @property {NodeJS.ProcessEnv} [env] added to the environment of the server and its extension host
 *
 * @typedef {object} Server
 * @property {string} url `http://127.0.0.1:<port>`
 * @property {string} authority `127.0.0.1:<port>`
 * @property {number} pid
 * @property {string} logFile
 * @property {Promise<unknown>} ended fulfilled when the server has ended, by itself or by `stop`
 * @property {() => Promise<void>} stop ends the server and every process it started, except a detached engine
 */

/**
 * A port that nothing listens on now.
 * @param {number} [wanted] given back if it is free
 * @returns {Promise<number>}
 */
function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort())));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Writes the settings a VS Code starts with. @param {string} folder as in ServerOptions @param {Record<string, unknown>} settings */
export function writeSettings(folder, settings) {
  const file = path.join(folder, 'data', 'User', 'settings.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`);
}

/** Our environment without what an outer VS Code, Electron or npm put there. @param {NodeJS.ProcessEnv} env */
function cleaned(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$)/.test(name)),
  );
}

/** @param {ServerOptions} options */
function folderArguments({ folder, extensions }) {
  return [
    '--accept-server-license-terms',
    '--telemetry-level=off',
    `--server-data-dir=${path.join(folder, 'server')}`,
    `--user-data-dir=${path.join(folder, 'data')}`,
    `--extensions-dir=${extensions ?? path.join(folder, 'extensions')}`,
  ];
}

/**
 * Installs a packaged extension for servers with the same folders.
 * @param {ServerOptions} options
 * @param {string} vsix
 */
export async function installExtension(options, vsix) {
  const node = await findNode();
  const args = [serverFile, ...folderArguments(options), `--install-extension=${vsix}`, '--force'];
  const { code, output } = await captureCommand(node, args, { env: cleaned(withNode(node, options.env)) });
  if (code !== 0 || /failed/i.test(output)) throw new Error(`VS Code did not install ${vsix}:\n${output}`);
}

/** @param {number} pid of a process group's leader @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone.
  }
}

/**
 * Starts VS Code and waits until it answers.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 * @throws {Error} with the server's log if it does not come up
 */
export async function startServer(options) {
  const node = await findNode();
  const port = await freePort(options.port);
  const temporary = path.join(options.folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const logFile = path.join(options.folder, 'server.log');
  const log = openSync(logFile, 'w');
  const args = [
    serverFile,
    '--host=127.0.0.1',
    `--port=${port}`,
    ...folderArguments(options),
    options.tokenFile ? `--connection-token-file=${options.tokenFile}` : '--without-connection-token',
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
  ];
  // An empty gallery address keeps the server from asking a marketplace; TMPDIR is where it leaves its sockets.
  const env = { EXTENSIONS_GALLERY: '{"serviceUrl":""}', TMPDIR: temporary, ...options.env };
  const child = spawn(node, args, {
    env: cleaned(withNode(node, env)),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const { pid } = child;
  if (pid === undefined) throw new Error(`VS Code's server cannot be started with ${node}.`);
  const ended = new Promise((resolve) => child.once('exit', resolve));

  async function stop() {
    if (child.exitCode === null && child.signalCode === null) {
      signalGroup(/** @type {number} */ (pid), 'SIGTERM');
      await Promise.race([ended, delay(stopGrace, undefined, { ref: false })]);
    }
    signalGroup(/** @type {number} */ (pid), 'SIGKILL');
  }

  const authority = `127.0.0.1:${port}`;
  const url = `http://${authority}`;
  const deadline = Date.now() + startLimit;
  while (!(await answers(`${url}/version`))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`VS Code's server did not start on ${url}:\n${readFileSync(logFile, 'utf8')}`);
    }
    await delay(50);
  }
  return { url, authority, pid, logFile, ended, stop };
}

/** @param {string} url */
async function answers(url) {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}
