/** Follows the nodes of the workflow's newest active runs while somebody looks at the page. */
import type * as vscode from 'vscode';
import { isActive } from '../../model/run/status';
import type { RunSummary } from '../../model/run/run';
import type { EngineConnection, RunWatch } from '../engineConnection';

/** The nodes of more active runs than these are as they were when the run itself changed last. */
const mostWatched = 5;

export class ActiveWatches implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #watches = new Map<string, Promise<RunWatch>>();

  constructor(connection: EngineConnection) {
    this.#connection = connection;
  }

  /** True if the nodes of the run are followed. */
  has(runId: string): boolean {
    return this.#watches.has(runId);
  }

  /** Begins to follow runs that are active, and ends with those that are not. */
  note(runs: readonly RunSummary[]): void {
    for (const { id, status } of runs) {
      const isWanted = isActive(status) && status !== 'Scheduled';
      if (!isWanted) this.#end(id);
      else if (!this.#watches.has(id)) this.#begin(id);
    }
    const oldestFirst = [...this.#watches.keys()].sort();
    for (const id of oldestFirst.slice(0, Math.max(0, oldestFirst.length - mostWatched))) this.#end(id);
  }

  end(): void {
    for (const id of this.#watches.keys()) this.#end(id);
  }

  dispose(): void {
    this.end();
  }

  #begin(id: string): void {
    const watch = this.#connection.watchRun(id);
    this.#watches.set(id, watch);
    // A run that is gone needs no watch.
    watch.catch(() => this.#watches.delete(id));
  }

  #end(id: string): void {
    const watch = this.#watches.get(id);
    this.#watches.delete(id);
    watch?.then((one) => one.dispose()).catch(() => undefined);
  }
}
