/** How many runs of a view are active, whatever the view is filtered by: the number of its badge. */
import * as vscode from 'vscode';
import type { RunFilter } from '../../model/run/query';
import { activeStatuses } from '../../model/run/status';
import { countRuns } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { coalesced } from './coalesced';

export class ActiveRunCount implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<number>();
  readonly #subscriptions: vscode.Disposable[];
  #scope: RunFilter | null = null;
  #isCounting = false;
  readonly #countSoon = coalesced(() => this.#read());

  /** Fires with the number whenever it was counted. */
  readonly onDidCount = this.#changed.event;

  constructor(connection: EngineConnection, log: vscode.LogOutputChannel) {
    this.#connection = connection;
    this.#log = log;
    this.#subscriptions = [
      this.#changed,
      connection.onRunsChanged(() => this.#count()),
      connection.onDidReconnect(() => this.#count()),
      connection.onDidChangeState(({ kind }) => {
        if (kind === 'ready' && !this.#isCounting) this.begin();
      }),
    ];
  }

  /** Counts other runs; null: none. */
  setScope(scope: RunFilter | null): void {
    this.#scope = scope;
    this.#count();
  }

  /** Begins to count, for which the engine is started; it begins by itself once somebody else needed the engine. */
  begin(): void {
    this.#isCounting = true;
    this.#count();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #count(): void {
    if (!this.#isCounting) return;
    this.#countSoon().catch((error: unknown) => {
      this.#log.debug(`The active runs could not be counted: ${String(error)}`);
    });
  }

  async #read(): Promise<void> {
    const scope = this.#scope;
    const filter = scope && { ...scope, statuses: activeStatuses };
    const { counts } = filter === null ? { counts: [] } : await this.#connection.send(countRuns, { filter });
    // Of another scope meanwhile: it has asked again.
    if (scope === this.#scope) this.#changed.fire(counts.reduce((sum, { count }) => sum + count, 0));
  }
}
