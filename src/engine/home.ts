/** The vault's folder: where everything of it lies, and who may use it. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { UnusableVaultError } from './unusableVault';

/** The vault's folder by the environment: `$RUNLENS_HOME`, else `runlens` in the user's state folder. */
export function defaultHome(env: NodeJS.ProcessEnv): string {
  const own = env['RUNLENS_HOME'];
  if (own !== undefined && own !== '') return own;
  const state = env['XDG_STATE_HOME'];
  // The XDG specification has a relative path ignored.
  if (state !== undefined && isAbsolute(state)) return join(state, 'runlens');
  return join(homedir(), '.local', 'state', 'runlens');
}

/** Paths inside a vault's folder. */
export interface HomePaths {
  readonly home: string;
  readonly lock: string;
  readonly store: string;
  readonly log: string;
  readonly machine: string;
  readonly runs: string;
  /** What is copied for runs that are not stored yet. */
  readonly takeovers: string;
  /** Says where the engine listens. */
  readonly socketRecord: string;
}

export function homePaths(home: string): HomePaths {
  return {
    home,
    lock: join(home, 'engine.lock'),
    store: join(home, 'runs.db'),
    log: join(home, 'engine.log'),
    machine: join(home, 'machine'),
    runs: join(home, 'runs'),
    takeovers: join(home, 'takeovers'),
    socketRecord: join(home, 'socket'),
  };
}

/**
 * Makes the vault's folder if it is missing, closed to other users.
 * @throws UnusableVaultError when it cannot be made, or belongs to someone else
 */
export function prepareHome(home: string): void {
  if (!isAbsolute(home)) {
    throw new UnusableVaultError(
      `The vault's folder ${home} is not an absolute path. Set RUNLENS_HOME to an absolute path.`,
    );
  }
  preparePrivateFolder(home);
}

function preparePrivateFolder(folder: string): void {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true) {
      throw new UnusableVaultError(
        `${folder} is a file, and Runlens needs a folder there. Set RUNLENS_HOME to a folder.`,
      );
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const facts = statSync(folder);
    const user = process.getuid?.();
    if (user !== undefined && facts.uid !== user) {
      throw new UnusableVaultError(
        `The folder ${folder} belongs to another user. Set RUNLENS_HOME to a folder of your own.`,
      );
    }
    if (user !== undefined && (facts.mode & 0o077) !== 0) closeToOthers(folder);
  } catch (error) {
    if (error instanceof UnusableVaultError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnusableVaultError(
      `Runlens cannot use the folder ${folder} (${reason}). Make it writable, or set RUNLENS_HOME to another folder.`,
    );
  }
}

/** Only a folder that is the vault's already, or nobody's yet: `RUNLENS_HOME=/tmp` of root would close /tmp. */
function closeToOthers(folder: string): void {
  const isVault = existsSync(homePaths(folder).lock);
  if (!isVault && readdirSync(folder).length > 0) {
    throw new UnusableVaultError(
      `The folder ${folder} holds other things and is open to other users. Set RUNLENS_HOME to a folder of its own.`,
    );
  }
  chmodSync(folder, 0o700);
}

/** The longest path that every platform takes for a socket; they fail between 104 and 120 bytes. */
const longestSocketPath = 100;

/** Where clients find the engine: where the leader says it listens, else where one started from here would. */
export function knownSocketPath(home: string, env: NodeJS.ProcessEnv): string {
  // Two clients may see different runtime folders, and must find the same engine.
  const recorded = /^(.+)\n$/.exec(readOrNull(homePaths(home).socketRecord) ?? '')?.[1];
  return recorded ?? socketPath(home, env);
}

/** Says where the engine listens. Only for the leader. */
export function recordSocket(home: string, path: string): void {
  writeFileSync(homePaths(home).socketRecord, `${path}\n`, { mode: 0o600 });
}

/**
 * Where the engine of a vault listens: in its folder, else (the path would be too long) in a private folder of the user.
 * @throws UnusableVaultError when that folder belongs to someone else
 */
export function socketPath(home: string, env: NodeJS.ProcessEnv): string {
  const hash = createHash('sha256').update(home).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\runlens-${hash}`;
  const inHome = join(home, 'engine.sock');
  if (Buffer.byteLength(inHome) <= longestSocketPath) return inHome;
  const inRuntime = join(env['XDG_RUNTIME_DIR'] ?? '', `runlens-${hash}.sock`);
  if (isOwnFolder(dirname(inRuntime)) && Buffer.byteLength(inRuntime) <= longestSocketPath) return inRuntime;
  const folder = join(tmpdir(), `runlens-${process.getuid?.() ?? 'user'}`);
  preparePrivateFolder(folder);
  // A link of someone else would lead the socket out of the private folder.
  if (lstatSync(folder).isSymbolicLink()) {
    throw new UnusableVaultError(`${folder} is a link. Remove it, or set XDG_RUNTIME_DIR to a folder of your own.`);
  }
  return join(folder, `${hash}.sock`);
}

/** False also for one that is not there: a change of user leaves the runtime folder of the user before. */
function isOwnFolder(path: string): boolean {
  if (!isAbsolute(path)) return false;
  const facts = statSync(path, { throwIfNoEntry: false });
  return facts?.isDirectory() === true && facts.uid === process.getuid?.();
}

/**
 * Checks that the vault is not another machine's: an engine on a second machine would not see the first one's processes,
 * and would take its runs for lost.
 * @throws UnusableVaultError
 */
export function checkMachine(paths: HomePaths): void {
  const recorded = recordedMachine(paths);
  if (recorded === null || recorded.id === machineId()) return;
  throw new UnusableVaultError(
    `The vault ${paths.home} belongs to the machine ${recorded.name}, and this one is ${hostname()}. ` +
      `Set RUNLENS_HOME to a folder of this machine; if the other machine no longer uses the vault, delete ${paths.machine}.`,
  );
}

/** Makes the vault this machine's. Only for the leader. */
export function recordMachine(paths: HomePaths): void {
  if (recordedMachine(paths) !== null) return;
  writeFileSync(paths.machine, `${machineId()}\n${hostname()}\n`, { mode: 0o600 });
}

/** Null when there is no record, or one that is just being written. */
function recordedMachine(paths: HomePaths): { id: string; name: string } | null {
  const parts = /^(.+)\n(.*)\n$/.exec(readOrNull(paths.machine) ?? '');
  return parts === null ? null : { id: parts[1] ?? '', name: parts[2] ?? '' };
}

function machineId(): string {
  // The systemd id outlives a change of the host name; macOS has none.
  const id = readOrNull('/etc/machine-id')?.trim();
  return id === undefined || id === '' ? `host:${hostname()}` : id;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
