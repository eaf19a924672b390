/** One run in one editor: follows the run, its snapshot and the live workflow, and keeps what the rules make of them. */
import { randomUUID } from 'node:crypto';
import { ResponseError } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import { afterEvent, startLoading, type LoadedPlace, type LoadedRunEvent } from '../../model/run/loadedRunState';
import { partInside, pathInRun } from '../../model/run/modulePart';
import type { NodeRun, RunSummary } from '../../model/run/run';
import { engineErrors } from '../../protocol/engine';
import type { EngineConnection, RunWatch } from '../engineConnection';
import { noExpectation, type RunExpectation, type RunExpectations } from '../history/runExpectations';
import type { RunSnapshots } from '../snapshots/runSnapshots';
import type { LiveChange, LiveState, LiveWorkflow } from '../workflows/liveWorkflow';
import type { ParsedWorkflow, VersionDifference } from '../workflows/parserProtocol';
import type { WorkflowParser } from '../workflows/workflowParser';
import type { LoadedSources } from './drawnWorkflow';
import { moduleSource } from './moduleSource';
import { sentenceOf } from '../sentence';

export interface RunSources {
  readonly connection: EngineConnection;
  readonly snapshots: RunSnapshots;
  readonly expectations: RunExpectations;
  readonly parser: WorkflowParser;
}

/** A run to load, as far as it is known: of one that has a snapshot that is read at once, and not only when the run was. */
export interface RunToLoad {
  readonly id: string;
  readonly hasSnapshot?: boolean;
  /** Path of the module node whose part is meant; null: the whole run. */
  readonly module: string | null;
}

const noDifference: VersionDifference = { stale: [], differences: [] };

export class LoadedSession implements vscode.Disposable {
  readonly runId: string;
  /** Path of the module node whose part of the run it is; null: the whole run. */
  readonly module: string | null;
  /** Under which the parser keeps the snapshot's model. */
  readonly handle: string;
  readonly #sources: RunSources;
  readonly #live: LiveWorkflow;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #patched = new vscode.EventEmitter<readonly NodeRun[]>();
  readonly #deleted = new vscode.EventEmitter<RunSummary | null>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed, this.#patched, this.#deleted];
  /** By the ids that they have in the file that is shown. */
  readonly #nodeRuns = new Map<string, NodeRun>();
  /** Of the module node whose part is shown. */
  #moduleRun: NodeRun | null = null;
  #usual: { readonly all: RunExpectation['usual']; readonly inside: RunExpectation['usual'] } = { all: [], inside: [] };
  #state;
  #snapshot: ParsedWorkflow | undefined;
  #difference = noDifference;
  #watch: RunWatch | undefined;
  #isReadingSnapshot = false;
  #comparison = 0;
  #disposed = false;

  /** Fires when anything but single node runs changed. */
  readonly onDidChange = this.#changed.event;
  /** Fires with the node runs that changed, whole. */
  readonly onDidPatch = this.#patched.event;
  readonly onDidDelete = this.#deleted.event;

