/** The runs of one view as the engine has them: asked for at first sight, then kept true by its events. */
import * as vscode from 'vscode';
import { countRuns, listRuns, type RunsChanged } from '../../protocol/engine';
import { matchesFilter, type RunFilter } from '../../model/run/query';
import { sortIdOf } from '../../model/run/order';
import type { RunSummary } from '../../model/run/run';
import type { RunStatus } from '../../model/run/status';
import type { EngineConnection } from '../engineConnection';
import { coalesced } from './coalesced';
import { countGroups } from './countGroups';
import { noGroups, pageSize, withChanges, withCounts, withPage, type RunGroup, type RunGroups } from './runGroups';
import { changeBetween, type TreeChange } from './treeChange';

/** Runs asked from the engine at once when a group that holds several pages is read anew. */
const largestPage = 200;

export class RunListing implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #changed = new vscode.EventEmitter<TreeChange>();
  readonly #subscriptions: vscode.Disposable[];
  #filter: RunFilter | null = null;
  #groups: RunGroups = noGroups;
  #loading: Promise<void> | undefined;
  /** Goes up with each new filter, so that late answers to the old one are dropped. */
  #generation = 0;
  /** The engine's numbers are the truth; however many events come, one question is on its way. */
  readonly #countSoon = coalesced(() => this.#count());

  /** What has to be drawn anew. */
  readonly onDidChange = this.#changed.event;

  constructor(connection: EngineConnection, log: vscode.LogOutputChannel) {
    this.#connection = connection;
    const logged = (action: Promise<void>): void => {
      action.catch((error: unknown) => log.warn(`Runs could not be read: ${String(error)}`));
    };
    this.#subscriptions = [
      this.#changed,
      connection.onRunsChanged((event) => logged(this.#onRunsChanged(event))),
      connection.onDidReconnect(() => logged(this.#readAgain())),
    ];
  }

  get groups(): RunGroups {
    return this.#groups;
  }

  get filter(): RunFilter | null {
    return this.#filter;
  }

  /** Shows other runs; null: none. They are read when somebody asks for them. */
  setFilter(filter: RunFilter | null): void {
    if (JSON.stringify(filter) === JSON.stringify(this.#filter)) return;
    this.#filter = filter;
    this.#forget();
    this.#changed.fire({ kind: 'groupList' });
  }

  /**
   * Reads the numbers of runs, once.
   * @throws EngineUnavailableError; then the next call tries again
   */
  load(): Promise<void> {
    this.#loading ??= this.#count().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** The group with its rows, read on the first call. */
  async open(status: RunStatus): Promise<RunGroup | undefined> {
    const group = this.#groups.get(status);
    if (!group || group.rows !== null) return group;
    await this.#readPage(group, null, pageSize);
    return this.#groups.get(status);
  }

  /** Adds one more page to the group. */
  async loadMore(status: RunStatus): Promise<void> {
    const before = this.#groups;
    const group = before.get(status);
    const last = group?.rows?.at(-1);
    await (group && this.#readPage(group, last === undefined ? null : sortIdOf(last), pageSize));
    this.#changed.fire(changeBetween(before, this.#groups));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #forget(): void {
    this.#generation += 1;
    this.#groups = noGroups;
    this.#loading = undefined;
  }

  async #onRunsChanged(event: RunsChanged): Promise<void> {
    const filter = this.#filter;
    if (!filter || !this.#loading) return;
    this.#show(withChanges(this.#groups, event, (run) => matchesFilter(filter, run)));
    await this.#countSoon();
  }

  /** After a lost line: the numbers, and the rows of each group as many as it had. */
  async #readAgain(): Promise<void> {
    if (!this.#loading) return;
    const opened = [...this.#groups.values()].filter((group) => group.rows && group.rows.length > 0);
    this.#forget();
    const generation = this.#generation;
    await this.load();
    for (const { status, limit } of opened) {
      const group = this.#groups.get(status);
      if (group) await this.#readRows(group, limit);
    }
    if (generation === this.#generation) this.#changed.fire({ kind: 'groupList' });
  }

  /** The newest `count` runs of the group, in pages. */
  async #readRows(group: RunGroup, count: number): Promise<void> {
    let after: string | null = null;
    for (let missing = count; missing > 0; missing -= largestPage) {
      const page: readonly RunSummary[] = await this.#readPage(group, after, Math.min(missing, largestPage));
      const last = page.at(-1);
      if (last === undefined) return;
      after = sortIdOf(last);
    }
  }

  async #readPage(group: RunGroup, after: string | null, limit: number): Promise<readonly RunSummary[]> {
    const generation = this.#generation;
    if (!this.#filter) return [];
    const filter = { ...this.#filter, statuses: [group.status] };
    const page = await this.#connection.send(listRuns, { filter, order: 'newest', limit, after });
    if (generation === this.#generation) this.#groups = withPage(this.#groups, group.status, page);
    return page.runs;
  }

  async #count(): Promise<void> {
    const generation = this.#generation;
    if (!this.#filter) return;
    const engine = { count: (filter: RunFilter) => this.#connection.send(countRuns, { filter }) };
    const counts = await countGroups(engine, this.#filter);
    if (generation === this.#generation) this.#show(withCounts(this.#groups, counts));
  }

  #show(groups: RunGroups): void {
    const change = changeBetween(this.#groups, groups);
    this.#groups = groups;
    if (change.kind !== 'none') this.#changed.fire(change);
  }
}
