/** One tree of runs in the sidebar: its rows, its badge, its message, and its sense of time. */
import * as vscode from 'vscode';
import type { RunFilter } from '../../model/run/query';
import type { EngineConnection, EngineState } from '../engineConnection';
import type { RunsViewId } from '../ids';
import type { LoadMoreElement, RunTreeElement } from './elements';
import { activeRunsInWords, type RowScope } from '../../model/run/runText';
import { activeCount, type RunGroups } from './runGroups';
import { RunListing } from './runListing';
import { openRowsOf } from './openRow';
import { RunTreeProvider } from './runTreeProvider';

export interface RunTreeOptions {
  readonly viewId: RunsViewId;
  /** `vault`: a row says of which workspace it is. */
  readonly scope: RowScope;
  /** `activeRuns`: the view's badge counts them. VS Code adds the badges of a container up, so only one view has it. */
  readonly badge: 'activeRuns' | 'none';
}

/** Durations of running rows are drawn each second; ages of the others each minute. */
const secondMs = 1000;
const minuteMs = 60_000;

export class RunTree implements vscode.Disposable {
  readonly #view: vscode.TreeView<RunTreeElement>;
  readonly #listing: RunListing;
  readonly #provider: RunTreeProvider;
  readonly #connection: EngineConnection;
  readonly #options: RunTreeOptions;
  readonly #subscriptions: vscode.Disposable[];
  #countsUnseen = false;
  #timer: { readonly every: number; readonly id: NodeJS.Timeout } | undefined;

  constructor(connection: EngineConnection, log: vscode.LogOutputChannel, options: RunTreeOptions) {
    this.#connection = connection;
    this.#options = options;
    this.#listing = new RunListing(connection, log);
    this.#provider = new RunTreeProvider(options, this.#listing, connection, log);
    this.#view = vscode.window.createTreeView(options.viewId, {
      treeDataProvider: this.#provider,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.#view,
      this.#provider,
      this.#listing,
      this.#listing.onDidChange(() => this.#update()),
      openRowsOf(options.viewId, () => this.#view.selection),
      connection.onDidChangeState((state) => this.#onEngine(state)),
      this.#view.onDidExpandElement(({ element }) => this.#provider.noteExpanded(element)),
      this.#view.onDidCollapseElement(({ element }) => this.#provider.noteCollapsed(element)),
      this.#view.onDidChangeVisibility(() => {
        this.#provider.drawChangedTexts();
        this.#keepTime();
      }),
    ];
  }

  /** The runs as the view has them now. */
  get groups(): RunGroups {
    return this.#listing.groups;
  }

  /** The rows and how they look, as VS Code asks for them. */
  get rows(): vscode.TreeDataProvider<RunTreeElement> {
    return this.#provider;
  }

  /** Fires after the runs of the view changed. */
  get onDidChange(): vscode.Event<unknown> {
    return this.#listing.onDidChange;
  }

  /** Fires with the rows that are selected now. */
  get onDidChangeSelection(): vscode.Event<vscode.TreeViewSelectionChangeEvent<RunTreeElement>> {
    return this.#view.onDidChangeSelection;
  }

  /** The selected rows. */
  get selection(): readonly RunTreeElement[] {
    return this.#view.selection;
  }

  /** True if the row is one of this tree. */
  owns(element: LoadMoreElement): boolean {
    return this.#provider.owns(element);
  }

  /** Shows other runs; null: none. */
  setFilter(filter: RunFilter | null): void {
    this.#listing.setFilter(filter);
    this.#onEngine(this.#connection.state);
    if (this.#countsUnseen) this.#count();
  }

  /** From now on counts the runs although nobody looks at the view, for its badge. */
  countUnseen(): void {
    this.#countsUnseen = true;
    this.#count();
  }

  /** Adds one more page to the group of the row. */
  loadMore(element: LoadMoreElement): Promise<void> {
    return this.#listing.loadMore(element.parent.status);
  }

  dispose(): void {
    clearInterval(this.#timer?.id);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #count(): void {
    // Why it did not work is the engine's state, which the view shows.
    this.#listing.load().catch(() => undefined);
  }

  #onEngine(state: EngineState): void {
    const wasUnavailable = Boolean(this.#view.message);
    // A view with a message shows no welcome, and one that shows no runs needs no engine.
    if (state.kind === 'unavailable') this.#view.message = this.#listing.filter === null ? '' : state.message;
    if (state.kind !== 'ready') return;
    this.#view.message = '';
    if (wasUnavailable) this.#provider.drawAll();
  }

  #update(): void {
    if (this.#options.badge === 'activeRuns') {
      const active = activeCount(this.#listing.groups);
      this.#view.badge = active === 0 ? undefined : { value: active, tooltip: activeRunsInWords(active) };
    }
    this.#keepTime();
  }

  /** No timer while nobody looks. */
  #keepTime(): void {
    const every = !this.#view.visible ? 0 : activeCount(this.#listing.groups) > 0 ? secondMs : minuteMs;
    if (every === (this.#timer?.every ?? 0)) return;
    clearInterval(this.#timer?.id);
    this.#timer = every === 0 ? undefined : { every, id: setInterval(() => this.#provider.drawChangedTexts(), every) };
  }
}
