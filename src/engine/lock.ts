/** Who leads a vault: the one process that holds an exclusive SQLite lock, which dies with it however it dies. */
import type { DatabaseSync } from 'node:sqlite';
import { isBusy, openDatabase, unusable } from './store/database';

/** Long enough for another candidate's look at the lock, short enough not to queue behind the leader. */
const waitMs = 50;

/** Kept here for life: a database that nothing refers to is closed by the garbage collector, and its lock is gone. */
const held: DatabaseSync[] = [];

/** Takes the lead until this process ends; false when another process has it. @throws UnusableVaultError */
export function takeLead(lockFile: string): boolean {
  const database = openDatabase(lockFile, waitMs);
  try {
    database.exec('BEGIN EXCLUSIVE');
    held.push(database);
    return true;
  } catch (error) {
    database.close();
    if (isBusy(error)) return false;
    throw unusable(lockFile, error);
  }
}
