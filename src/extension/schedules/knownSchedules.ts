/** The vault's schedules: asked for when somebody first wants one, then kept true by the engine's events. */
import * as vscode from 'vscode';
import type { Schedule } from '../../model/schedule/schedule';
import { listSchedules, type SchedulesChanged } from '../../protocol/schedules';
import type { EngineConnection } from '../engineConnection';
import { sentenceOf } from '../sentence';

export class KnownSchedules implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #known: Map<string, Schedule> | null = null;
  #reading: Promise<void> | null = null;
  /** What the engine told while the list was on its way is newer than the list. */
  #meanwhile: SchedulesChanged[] = [];

  /** Fires when a schedule was made, changed or removed, or when they became known. */
  readonly onDidChange = this.#changed.event;

  constructor(connection: EngineConnection, log: vscode.LogOutputChannel) {
    this.#connection = connection;
    this.#log = log;
    this.#subscriptions = [
      this.#changed,
      connection.onSchedulesChanged((event) => this.#told(event)),
      connection.onDidReconnect(() => {
        if (this.#known !== null) this.#readInBackground();
      }),
    ];
  }

  /** All schedules, in the order in which they were made. @throws EngineUnavailableError */
  async all(): Promise<readonly Schedule[]> {
    if (this.#known === null) await this.#read();
    return [...(this.#known?.values() ?? [])];
  }

  /** The schedule as far as it is known now; what is not known yet is asked for, and `onDidChange` tells. */
  current(id: string | null): Schedule | null {
    if (id === null) return null;
    if (this.#known === null) this.#readInBackground();
    return this.#known?.get(id) ?? null;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #told(event: SchedulesChanged): void {
    if (this.#reading !== null) this.#meanwhile.push(event);
    if (this.#known === null) return;
    applied(this.#known, event);
    this.#changed.fire();
  }

  #readInBackground(): void {
    this.#read().catch((error: unknown) => this.#log.debug(`The schedules could not be read: ${sentenceOf(error)}`));
  }

  #read(): Promise<void> {
    this.#reading ??= this.#ask().finally(() => {
      this.#reading = null;
      this.#meanwhile = [];
    });
    return this.#reading;
  }

  async #ask(): Promise<void> {
    const { schedules } = await this.#connection.send(listSchedules, { folders: null, workflowPath: null });
    const known = new Map(schedules.map((schedule) => [schedule.id, schedule]));
    for (const event of this.#meanwhile) applied(known, event);
    this.#known = known;
    this.#changed.fire();
  }
}

function applied(known: Map<string, Schedule>, { schedules, deleted }: SchedulesChanged): void {
  for (const schedule of schedules) known.set(schedule.id, schedule);
  for (const id of deleted) known.delete(id);
}
