/** The tables of a vault's store, and how an older store becomes today's. */
import type { DatabaseSync } from 'node:sqlite';
import { UnusableVaultError } from '../unusableVault';
import { firstTables } from './tables/firstTables';
import { listing } from './tables/listing';
import { machinesAndReruns } from './tables/machinesAndReruns';
import { nodeAttempts } from './tables/nodeAttempts';
import { reusedResults } from './tables/reusedResults';
import { runOrder } from './tables/runOrder';
import { schedules } from './tables/schedules';
import { snapshotFilesByPath } from './tables/snapshotFilesByPath';

/**
 * Each entry brings a store one step further; its number is its place, counted from 1. Never change one that has been
 * released. `oldestEngine` is the first version that can work with a store of that step.
 */
const migrations: readonly { readonly oldestEngine: string; readonly sql: string }[] = [
  { oldestEngine: '0.1.0', sql: firstTables },
  { oldestEngine: '0.1.0', sql: machinesAndReruns },
  { oldestEngine: '0.1.0', sql: listing },
  { oldestEngine: '0.1.0', sql: reusedResults },
  { oldestEngine: '0.1.0', sql: schedules },
  { oldestEngine: '0.1.0', sql: nodeAttempts },
  { oldestEngine: '0.1.0', sql: runOrder },
  { oldestEngine: '0.1.0', sql: snapshotFilesByPath },
];

/**
 * Brings the store to today's tables.
 * @throws UnusableVaultError when the store names a newer engine as the oldest that may lead, or has steps not known here
 */
export function migrate(
  database: DatabaseSync,
  engineVersion: string,
  isOlder: (a: string, b: string) => boolean,
): void {
  database.exec('CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID');
  const oldest = database.prepare("SELECT value FROM meta WHERE key = 'oldestEngine'").get()?.['value'];
  if (typeof oldest === 'string' && isOlder(engineVersion, oldest)) {
    throw new UnusableVaultError(
      `This vault was used by a newer Runlens: its engine must be ${oldest} or newer, and this one is ${engineVersion}. Update Runlens.`,
    );
  }
  const step = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (step > migrations.length) {
    throw new UnusableVaultError(
      `This vault was used by a newer Runlens, whose tables this engine (${engineVersion}) does not know. Update Runlens.`,
    );
  }
  migrations.slice(step).forEach((migration, index) => {
    database.exec('BEGIN IMMEDIATE');
    database.exec(migration.sql);
    database.exec(`PRAGMA user_version = ${step + index + 1}`);
    database
      .prepare("INSERT INTO meta VALUES ('oldestEngine', ?) ON CONFLICT DO UPDATE SET value = excluded.value")
      .run(migration.oldestEngine);
    database.exec('COMMIT');
  });
}
