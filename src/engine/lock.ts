/** Who leads a vault: the one process that holds an exclusive SQLite lock, which dies with it however it dies. */
import { statSync, watch } from 'node:fs';
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

/**
 * Calls `onLost` once the lock's file is no longer there: the vault was deleted, and another engine may soon lead what is
 * made in its place. Until then one that leads it would go on to start what is scheduled in it.
 */
export function watchLead(lockFile: string, onLost: () => void): void {
  const own = statSync(lockFile).ino;
  const watcher = watch(lockFile, { persistent: false }, () => {
    if (statSync(lockFile, { throwIfNoEntry: false })?.ino === own) return;
    watcher.close();
    onLost();
  });
  // Where files cannot be watched it is led as before.
  watcher.on('error', () => undefined);
}
