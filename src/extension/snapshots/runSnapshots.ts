/** The snapshots of runs, asked of the engine once: a snapshot never changes. */
import { getSnapshot, type RunSnapshot } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';

/** Snapshots share most of their texts but not in memory: so many are kept. */
const kept = 20;

export class RunSnapshots {
  readonly #connection: EngineConnection;
  readonly #asked = new Map<string, Promise<RunSnapshot>>();

  constructor(connection: EngineConnection) {
    this.#connection = connection;
  }

  /** @throws EngineUnavailableError, or ResponseError when the run is unknown or has no snapshot yet */
  of(runId: string): Promise<RunSnapshot> {
    const known = this.#asked.get(runId);
    if (known !== undefined) return known;
    const asked = this.#connection.send(getSnapshot, { runId });
    this.#asked.set(runId, asked);
    // Only what was found is worth keeping: the snapshot of a Scheduled run comes later.
    asked.catch(() => this.#asked.delete(runId));
    const oldest = this.#asked.keys().next();
    if (this.#asked.size > kept && oldest.done !== true) this.#asked.delete(oldest.value);
    return asked;
  }
}
