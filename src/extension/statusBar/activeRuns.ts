/** Which runs of the open folders are active: asked once, then kept true by the engine's events. Never starts an engine. */
import * as vscode from 'vscode';
import { matchesFilter, type RunFilter } from '../../model/run/query';
import { activeStatuses, isActive } from '../../model/run/status';
import { listRuns, type RunsChanged } from '../../protocol/engine';
import type { RunPage } from '../runTree/runGroups';
import type { EngineConnection } from '../engineConnection';

const pageSize = 500;

export class ActiveRuns implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<number>();
  readonly #subscriptions: vscode.Disposable[];
  #filter: RunFilter | null = null;
  #ids = new Set<string>();
  /** Counts the questions: the answer to an old one is not taken. */
  #asked = 0;
  /** What happened since the question that is not answered yet; null: none is open. */
  #meanwhile: RunsChanged[] | null = null;

  /** Fires with the new number. */
  readonly onDidChange = this.#changed.event;

  constructor(connection: EngineConnection, log: vscode.LogOutputChannel) {
    this.#connection = connection;
    this.#log = log;
    this.#subscriptions = [
      this.#changed,
      connection.onRunsChanged((event) => this.#onRunsChanged(event)),
      connection.onDidChangeState(({ kind }) => {
        if (kind === 'ready') this.#ask();
        if (kind === 'unavailable') this.#set(new Set());
      }),
    ];
  }

  get count(): number {
    return this.#ids.size;
  }

  /** Counts other runs; null: none. */
  setFilter(filter: RunFilter | null): void {
    this.#filter = filter;
    this.#set(new Set());
    if (this.#connection.state.kind === 'ready') this.#ask();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #ask(): void {
    if (this.#filter === null) return;
    this.#asked += 1;
    this.#meanwhile = [];
    const question = this.#asked;
    this.#read(this.#filter, question).catch((error: unknown) => {
      // No answer comes that the events would have to be kept for.
      if (question === this.#asked) this.#meanwhile = null;
      this.#log.warn(`The active runs could not be counted: ${String(error)}`);
    });
  }

  async #read(filter: RunFilter, question: number): Promise<void> {
    const ids = new Set<string>();
    const wanted = { filter: { ...filter, statuses: activeStatuses }, order: 'newest', limit: pageSize } as const;
    for (let last: string | null = null, hasMore = true; hasMore;) {
      const page: RunPage = await this.#connection.send(listRuns, { ...wanted, after: last });
      for (const { id } of page.runs) ids.add(id);
      last = page.runs.at(-1)?.id ?? null;
      hasMore = page.hasMore && last !== null;
    }
    if (question !== this.#asked || filter !== this.#filter) return;
    for (const event of this.#meanwhile ?? []) apply(ids, event, filter);
    this.#meanwhile = null;
    this.#set(ids);
  }

  #onRunsChanged(event: RunsChanged): void {
    if (this.#filter === null) return;
    this.#meanwhile?.push(event);
    const ids = new Set(this.#ids);
    apply(ids, event, this.#filter);
    this.#set(ids);
  }

  #set(ids: Set<string>): void {
    const before = this.#ids.size;
    this.#ids = ids;
    if (ids.size !== before) this.#changed.fire(ids.size);
  }
}

function apply(ids: Set<string>, event: RunsChanged, filter: RunFilter): void {
  for (const id of event.deleted) ids.delete(id);
  for (const run of event.runs) {
    if (isActive(run.status) && matchesFilter(filter, run)) ids.add(run.id);
    else ids.delete(run.id);
  }
}
