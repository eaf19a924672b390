/** The run that the details show: read whole, then followed through the engine's events until somebody looks elsewhere. */
import { ResponseError } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import { hasSeveralAttempts } from '../../model/run/attempt';
import type { NodeRun, RunSummary } from '../../model/run/run';
import type { ShownRun } from '../../model/run/shownRun';
import { labelsOf } from '../../model/workflow/runNodes';
import { engineErrors, getLineage, listMachines, type NodesChanged, type RunsChanged } from '../../protocol/engine';
import { listAttempts } from '../../protocol/nodeAttempts';
import type { DetailsState } from '../../protocol/runDetails';
import type { EngineConnection, RunWatch } from '../engineConnection';
import { coalesced } from '../runTree/coalesced';
import type { RunExpectations } from '../history/runExpectations';
import { sentenceOf } from '../sentence';
import type { KnownSchedules } from '../schedules/knownSchedules';
import { FollowedNodes } from './followedNodes';
import { LiveRelation, type VersionSources } from './liveRelation';
import { scheduleOf } from './shownSchedule';

export interface DetailsSources extends VersionSources {
  readonly connection: EngineConnection;
  readonly schedules: KnownSchedules;
  readonly expectations: RunExpectations;
  readonly log: vscode.LogOutputChannel;
}

/** A run to show, and what is known of it already. */
export interface RunToShow {
  readonly id: string;
  readonly known: RunSummary | null;
}

export type FollowedChange =
  /** Something else is to be shown. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'slices'; readonly slices: Partial<Omit<ShownRun, 'nodes'>> }
  /** Nodes with these ids. */
  | { readonly kind: 'nodes'; readonly ids: readonly string[] };

type Ending = Extract<DetailsState, { readonly kind: 'failed' | 'deleted' }>;

const nothingKnown = {
  inputs: null,
  otherFiles: null,
  machines: null,
  lineage: null,
  attempts: null,
  schedule: null,
  version: { kind: 'comparing' },
  expectedEnd: null,
  usual: null,
} as const satisfies Partial<ShownRun>;

export class FollowedRun implements vscode.Disposable {
  readonly runId: string;
  readonly #sources: DetailsSources;
  readonly #changed = new vscode.EventEmitter<FollowedChange>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #readMachines = coalesced(() => this.#askFor('machines', () => this.#machines()));
  readonly #readAttempts = coalesced(() => this.#askFor('attempts', () => this.#attempts()));
  readonly #readSchedule = coalesced(() => this.#askFor('schedule', () => this.#schedule()));
  readonly #readLineage = coalesced(() => this.#askFor('lineage', () => this.#lineage()));
  #shown: Omit<ShownRun, 'nodes'> | null;
  #nodes: FollowedNodes | null = null;
  /** Why there is nothing to show. */
  #ending: Ending | null = null;
  #watch: RunWatch | undefined;
  #relation: LiveRelation | undefined;
  #disposed = false;

  readonly onDidChange = this.#changed.event;

