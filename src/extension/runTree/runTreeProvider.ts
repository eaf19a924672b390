/** Gives VS Code the rows of a run tree, and tells it which to draw anew. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import type { RunStatus } from '../../model/run/status';
import type { EngineConnection } from '../engineConnection';
import { openRowCommand, type RunsViewId } from '../ids';
import { expectedEndWords } from '../../model/history/expectedEndWords';
import type { RunExpectation, RunExpectations } from '../history/runExpectations';
import type { KnownSchedules } from '../schedules/knownSchedules';
import { timings } from '../schedules/loadTimings';
import { hereTimeZone } from '../../model/schedule/timeOfTiming';
import type { RunSnapshots } from '../snapshots/runSnapshots';
import {
  rowId,
  type GroupElement,
  type LoadMoreElement,
  type NodeRunElement,
  type RunElement,
  type RunTreeElement,
} from './elements';
import { NodeRunRows } from './nodeRunRows';
import { initiallyOpen, shownGroups } from './runGroups';
import type { RowScope } from '../../model/run/runText';
import type { RunListing } from './runListing';
import { tooltipOf } from './tooltips';
import type { TreeChange } from './treeChange';
import { changingText, treeItem, wayOutItem, type RowState, type RunsElement } from './treeItems';

const waysOut: readonly RunTreeElement[] = [
  { kind: 'wayOut', way: 'retry' },
  { kind: 'wayOut', way: 'showLog' },
];

/** A tooltip comes this late at most, in milliseconds. */
const tooltipWaitMs = 300;

/** Where the trees have what they show. */
export interface RunSources {
  readonly connection: EngineConnection;
  readonly snapshots: RunSnapshots;
  readonly expectations: RunExpectations;
  readonly schedules: KnownSchedules;
  readonly log: vscode.LogOutputChannel;
}

export interface RowOptions {
  readonly viewId: RunsViewId;
  readonly scope: RowScope;
}

export class RunTreeProvider implements vscode.TreeDataProvider<RunTreeElement>, vscode.Disposable {
  readonly #options: RowOptions;
  readonly #listing: RunListing;
  readonly #nodeRuns: NodeRunRows;
  readonly #expectations: RunExpectations;
  readonly #schedules: KnownSchedules;
  readonly #log: vscode.LogOutputChannel;
  readonly #redraw = new vscode.EventEmitter<RunTreeElement | RunTreeElement[] | undefined>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #groups = new Map<RunStatus, GroupElement>();
  readonly #rows = new Map<RunStatus, Map<string, RunElement>>();
  readonly #expanded = new Set<string>();
  /** Goes up when the view is filtered anew: a group of another round is another row, which VS Code opens by itself. */
  #round = 0;
  readonly #drawnText = new Map<RunElement | NodeRunElement, string>();

  readonly onDidChangeTreeData = this.#redraw.event;

  constructor(
    { connection, snapshots, expectations, schedules, log }: RunSources,
    listing: RunListing,
    options: RowOptions,
  ) {
    this.#options = options;
    this.#listing = listing;
    this.#log = log;
    this.#expectations = expectations;
    this.#schedules = schedules;
    this.#nodeRuns = new NodeRunRows(connection, snapshots);
    this.#subscriptions = [
      this.#redraw,
      this.#nodeRuns,
      listing.onDidChange((change) => this.#draw(change)),
      connection.onDidReconnect(() => this.#nodeRuns.forgetAll()),
      expectations.onDidChange(() => this.drawChangedTexts()),
      schedules.onDidChange(() => this.drawChangedTexts()),
      connection.onNodesChanged((event) => {
        this.#nodeRuns.apply(event).then(
          (rows) => rows.length > 0 && this.#redraw.fire(rows),
          (error: unknown) => log.debug(`Node runs of ${event.runId}: ${String(error)}`),
        );
      }),
    ];
  }

