/** How the version of a run stands to the live workflow, from now on: computed from the two texts, as the editor does it. */
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import type { VersionRelation } from '../../model/run/shownRun';
import type { RunSnapshots } from '../snapshots/runSnapshots';
import { sentenceOf } from '../sentence';
import type { LiveShare, LiveWorkflows } from '../workflows/liveWorkflows';
import type { WorkflowParser } from '../workflows/workflowParser';

export interface VersionSources {
  readonly parser: WorkflowParser;
  readonly snapshots: RunSnapshots;
  readonly workflows: LiveWorkflows;
}

export class LiveRelation implements vscode.Disposable {
  /** Path of the workflow file that the run is compared with. */
  readonly path: string;
  readonly #runId: string;
  readonly #sources: VersionSources;
  readonly #changed = new vscode.EventEmitter<VersionRelation>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed];
  #ranVersion: string | undefined;
  #disposed = false;

  /** Fires when both texts have been read for the first time, and whenever the relation may be another. */
  readonly onDidChange = this.#changed.event;

  constructor(run: RunSummary, sources: VersionSources) {
    this.path = run.workflow.path;
    this.#runId = run.id;
    this.#sources = sources;
    this.#begin().catch((error: unknown) => this.#tell({ kind: 'unknown', reason: sentenceOf(error) }));
  }

  dispose(): void {
    this.#disposed = true;
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #begin(): Promise<void> {
    const share = await this.#sources.workflows.share(this.path);
    if (this.#disposed) return share.dispose();
    this.#subscriptions.push(
      share,
      share.live.onDidChange(() => this.#compare(share)),
    );
    this.#ranVersion = await this.#readSnapshot();
    await share.live.settled();
    this.#compare(share);
  }

  /** The run's own version; nothing of its text is kept. */
  async #readSnapshot(): Promise<string> {
    const { parser, snapshots } = this.#sources;
    const { source } = await snapshots.of(this.#runId);
    const handle = `details:${this.#runId}:${randomUUID()}`;
    try {
      return (await parser.parseSource(handle, source)).version;
    } finally {
      parser.release(handle);
    }
  }

  #compare({ live }: LiveShare): void {
    if (this.#ranVersion === undefined || live.state === undefined) return;
    if (live.state.kind === 'gone') this.#tell({ kind: 'gone' });
    else this.#tell({ kind: live.state.parsed.version === this.#ranVersion ? 'same' : 'changed' });
  }

  #tell(relation: VersionRelation): void {
    if (!this.#disposed) this.#changed.fire(relation);
  }
}