  constructor(run: RunToLoad, place: LoadedPlace, live: LiveWorkflow, sources: RunSources) {
    const runId = run.id;
    this.runId = runId;
    this.module = run.module;
    // The same run may be loaded in two editors, and each forgets its own copy.
    this.handle = `run:${runId}:${randomUUID()}`;
    this.#live = live;
    this.#sources = sources;
    this.#state = startLoading(runId, place);
    this.#subscriptions.push(
      live.onDidChange((change) => this.#liveRead(change)),
      sources.connection.onRunsChanged(({ runs, deleted }) => {
        if (deleted.includes(runId)) this.#deleted.fire(this.#state.run);
        const run = runs.find(({ id }) => id === runId);
        if (run !== undefined) this.#runRead(run);
      }),
      sources.connection.onNodesChanged((event) => {
        if (event.runId === runId) this.#patch(event.nodes);
      }),
      sources.expectations.onDidChange((id) => id === runId && this.#changed.fire()),
      sources.connection.onDidReconnect(() => void this.#readRun()),
      sources.connection.onDidChangeState(({ kind }) => {
        if (kind === 'ready' && this.#state.failure !== null) void this.#readRun();
      }),
    );
    void this.#readRun();
    if (run.hasSnapshot === true) void this.#readSnapshot();
    void live.settled().then((state) => this.#liveRead({ state, cause: 'file' }));
  }

  /** What the canvas is made of. */
  get current(): LoadedSources {
    const { run } = this.#state;
    return {
      state: this.#state,
      expectation: this.#expectationOf(run),
      part: this.module === null ? null : { path: this.module, nodeRun: this.#moduleRun },
      snapshot: this.#snapshot,
      nodeRuns: [...this.#nodeRuns.values()],
      difference: this.#difference,
    };
  }

  /** What is known of a node in this run. */
  nodeRun(nodeId: string): NodeRun | undefined {
    return this.#nodeRuns.get(nodeId);
  }

  /** The path in the run of a node that is shown. */
  pathOf(nodeId: string): string {
    return pathInRun(this.module, nodeId);
  }

  /** Puts the snapshot, or the live workflow, behind an overlay. */
  show(what: 'live' | 'snapshot'): void {
    this.#happen({ kind: 'show', what });
  }

  dispose(): void {
    this.#disposed = true;
    this.#watch?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#sources.parser.release(this.handle);
  }

  #happen(event: LoadedRunEvent): void {
    if (this.#disposed) return;
    this.#state = afterEvent(this.#state, event);
    this.#changed.fire();
  }

  /** Asks for the whole run: at the start, and when events may have been missed. */
  async #readRun(): Promise<void> {
    try {
      const watch = await this.#sources.connection.watchRun(this.runId);
      this.#watch?.dispose();
      this.#watch = watch;
      if (this.#disposed) return watch.dispose();
      this.#nodeRuns.clear();
      // Apart, as the node runs are as large as the workflow: what the banner is told of the run goes without them.
      const { nodes, inputs: _inputs, ...run } = watch.details;
      this.#keep(nodes);
      this.#runRead(run);
    } catch (error) {
      const isDeleted = error instanceof ResponseError && error.code === engineErrors.unknownRun;
      if (isDeleted) this.#deleted.fire(this.#state.run);
      else this.#happen({ kind: 'failed', message: sentenceOf(error) });
    }
  }

  #runRead(run: RunSummary): void {
    this.#happen({ kind: 'runRead', run });
    if (!run.hasSnapshot) this.#happen({ kind: 'snapshotRead', snapshot: { kind: 'none' } });
    else if (this.#snapshot === undefined) void this.#readSnapshot();
  }

  async #readSnapshot(): Promise<void> {
    if (this.#isReadingSnapshot) return;
    this.#isReadingSnapshot = true;
    try {
      const snapshot = await this.#sources.snapshots.of(this.runId);
      const source = this.module === null ? snapshot.source : moduleSource(snapshot, this.module);
      this.#snapshot = await this.#sources.parser.parseSource(this.handle, source);
      this.#happen({ kind: 'snapshotRead', snapshot: { kind: 'read', version: this.#snapshot.version } });
      await this.#compare();
    } catch (error) {
      this.#happen({ kind: 'failed', message: sentenceOf(error) });
    } finally {
      this.#isReadingSnapshot = false;
    }
  }

  #liveRead({ state, cause }: LiveChange): void {
    const version = liveVersionOf(state);
    this.#happen({ kind: 'liveRead', live: version, cause });
    void this.#compare();
  }

  /** What differs is worked out after the modes are on screen: it may take longer than a frame. */
  async #compare(): Promise<void> {
    this.#comparison += 1;
    const comparison = this.#comparison;
    if (this.#snapshot === undefined || this.#live.state?.kind !== 'present') return;
    // Text that cannot be drawn says nothing about its nodes: what is drawn is as stale as before.
    if (this.#live.state.parsed.outdated !== null) return;
    const difference =
      this.#snapshot.version === this.#live.state.parsed.version
        ? noDifference
        : await this.#sources.parser.compare(this.handle, this.#live.handle).catch(() => noDifference);
    if (comparison !== this.#comparison || this.#disposed) return;
    this.#difference = difference;
    this.#changed.fire();
  }

  #patch(nodes: readonly NodeRun[]): void {
    const kept = this.#keep(nodes);
    if (kept.length > 0) this.#patched.fire(kept);
    // The banner tells how the module does.
    if (this.module !== null && nodes.some(({ id }) => id === this.module)) this.#changed.fire();
  }

  /** Takes over what is of the part that is shown, and gives that. */
  #keep(nodes: readonly NodeRun[]): readonly NodeRun[] {
    const kept = partInside(nodes, this.module);
    for (const node of kept) this.#nodeRuns.set(node.id, node);
    this.#moduleRun = nodes.find(({ id }) => id === this.module) ?? this.#moduleRun;
    return kept;
  }

  /** When the whole run ends says nothing of its module. */
  #expectationOf(run: RunSummary | null): RunExpectation {
    if (run === null) return noExpectation;
    const expectation = this.#sources.expectations.current(run);
    if (this.module === null) return expectation;
    // Told apart by identity: another list is sent to the page.
    if (this.#usual.all !== expectation.usual) {
      this.#usual = { all: expectation.usual, inside: partInside(expectation.usual, this.module) };
    }
    return { expectedEnd: null, usual: this.#usual.inside };
  }
}

function liveVersionOf(state: LiveState) {
  return state.kind === 'gone'
    ? ({ kind: 'gone' } as const)
    : ({ kind: 'present', version: state.parsed.version } as const);
}
