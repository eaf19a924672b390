/** Who leads a vault: the one process that holds an exclusive SQLite lock, which dies with it however it dies. */
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from './store/database';

/** Held for life; letting go of it means closing it. */
export interface LeaderLock {
  release(): void;
}

/** Long enough for another candidate's look at the lock, short enough not to queue behind the leader. */
const waitMs = 50;

const sqliteBusy = 5;

/** Takes the lock; null when another process leads. */
export function takeLeaderLock(path: string): LeaderLock | null {
  let database: DatabaseSync | undefined;
  try {
    database = openDatabase(path, waitMs);
    database.exec('BEGIN EXCLUSIVE');
    const held = database;
    return { release: () => held.close() };
  } catch (error) {
    database?.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}