  constructor({ id, known }: RunToShow, sources: DetailsSources) {
    this.runId = id;
    this.#sources = sources;
    this.#shown = known === null ? null : { ...nothingKnown, run: known };
    const { connection } = sources;
    this.#subscriptions = [
      this.#changed,
      connection.onRunsChanged((event) => this.#runsChanged(event)),
      connection.onNodesChanged((event) => this.#nodesChanged(event)),
      sources.expectations.onDidChange((changed) => changed === id && this.#showExpected()),
      sources.schedules.onDidChange(() => void this.#readSchedule()),
      connection.onDidReconnect(() => void this.read()),
      connection.onDidChangeState((state) => {
        if (state.kind === 'unavailable') this.#end({ kind: 'failed', sentence: state.message });
        if (state.kind === 'ready' && this.#ending?.kind === 'failed') void this.read();
      }),
    ];
    void this.read();
  }

  /** All that there is to show. */
  get state(): DetailsState {
    if (this.#ending !== null) return this.#ending;
    if (this.#shown === null) return { kind: 'loading' };
    return { kind: 'run', shown: { ...this.#shown, nodes: this.#nodes?.rows() ?? null } };
  }

  /** The nodes with these ids, as a line each. */
  rowsOf(ids: Iterable<string>) {
    return this.#nodes?.rows(ids) ?? [];
  }

  /** Asks for the whole run: at the start, when events may have been missed, and when it failed before. */
  async read(): Promise<void> {
    try {
      const watch = await this.#sources.connection.watchRun(this.runId);
      this.#watch?.dispose();
      this.#watch = watch;
      if (this.#disposed) return watch.dispose();
      const { nodes, inputs, ...run } = watch.details;
      this.#ending = null;
      this.#nodes = new FollowedNodes(nodes, inputs, this.#nodes);
      this.#shown = { ...nothingKnown, ...this.#shown, run, ...this.#nodes.files() };
      this.#changed.fire({ kind: 'whole' });
      this.#showExpected();
      this.#compareVersions(run);
      await Promise.all([
        this.#readMachines(),
        this.#readLineage(),
        this.#readAttemptsOf(nodes),
        this.#readSchedule(),
        this.#readLabels(run),
      ]);
    } catch (error) {
      const isUnknown = error instanceof ResponseError && error.code === engineErrors.unknownRun;
      this.#end(isUnknown ? this.#deleted() : { kind: 'failed', sentence: sentenceOf(error) });
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#watch?.dispose();
    this.#relation?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #runsChanged({ runs, deleted }: RunsChanged): void {
    if (deleted.includes(this.runId)) return this.#end(this.#deleted());
    const run = runs.find(({ id }) => id === this.runId);
    if (run !== undefined) this.#runChanged(run);
    const { rerunOf = null, reruns = [] } = this.#shown?.lineage ?? {};
    const related = new Set([rerunOf, ...reruns].map((reference) => reference?.id));
    const concerned = runs.some((other) => other.rerunOf === this.runId || related.has(other.id));
    if (concerned || deleted.some((id) => related.has(id))) void this.#readLineage();
  }

  #runChanged(run: RunSummary): void {
    const before = this.#shown?.run;
    this.#change({ run });
    this.#compareVersions(run);
    if (before?.hasSnapshot !== run.hasSnapshot) void this.#readLabels(run);
    if (before?.machines.length !== run.machines.length || before.status !== run.status) void this.#readMachines();
  }

  #nodesChanged({ runId, nodes }: NodesChanged): void {
    if (runId !== this.runId || this.#nodes === null || this.#ending !== null) return;
    const readFiles = this.#nodes.change(nodes);
    this.#changed.fire({ kind: 'nodes', ids: nodes.map(({ id }) => id) });
    void this.#readAttemptsOf(nodes);
    if (readFiles) this.#change(this.#nodes.files());
  }

  #compareVersions(run: RunSummary): void {
    if (!run.hasSnapshot) return this.#change({ version: { kind: 'notTaken' } });
    if (this.#relation?.path === run.workflow.path) return;
    this.#relation?.dispose();
    this.#change({ version: { kind: 'comparing' } });
    this.#relation = new LiveRelation(run, this.#sources);
    this.#relation.onDidChange((version) => this.#change({ version }));
  }

  #showExpected(): void {
    const run = this.#shown?.run;
    if (run !== undefined) this.#change({ ...this.#sources.expectations.current(run) });
  }

  async #machines(): Promise<void> {
    const { machines } = await this.#sources.connection.send(listMachines, { runId: this.runId });
    this.#change({ machines });
  }

  /** Most runs have no node that was tried again, and nothing is asked for them. */
  async #readAttemptsOf(nodes: readonly NodeRun[]): Promise<void> {
    if (nodes.some(hasSeveralAttempts)) await this.#readAttempts();
  }

  async #attempts(): Promise<void> {
    const { nodes } = await this.#sources.connection.send(listAttempts, { runId: this.runId });
    this.#change({ attempts: nodes });
  }

  async #lineage(): Promise<void> {
    this.#change({ lineage: await this.#sources.connection.send(getLineage, { runId: this.runId }) });
  }

  async #schedule(): Promise<void> {
    const { connection, schedules } = this.#sources;
    const id = this.#shown?.run.scheduleId ?? null;
    if (id !== null) this.#change({ schedule: await scheduleOf(id, schedules, connection) });
  }

  async #readLabels({ hasSnapshot }: RunSummary): Promise<void> {
    if (!hasSnapshot) return;
    await this.#askFor('labels of its nodes', async () => {
      const labels = labelsOf(await this.#sources.snapshots.of(this.runId));
      if (this.#disposed || this.#nodes?.name(labels) !== true) return;
      this.#changed.fire({ kind: 'whole' });
    });
  }

  /** A part that cannot be read is left out: the run itself says when it is gone, or the engine. */
  async #askFor(what: string, action: () => Promise<void>): Promise<void> {
    try {
      if (!this.#disposed) await action();
    } catch (error) {
      this.#sources.log.warn(`Run ${this.runId}: its ${what} could not be read: ${sentenceOf(error)}`);
    }
  }

  #change(slices: Partial<Omit<ShownRun, 'nodes'>>): void {
    if (this.#disposed || this.#shown === null || this.#ending !== null) return;
    this.#shown = { ...this.#shown, ...slices };
    this.#changed.fire({ kind: 'slices', slices });
  }

  #deleted(): Ending {
    return { kind: 'deleted', name: this.#shown?.run.name ?? null };
  }

  #end(ending: Ending): void {
    // What was deleted stays deleted, however the engine is.
    if (this.#disposed || this.#ending?.kind === 'deleted') return;
    this.#ending = ending;
    this.#changed.fire({ kind: 'whole' });
  }
}
