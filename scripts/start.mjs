/**
 * npm start: builds Runlens and opens demo/ with it. In the desktop VS Code that VSCODE_EXECUTABLE names or that is on the PATH
 * as `code`; else in VS Code from npm, at a printed address of this machine. Ctrl+C (or closing the desktop window) ends it.
 * PORT asks for a port. Runs are kept in out/start, apart from the user's own.
 */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { workbenchAddress } from '../test/host/browser.mjs';
import { stopEngine } from '../test/host/engine.mjs';
import { installExtension, startServer, writeSettings } from '../test/host/server.mjs';
import { quietSettings } from '../test/host/settings.mjs';
import { buildProduct, packProduct } from './layers/product.mjs';
import { runCommand, SetupError } from './setup/command.mjs';
import { findNode, withNode } from './setup/node.mjs';
import { ensurePackages, ensureVSCode } from './setup/packages.mjs';
import { inRoot, outFolder, root, vsixFile } from './setup/paths.mjs';
import { runScript, say } from './setup/progress.mjs';

const folder = path.join(outFolder, 'start');
const home = path.join(folder, 'home');
const demo = inRoot('demo');
const defaultPort = 8711;

/** The desktop VS Code to use, or null. In VS Code's own terminal `code` is a remote control that cannot load an extension. */
function desktopVSCode() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  if (process.env.VSCODE_IPC_HOOK_CLI) return null;
  const candidates = (process.env.PATH ?? '').split(path.delimiter).map((entry) => path.join(entry, 'code'));
  return candidates.find(isExecutable) ?? null;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} code @param {NodeJS.ProcessEnv} env @returns {Promise<number>} the exit code */
async function openDesktop(code, env) {
  say(`opening demo/ in ${code}; close its window to end`);
  // Ctrl+C reaches VS Code as well; we go on to stop the engine.
  process.on('SIGINT', () => undefined);
  const args = ['--new-window', '--wait', `--user-data-dir=${path.join(folder, 'desktop')}`];
  return runCommand(code, [...args, `--extensionDevelopmentPath=${root}`, demo], { env });
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<number>} the exit code */
async function openInBrowser(env) {
  await ensureVSCode();
  const token = randomBytes(24).toString('hex');
  const tokenFile = path.join(folder, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  writeSettings(folder, quietSettings);
  const port = process.env.PORT ? Number(process.env.PORT) : defaultPort;
  if (!Number.isInteger(port)) throw new SetupError(`PORT is "${process.env.PORT}", which is no port number.`);
  // Without the question of trust: the folder is this checkout's own.
  const options = { folder, port, tokenFile, env };
  say('starting VS Code');
  await installExtension(options, vsixFile);

  const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const server = await startServer(options);
  const address = new URL(workbenchAddress(server, { folder: demo }));
  address.searchParams.set('tkn', token);
  say(`demo/ is open at\n\n  ${address.href}\n\nThe address lets in whoever has it. Ctrl+C ends VS Code.`);
  await Promise.race([interrupted, server.ended]);
  say('stopping VS Code and its engine');
  await server.stop();
  return 0;
}

await runScript(async () => {
  await ensurePackages();
  const node = await findNode();
  const env = withNode(node, { RUNLENS_HOME: home });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  say('building Runlens');
  await buildProduct({ node, env });
  const code = desktopVSCode();
  if (!code) await packProduct({ node, env });
  try {
    return await (code ? openDesktop(code, env) : openInBrowser(env));
  } finally {
    const problem = await stopEngine(home);
    if (problem) console.error(`runlens: ${problem}`);
  }
});
