/** One tree of runs in the sidebar: its rows, its filters, its badge, its message, and its sense of time. */
import * as vscode from 'vscode';
import { isFiltered, narrowed, type ChosenFilters } from '../../model/run/chosenFilters';
import { filterWords } from '../../model/run/filterWords';
import type { RunFilter } from '../../model/run/query';
import { activeRunsInWords, type RowScope } from '../../model/run/runText';
import type { RunStatus } from '../../model/run/status';
import type { EngineConnection, EngineState } from '../engineConnection';
import { filteredKeys, type RunsViewId } from '../ids';
import { plainText } from '../shownText';
import { ActiveRunCount } from './activeRunCount';
import type { LoadMoreElement, RunTreeElement } from './elements';
import type { KeptFilters } from './keptFilters';
import { openRowsOf } from './openRow';
import { activeCount, type RunGroups } from './runGroups';
import { RunListing } from './runListing';
import { RunTreeProvider, type RunSources } from './runTreeProvider';

export interface RunTreeOptions {
  readonly viewId: RunsViewId;
  /** `vault`: a row says of which workspace it is. */
  readonly scope: RowScope;
  /** `activeRuns`: the view's badge counts them. VS Code adds the badges of a container up, so only one view has it. */
  readonly badge: 'activeRuns' | 'none';
  readonly keptFilters: KeptFilters;
}

/** Durations of running rows are drawn each second; ages of the others each minute. */
const secondMs = 1000;
const minuteMs = 60_000;

export class RunTree implements vscode.Disposable {
  readonly #view: vscode.TreeView<RunTreeElement>;
  readonly #listing: RunListing;
  readonly #provider: RunTreeProvider;
  readonly #connection: EngineConnection;
  readonly #activeRuns: ActiveRunCount | null;
  readonly #keptFilters: KeptFilters;
  readonly #filteredKey: string;
  readonly #subscriptions: vscode.Disposable[];
  #scope: RunFilter | null = null;
  #scopeWords = '';
  #chosen: ChosenFilters;
  #timer: { readonly every: number; readonly id: NodeJS.Timeout } | undefined;

  constructor(sources: RunSources, options: RunTreeOptions) {
    const { connection, log } = sources;
    this.#connection = connection;
    this.#keptFilters = options.keptFilters;
    this.#chosen = options.keptFilters.read();
    this.#filteredKey = filteredKeys[options.viewId];
    this.#listing = new RunListing(connection, log);
    this.#activeRuns = options.badge === 'activeRuns' ? new ActiveRunCount(connection, log) : null;
    this.#provider = new RunTreeProvider(sources, this.#listing, options);
    this.#view = vscode.window.createTreeView(options.viewId, {
      treeDataProvider: this.#provider,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#subscriptions = [
      this.#view,
      this.#provider,
      this.#listing,
      this.#listing.onDidChange(() => this.#keepTime()),
      openRowsOf(options.viewId, () => this.#view.selection),
      connection.onDidChangeState((state) => this.#onEngine(state)),
      this.#view.onDidExpandElement(({ element }) => this.#provider.noteExpanded(element)),
      this.#view.onDidCollapseElement(({ element }) => this.#provider.noteCollapsed(element)),
      this.#view.onDidChangeVisibility(() => {
        this.#passTime();
        this.#keepTime();
      }),
    ];
    if (this.#activeRuns) {
      this.#subscriptions.push(
        this.#activeRuns,
        this.#activeRuns.onDidCount((count) => this.#showBadge(count)),
      );
    }
    this.#showFilters();
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

  /** What the view is called, as its header has it. */
  get title(): string {
    return this.#view.title ?? '';
  }

  /** The words beside the title. */
  get description(): string {
    return this.#view.description ?? '';
  }

  /** The number on the view; 0 when it has none. */
  get badge(): number {
    return this.#view.badge?.value ?? 0;
  }

  /** Fires with the rows that are selected now. */
  get onDidChangeSelection(): vscode.Event<vscode.TreeViewSelectionChangeEvent<RunTreeElement>> {
    return this.#view.onDidChangeSelection;
  }

  /** Fires after the active runs of the badge were counted; never on a view without. */
  get onDidCountActive(): vscode.Event<unknown> {
    return this.#activeRuns?.onDidCount ?? (() => ({ dispose: () => undefined }));
  }

  /** The selected rows. */
  get selection(): readonly RunTreeElement[] {
    return this.#view.selection;
  }

  /** The runs that the view would show without filters; null: none. */
  get scope(): RunFilter | null {
    return this.#scope;
  }

  /** What the view is filtered by. */
  get chosen(): ChosenFilters {
    return this.#chosen;
  }

  /** True if the row is one of this tree. */
  owns(element: LoadMoreElement): boolean {
    return this.#provider.owns(element);
  }

  /** Shows other runs; null: none. The filters stay. `words` say beside the title which they are, where it does not. */
  setScope(scope: RunFilter | null, words = ''): void {
    this.#scope = scope;
    this.#scopeWords = words;
    this.#narrow();
    this.#showFilters();
    this.#activeRuns?.setScope(scope);
    this.#onEngine(this.#connection.state);
  }

  /** Filters the view, now and in later sessions. */
  async choose(chosen: ChosenFilters): Promise<void> {
    this.#chosen = chosen;
    this.#provider.startAnew();
    this.#narrow();
    this.#showFilters();
    await this.#keptFilters.keep(chosen);
  }

  /** Brings the row of a run of the status into view and selects it; does nothing when it is not among those that are shown. */
  async reveal(runId: string, status: RunStatus): Promise<void> {
    const row = await this.#provider.rowOf(runId, status);
    if (row !== undefined) await this.#view.reveal(row, { select: true, focus: false });
  }

  /** From now on counts the active runs although nobody looks at the view, for its badge. */
  countUnseen(): void {
    this.#activeRuns?.begin();
  }

  /** Adds one more page to the group of the row. */
  loadMore(element: LoadMoreElement): Promise<void> {
    return this.#listing.loadMore(element.parent.status);
  }

  dispose(): void {
    clearInterval(this.#timer?.id);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #narrow(): void {
    this.#listing.setFilter(this.#scope && narrowed(this.#scope, this.#chosen, new Date()));
  }

  #showFilters(): void {
    const words = this.#scopeWords === '' ? [] : [this.#scopeWords];
    this.#view.description = plainText([...words, ...filterWords(this.#chosen)].join(' · '));
    void vscode.commands.executeCommand('setContext', this.#filteredKey, isFiltered(this.#chosen));
  }

  #showBadge(active: number): void {
    this.#view.badge = active === 0 ? undefined : { value: active, tooltip: activeRunsInWords(active) };
  }

  #onEngine(state: EngineState): void {
    const wasUnavailable = Boolean(this.#view.message);
    // A view with a message shows no welcome, and one that shows no runs needs no engine.
    if (state.kind === 'unavailable') this.#view.message = this.#listing.filter === null ? '' : state.message;
    if (state.kind !== 'ready') return;
    this.#view.message = '';
    if (wasUnavailable) this.#provider.drawAll();
  }

  /** Brings to now what changes by itself: texts, and which day "today" is. */
  #passTime(): void {
    this.#provider.drawChangedTexts();
    this.#narrow();
  }

  /** No timer while nobody looks. */
  #keepTime(): void {
    const every = !this.#view.visible ? 0 : activeCount(this.#listing.groups) > 0 ? secondMs : minuteMs;
    if (every === (this.#timer?.every ?? 0)) return;
    clearInterval(this.#timer?.id);
    this.#timer = every === 0 ? undefined : { every, id: setInterval(() => this.#passTime(), every) };
  }
}
