/** What the store's triggers ask of this code. */
import type { DatabaseSync } from 'node:sqlite';
import { decodeTime } from 'ulid';
import { foldedText } from '../../model/run/query';

/** Must be there before the tables are written to. */
export function defineSqlFunctions(database: DatabaseSync): void {
  // SQLite's own folding differs from the model's, and then a search would miss what the model says it finds.
  database.function('foldText', { deterministic: true }, (text) => foldedText(String(text)));
  /** Milliseconds since 1970. */
  database.function('timeOfId', { deterministic: true }, (id) => decodeTime(String(id)));
}
