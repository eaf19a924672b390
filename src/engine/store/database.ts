/** Opening SQLite files through the module that Node brings along. */
import type * as Sqlite from 'node:sqlite';

/** SQLite is missing from this Node. The message is a sentence for the user. */
export class SqliteMissingError extends Error {}

/**
 * Opens (or makes) a database. The wait for locks is set before anything else: changing the journal mode needs a lock.
 * @throws SqliteMissingError
 */
export function openDatabase(path: string, busyTimeoutMs: number): Sqlite.DatabaseSync {
  // Asked for late and by hand: some hosts are built without it, and that must be said in words.
  const sqlite = process.getBuiltinModule?.('node:sqlite') as typeof Sqlite | undefined;
  if (sqlite === undefined) {
    throw new SqliteMissingError(
      `Runlens keeps its runs in SQLite, which this Node (${process.version}, ${process.execPath}) does not bring along. ` +
        'Update VS Code, or use Node 22.13 or newer for the command line.',
    );
  }
  return new sqlite.DatabaseSync(path, { timeout: busyTimeoutMs });
}
