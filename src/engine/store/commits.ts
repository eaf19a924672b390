/**
 * Writes of all runs, committed together: whatever one turn of the event loop brings goes into one transaction, and what
 * may only happen once it is stored (starting a process, telling a client) happens after it.
 */
import type { Durability, Store } from './store';

export interface Write {
  readonly runId: string;
  readonly durability: Durability;
  readonly apply: (store: Store) => void;
  /** Called once the write is stored. */
  readonly committed: () => void;
}

export class Commits {
  #waiting: Write[] = [];

  /** @param onFailure told for each run whose writes could not be stored, with the reason */
  constructor(
    private readonly store: Store,
    private readonly onFailure: (runId: string, reason: unknown) => void,
  ) {}

  add(write: Write): void {
    this.#waiting.push(write);
    // Not a microtask: that would come before what the same event still sets going, such as the next node's intent.
    if (this.#waiting.length === 1) setImmediate(() => this.flush());
  }

  /** Commits what waits now; whoever reads the store for an answer, or ends the engine, calls it first. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const writes = this.#waiting;
    this.#waiting = [];
    const durability = writes.some((write) => write.durability === 'power-loss') ? 'power-loss' : 'kill';
    try {
      this.store.transaction(durability, () => {
        for (const write of writes) write.apply(this.store);
      });
    } catch (error) {
      for (const runId of new Set(writes.map((write) => write.runId))) this.onFailure(runId, error);
      return;
    }
    for (const write of writes) write.committed();
  }
}
