/** A run as a side of a comparison: read whole, then followed through the engine's events. */
import { randomUUID } from 'node:crypto';
import { ResponseError } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import type { NodeRun, RunInput, RunSummary } from '../../model/run/run';
import type { SideView } from '../../protocol/compare';
import { engineErrors } from '../../protocol/engine';
import type { RunWatch } from '../engineConnection';
import { sentenceOf } from '../sentence';
import { quoted } from '../shownText';
import { snapshotUri } from '../snapshots/snapshotUri';
import type { CompareSources, FollowedSide, SideChange, SideVersion } from './comparedSide';

export class RunSide implements FollowedSide {
  readonly handle: string;
  readonly #runId: string;
  readonly #sources: CompareSources;
  readonly #changed = new vscode.EventEmitter<SideChange>();
  readonly #patched = new vscode.EventEmitter<readonly NodeRun[]>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #nodes = new Map<string, NodeRun>();
  #run: RunSummary | undefined;
  #inputs: readonly RunInput[] = [];
  #isDeleted = false;
  #version: SideVersion = { kind: 'reading' };
  #watch: RunWatch | undefined;
  #disposed = false;

  readonly onDidChange = this.#changed.event;
  readonly onDidPatch = this.#patched.event;

  constructor(runId: string, sources: CompareSources) {
    this.#runId = runId;
    this.handle = `compare:${runId}:${randomUUID()}`;
    this.#sources = sources;
    const { connection } = sources;
    this.#subscriptions = [
      this.#changed,
      this.#patched,
      connection.onRunsChanged(({ runs, deleted }) => {
        if (deleted.includes(runId)) return this.#deleted();
        const run = runs.find(({ id }) => id === runId);
        if (run !== undefined) this.#runRead(run);
      }),
      connection.onNodesChanged((event) => {
        if (event.runId !== runId) return;
        for (const node of event.nodes) this.#nodes.set(node.id, node);
        this.#patched.fire(event.nodes);
      }),
      connection.onDidReconnect(() => this.retry()),
      connection.onDidChangeState(({ kind }) => {
        if (kind === 'ready' && this.#run === undefined) this.retry();
      }),
    ];
    this.retry();
  }

  get view(): SideView {
    if (this.#isDeleted) return { kind: 'deleted', name: this.#run?.name ?? null };
    return this.#run === undefined ? { kind: 'loading' } : { kind: 'run', run: this.#run, inputs: this.#inputs };
  }

  get version(): SideVersion {
    return this.#version;
  }

  get nodes(): readonly NodeRun[] {
    return [...this.#nodes.values()];
  }

  retry(): void {
    void this.#read();
  }

  uriOf(file: string): Promise<vscode.Uri> {
    return Promise.resolve(snapshotUri({ runId: this.#runId, file }));
  }

  dispose(): void {
    this.#disposed = true;
    this.#watch?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#sources.parser.release(this.handle);
  }

  async #read(): Promise<void> {
    try {
      const watch = await this.#sources.connection.watchRun(this.#runId);
      this.#watch?.dispose();
      this.#watch = watch;
      if (this.#disposed) return watch.dispose();
      const { nodes, inputs, ...run } = watch.details;
      this.#inputs = inputs;
      this.#nodes.clear();
      for (const node of nodes) this.#nodes.set(node.id, node);
      this.#runRead(run);
      this.#changed.fire('whole');
    } catch (error) {
      if (error instanceof ResponseError && error.code === engineErrors.unknownRun) this.#deleted();
      else this.#miss(sentenceOf(error));
    }
  }

  #runRead(run: RunSummary): void {
    if (this.#isDeleted || this.#disposed) return;
    this.#run = run;
    if (!run.hasSnapshot) {
      const sentence = vscode.l10n.t(
        '{0} has not begun, so there is no version of it yet. The comparison comes by itself when it starts.',
        quoted(run.name),
      );
      this.#version = { kind: 'missing', sentence, ways: ['chooseRun'] };
    } else if (this.#version.kind !== 'read') {
      this.#version = { kind: 'reading' };
      void this.#readSnapshot();
    }
    this.#changed.fire('view');
  }

  async #readSnapshot(): Promise<void> {
    try {
      const { source } = await this.#sources.snapshots.of(this.#runId);
      const { version } = await this.#sources.parser.parseSource(this.handle, source);
      if (this.#disposed) return this.#sources.parser.release(this.handle);
      this.#version = { kind: 'read', version };
      this.#changed.fire('view');
    } catch (error) {
      this.#miss(sentenceOf(error));
    }
  }

  #miss(sentence: string): void {
    if (this.#disposed || this.#isDeleted) return;
    this.#version = { kind: 'missing', sentence, ways: ['retry', 'chooseRun'] };
    this.#changed.fire('view');
  }

  #deleted(): void {
    if (this.#disposed) return;
    this.#isDeleted = true;
    this.#version = {
      kind: 'missing',
      sentence:
        this.#run === undefined
          ? vscode.l10n.t('The run {0} is not there any more; it was deleted.', this.#runId)
          : vscode.l10n.t('{0} was deleted, with its logs and outputs.', quoted(this.#run.name)),
      ways: ['chooseRun'],
    };
    this.#changed.fire('view');
  }
}
