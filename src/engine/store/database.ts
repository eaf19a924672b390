/** Opening SQLite files through the module that Node brings along. */
import type * as Sqlite from 'node:sqlite';
import { reasonOf } from '../log';
import { UnusableVaultError } from '../unusableVault';

/**
 * Opens (or makes) a database. The wait for locks is set before anything else: changing the journal mode needs a lock.
 * @throws UnusableVaultError
 */
export function openDatabase(path: string, busyTimeoutMs: number): Sqlite.DatabaseSync {
  // Asked for late and by hand: some hosts are built without it, and that must be said in words.
  const sqlite = process.getBuiltinModule?.('node:sqlite') as typeof Sqlite | undefined;
  if (sqlite === undefined) {
    throw new UnusableVaultError(
      `Runlens keeps its runs in SQLite, which this Node (${process.version}, ${process.execPath}) does not bring along. ` +
        'Update VS Code, or use Node 22.13 or newer for the command line.',
    );
  }
  return new sqlite.DatabaseSync(path, { timeout: busyTimeoutMs });
}

/** Result codes of SQLite that the engine tells apart. */
const sqliteCodes = { busy: 5, corrupt: 11, notDatabase: 26 } as const;

/** True when another process holds the lock. */
export function isBusy(error: unknown): boolean {
  return codeOf(error) === sqliteCodes.busy;
}

/** What to throw when the file at `path` could not be used: a sentence when it is damaged, else the error as it is. */
export function unusable(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code !== sqliteCodes.corrupt && code !== sqliteCodes.notDatabase) return error;
  return new UnusableVaultError(
    `The file ${path} is damaged (${reasonOf(error)}). Put a copy of it back, or move it away to begin with an empty one.`,
  );
}

/** The primary result code, without what SQLite adds above its lowest byte. */
function codeOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null;
}
