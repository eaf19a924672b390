/** A vault's store: one SQLite file, written by the engine that leads and by nobody else. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import lt from 'semver/functions/lt';
import { openDatabase, unusable } from './database';
import { migrate } from './schema';
import { defineSqlFunctions } from './sqlFunctions';

/** How much a commit must survive: a kill of the engine always; `power-loss` also that. */
export type Durability = 'kill' | 'power-loss';

export class Store {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #durability: Durability = 'kill';

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /**
   * Opens the store and brings its tables up to date.
   * @throws UnusableVaultError
   */
  static open(path: string, engineVersion: string): Store {
    const database = openDatabase(path, 5_000);
    try {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
      defineSqlFunctions(database);
      migrate(database, engineVersion, lt);
    } catch (error) {
      database.close();
      throw unusable(path, error);
    }
    return new Store(database);
  }

  /** The statement for `sql`, prepared once. */
  prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** All of `work` or nothing of it. @throws what `work` throws, or SQLite's reason why it cannot be written */
  transaction<Result>(durability: Durability, work: () => Result): Result {
    // Cannot be changed inside a transaction; so only a terminal state pays for the flush to the disk.
    if (this.#durability !== durability) {
      this.#database.exec(`PRAGMA synchronous = ${durability === 'power-loss' ? 'FULL' : 'NORMAL'}`);
      this.#durability = durability;
    }
    this.prepare('BEGIN IMMEDIATE').run();
    try {
      const result = work();
      this.prepare('COMMIT').run();
      return result;
    } catch (error) {
      // SQLite has already rolled back by itself after some errors, a full disk among them.
      if (this.#database.isTransaction) this.prepare('ROLLBACK').run();
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }
}