  async getChildren(element?: RunTreeElement): Promise<RunTreeElement[]> {
    switch (element?.kind) {
      case undefined:
        return [...(await this.#groupElements())];
      case 'group':
        return this.#runElements(element);
      case 'run':
        return [{ kind: 'workflow', parent: element }, ...(await this.#nodeRunElements(element))];
      case 'nodeRun':
        return element.inside;
      case 'workflow':
      case 'loadMore':
      case 'wayOut':
        return [];
    }
  }

  getParent(element: RunTreeElement): RunTreeElement | undefined {
    if (element.kind === 'nodeRun') return element.module ?? element.parent;
    return 'parent' in element ? element.parent : undefined;
  }

  getTreeItem(element: RunTreeElement): vscode.TreeItem {
    if (element.kind === 'wayOut') return wayOutItem(element);
    const now = Date.now();
    if (element.kind === 'run' || element.kind === 'nodeRun') {
      this.#drawnText.set(element, this.#changingText(element, now));
    }
    const { groups } = this.#listing;
    const status = statusOf(element);
    const group = groups.get(status) ?? { status, count: 0, isLowerBound: false, rows: [], hasMore: false, limit: 0 };
    const isOpen = element.kind === 'group' ? initiallyOpen(groups).has(status) : this.#isExpanded(element);
    const item = treeItem(element, { group, isOpen, ...this.#textState(element, now) });
    item.id = `${this.#round}/${rowId(element)}`;
    if (element.kind !== 'group') {
      item.command = { command: openRowCommand(this.#options.viewId), title: vscode.l10n.t('Open') };
    }
    return item;
  }

  async resolveTreeItem(item: vscode.TreeItem, element: RunTreeElement): Promise<vscode.TreeItem> {
    if (element.kind !== 'run' && element.kind !== 'nodeRun') return item;
    const run = element.kind === 'run' ? element.run : element.parent.run;
    item.tooltip = tooltipOf(element, Date.now(), await this.#expected(run), this.#schedules.current(run.scheduleId));
    return item;
  }

  /** The row of a run of the status, read if it was not yet; undefined when it is not among those that are shown. */
  async rowOf(runId: string, status: RunStatus): Promise<RunElement | undefined> {
    const groups = await this.#groupElements();
    const group = groups.find((element) => element.kind === 'group' && element.status === status);
    if (group?.kind === 'group') await this.#runElements(group);
    return this.#rows.get(status)?.get(runId);
  }

  /** True if the row is one that this tree made. */
  owns({ parent }: LoadMoreElement): boolean {
    return this.#groups.get(parent.status) === parent;
  }

  /** What the view told: an expanded run stays so when it changes its group. */
  noteExpanded(element: RunTreeElement): void {
    if (element.kind === 'run') this.#expanded.add(element.run.id);
  }

  noteCollapsed(element: RunTreeElement): void {
    if (element.kind !== 'run') return;
    this.#expanded.delete(element.run.id);
    this.#forgetNodeRuns(element);
  }

  /** Draws the rows whose text is another than it was drawn with, because time went by. */
  drawChangedTexts(): void {
    const now = Date.now();
    const changed = [...this.#drawnText].filter(([element, text]) => this.#changingText(element, now) !== text);
    if (changed.length > 0) this.#redraw.fire(changed.map(([element]) => element));
  }

  /** Draws everything anew, with the first groups open: somebody wants to see what is in them. */
  startAnew(): void {
    this.#round += 1;
    for (const rows of this.#rows.values()) for (const element of rows.values()) this.#drop(element);
    this.#rows.clear();
    this.#groups.clear();
    this.#redraw.fire(undefined);
  }

  /** Draws everything anew, from what is loaded. */
  drawAll(): void {
    this.#redraw.fire(undefined);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #groupElements(): Promise<readonly RunTreeElement[]> {
    if (this.#listing.filter === null) return [];
    try {
      await this.#listing.load();
    } catch {
      return waysOut; // Above them the view says why.
    }
    return shownGroups(this.#listing.groups).map(({ status }) => this.#groupElement(status));
  }

  async #runElements(parent: GroupElement): Promise<RunTreeElement[]> {
    const group = await this.#listing.open(parent.status);
    // A group of the round before: the one of this round is being drawn.
    if (this.#groups.get(parent.status) !== parent) return [];
    const before = this.#rows.get(parent.status);
    const rows = new Map<string, RunElement>();
    for (const run of group?.rows ?? []) {
      const element: RunElement = before?.get(run.id) ?? { kind: 'run', parent, run };
      element.run = run;
      rows.set(run.id, element);
    }
    for (const [id, element] of before ?? []) if (!rows.has(id)) this.#drop(element);
    this.#rows.set(parent.status, rows);
    return [...rows.values(), ...(group?.hasMore ? [{ kind: 'loadMore', parent } as const] : [])];
  }

  async #nodeRunElements(parent: RunElement): Promise<readonly NodeRunElement[]> {
    try {
      return await this.#nodeRuns.of(parent);
    } catch (error) {
      this.#log.warn(`The node runs of ${parent.run.name} could not be read: ${String(error)}`);
      return [];
    }
  }

  #groupElement(status: RunStatus): GroupElement {
    const element = this.#groups.get(status) ?? { kind: 'group', status };
    this.#groups.set(status, element);
    return element;
  }

  #draw(change: TreeChange): void {
    switch (change.kind) {
      case 'none':
        return;
      case 'groupList':
        this.#dropGoneGroups();
        this.#redraw.fire(undefined);
        return;
      case 'parts': {
        const rows = change.rows.flatMap((run) => {
          const element = this.#rows.get(run.status)?.get(run.id);
          if (element) element.run = run;
          return element ? [element] : [];
        });
        const groups = change.groups.map((status) => this.#groupElement(status));
        if (rows.length + groups.length > 0) this.#redraw.fire([...groups, ...rows]);
      }
    }
  }

  #dropGoneGroups(): void {
    const shown = new Set(shownGroups(this.#listing.groups).map(({ status }) => status));
    for (const [status, rows] of this.#rows) {
      if (shown.has(status)) continue;
      for (const element of rows.values()) this.#drop(element);
      this.#rows.delete(status);
    }
  }

  #drop(element: RunElement): void {
    this.#drawnText.delete(element);
    this.#forgetNodeRuns(element);
  }

  #forgetNodeRuns(element: RunElement): void {
    this.#nodeRuns.forget(element);
    for (const drawn of this.#drawnText.keys()) {
      if (drawn.kind === 'nodeRun' && drawn.parent === element) this.#drawnText.delete(drawn);
    }
  }

  #changingText(element: RunElement | NodeRunElement, now: number): string {
    return changingText(element, this.#textState(element, now));
  }

  /** A tooltip does not wait for an engine that is slow or gone. */
  async #expected(run: RunSummary): Promise<RunExpectation> {
    const soon = new Promise<RunExpectation>((resolve) => {
      setTimeout(() => resolve(this.#expectations.current(run)), tooltipWaitMs);
    });
    return Promise.race([this.#expectations.read(run), soon]);
  }

  #textState(element: RunTreeElement, now: number): Pick<RowState, 'scope' | 'now' | 'expected'> {
    const expected = element.kind === 'run' ? this.#expectedWords(element.run, now) : null;
    return { scope: this.#options.scope, now, expected };
  }

  #expectedWords(run: RunSummary, now: number): string | null {
    if (run.status === 'Running') return expectedEndWords(this.#expectations.current(run).expectedEnd, now);
    if (run.status !== 'Scheduled') return null;
    const timing = this.#schedules.current(run.scheduleId)?.timing;
    // Of a single time the status has said it.
    return timing?.kind === 'cron' ? timings().timingWords(timing, hereTimeZone()) : null;
  }

  #isExpanded(element: RunTreeElement): boolean {
    return element.kind === 'run' && this.#expanded.has(element.run.id);
  }
}

function statusOf(element: RunsElement): RunStatus {
  switch (element.kind) {
    case 'group':
      return element.status;
    case 'run':
    case 'loadMore':
      return element.parent.status;
    case 'workflow':
    case 'nodeRun':
      return statusOf(element.parent);
  }
}
