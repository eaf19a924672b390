/**
 * Starting a vault's engine when its user logs in, so that schedules are heeded before VS Code is opened. Written and
 * removed when somebody asks for it, and never otherwise.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { homePaths, prepareHome } from '../../home';
import { reasonOf } from '../../log';
import { engineFlags } from '../spawnEngine';
import { loginServiceOf, type LoginService } from './loginService';

/** The start at login cannot be written or removed. The message is a sentence for the user. */
export class LoginStartError extends Error {}

export interface LoginStartOptions {
  /** The vault's folder. */
  readonly home: string;
  /** Path of `dist/engine.js`. */
  readonly engineFile: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface LoginStart {
  /** `broken`: what it starts is gone; turning it on again mends it. */
  readonly state: 'on' | 'off' | 'broken';
  /** Absolute paths of all that was written for it, or would be. */
  readonly files: readonly string[];
  /** For a terminal: starts it without waiting for the next login. */
  readonly startNow: string;
}

/** Whether the engine is started at login. @throws LoginStartError on a system without it */
export function loginStart(options: LoginStartOptions): LoginStart {
  const { service, engine, script } = partsOf(options);
  const files = [engine, script, service.file, ...(service.link === null ? [] : [service.link])];
  const isOn = existsSync(service.file) && (service.link === null || existsSync(service.link));
  const startsSomething = existsSync(engine) && programOf(script) !== null;
  return {
    state: isOn ? (startsSomething ? 'on' : 'broken') : 'off',
    files,
    startNow: service.startNow,
  };
}

/** Has the engine started at login from now on. @throws LoginStartError */
export function turnLoginStartOn(options: LoginStartOptions): LoginStart {
  const { service, engine, script } = partsOf(options);
  if (process.getBuiltinModule?.('node:sqlite') === undefined) {
    throw new LoginStartError(
      `The engine keeps its runs in SQLite, which this Node (${process.version}, ${process.execPath}) does not bring along. ` +
        'Ask again from VS Code or from one of its terminals, or with Node 22.13 or newer.',
    );
  }
  orSentence('written', () => {
    prepareHome(options.home);
    mkdirSync(dirname(script), { recursive: true, mode: 0o700 });
    // A copy: the folder of an extension gets another name with each update.
    copyFileSync(options.engineFile, `${engine}.new`);
    renameSync(`${engine}.new`, engine);
    writeFileSync(script, scriptText(options.home, engine));
    chmodSync(script, 0o700);
    mkdirSync(dirname(service.file), { recursive: true });
    writeFileSync(service.file, service.text);
    if (service.link !== null) {
      mkdirSync(dirname(service.link), { recursive: true });
      rmSync(service.link, { force: true });
      symlinkSync(service.file, service.link);
    }
  });
  return loginStart(options);
}

/** Removes all that was written for it; an engine that runs goes on. @throws LoginStartError */
export function turnLoginStartOff(options: LoginStartOptions): LoginStart {
  const { service, script } = partsOf(options);
  orSentence('removed', () => {
    if (service.link !== null) rmSync(service.link, { force: true });
    rmSync(service.file, { force: true });
    rmSync(dirname(script), { recursive: true, force: true });
  });
  return loginStart(options);
}

function partsOf({ home, env }: LoginStartOptions): { service: LoginService; engine: string; script: string } {
  const folder = join(home, 'login');
  const script = join(folder, 'start-engine.sh');
  const service = loginServiceOf(home, script, env);
  if (service !== null) return { service, engine: join(folder, 'engine.js'), script };
  throw new LoginStartError(
    `Runlens can have its engine started at login on Linux (systemd) and macOS (launchd), and this is ${process.platform}. ` +
      'Schedules run here while VS Code is open.',
  );
}

/** The Node that runs this, or one on the PATH should it be gone by then, becomes the engine. */
function scriptText(home: string, engine: string): string {
  return `#!/bin/sh
# Written by "runlens schedule login on", removed by "runlens schedule login off".
node=${quoted(process.execPath)}
[ -x "$node" ] || node=$(command -v node) || exit 4
RUNLENS_HOME=${quoted(home)}
ELECTRON_RUN_AS_NODE=1
export RUNLENS_HOME ELECTRON_RUN_AS_NODE
cd ${quoted(home)} || exit 4
exec "$node" ${engineFlags.join(' ')} ${quoted(engine)} >> ${quoted(homePaths(home).log)} 2>&1
`;
}

/** The program that the script starts; null when it is not there. */
function programOf(script: string): string | null {
  if (!existsSync(script)) return null;
  const program = /^node='(.*)'$/m.exec(readFileSync(script, 'utf8'))?.[1]?.replaceAll(`'\\''`, `'`);
  return program !== undefined && existsSync(program) ? program : null;
}

/** As one word of a shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function orSentence(done: 'written' | 'removed', work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new LoginStartError(
      `The start at login could not be ${done} (${reasonOf(error)}). Make that place writable, then try again.`,
    );
  }
}
