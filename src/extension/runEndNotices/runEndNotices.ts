/** Tells when a run that was started in this window has ended: once, and not to somebody who is looking at it. */
import * as vscode from 'vscode';
import { ResponseError } from 'vscode-jsonrpc';
import type { RunSummary } from '../../model/run/run';
import { isActive } from '../../model/run/status';
import { engineErrors, getRun } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { commandIds } from '../ids';
import type { Settings } from '../settings/settings';
import { endNoticeOf, type EndNotice } from './endNotice';

export interface RunEndNoticesOptions {
  readonly connection: EngineConnection;
  readonly settings: Settings;
  readonly log: vscode.LogOutputChannel;
  /** Keeps the runs that go on over a reload of the window. */
  readonly memory: vscode.Memento;
  /** True if the run is on the canvas in front. */
  readonly isInFront: (runId: string) => boolean;
}

const memoryKey = 'runlens.startedRuns';
/** Of a window that started more and was closed each time, the oldest are forgotten. */
const mostRemembered = 100;

export class RunEndNotices implements vscode.Disposable {
  readonly #options: RunEndNoticesOptions;
  readonly #subscriptions: vscode.Disposable[];
  /** Runs of this window that have not ended as far as is known. */
  readonly #awaited: Set<string>;
  /** Those of the window before its reload: what ended while nobody was here is history, not news. */
  #fromBefore: ReadonlySet<string>;

  constructor(options: RunEndNoticesOptions) {
    this.#options = options;
    const { connection, memory } = options;
    this.#fromBefore = new Set(stringsIn(memory.get<unknown>(memoryKey)));
    this.#awaited = new Set(this.#fromBefore);
    this.#subscriptions = [
      connection.onDidStartRun((run) => this.#await(run)),
      connection.onRunsChanged(({ runs, deleted }) => {
        runs.forEach((run) => this.#see(run));
        deleted.forEach((id) => this.#forget(id));
      }),
      connection.onDidChangeState(({ kind }) => {
        if (kind === 'ready') void this.#askAll();
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #await(run: RunSummary): void {
    this.#awaited.add(run.id);
    this.#remember();
    // A short one may have ended before its start was answered.
    void this.#ask(run.id);
  }

  /** What was missed while there was no engine. */
  async #askAll(): Promise<void> {
    await Promise.all([...this.#awaited].map((id) => this.#ask(id)));
    this.#fromBefore = new Set();
  }

  async #ask(id: string): Promise<void> {
    try {
      this.#see(await this.#options.connection.send(getRun, { run: id }));
    } catch (error) {
      if (error instanceof ResponseError && error.code === engineErrors.unknownRun) this.#forget(id);
      else this.#options.log.debug(`The run ${id} could not be asked for: ${String(error)}`);
    }
  }

  #see(run: RunSummary): void {
    if (isActive(run.status) || !this.#awaited.has(run.id)) return;
    const isHistory = this.#fromBefore.has(run.id);
    this.#forget(run.id);
    if (isHistory || this.#isWatched(run.id)) return;
    const notice = endNoticeOf(run);
    if (this.#isWanted(notice)) this.#tell(run.id, notice);
  }

  #isWatched(runId: string): boolean {
    return vscode.window.state.focused && this.#options.isInFront(runId);
  }

  #isWanted({ severity }: EndNotice): boolean {
    switch (this.#options.settings.notifyWhenRunEnds()) {
      case 'always':
        return true;
      case 'problems':
        return severity !== 'information';
      case 'never':
        return false;
    }
  }

  #tell(runId: string, { severity, text }: EndNotice): void {
    const view = vscode.l10n.t('View');
    show[severity](text, view).then(
      (pressed) => pressed === view && vscode.commands.executeCommand(commandIds.viewInEditor, runId),
      (error: unknown) => this.#options.log.error(`The end of ${runId} could not be told: ${String(error)}`),
    );
  }

  #forget(id: string): void {
    if (this.#awaited.delete(id)) this.#remember();
  }

  #remember(): void {
    void this.#options.memory.update(memoryKey, [...this.#awaited].slice(-mostRemembered));
  }
}

const show: Readonly<Record<EndNotice['severity'], (text: string, button: string) => Thenable<string | undefined>>> = {
  information: (text, button) => vscode.window.showInformationMessage(text, button),
  warning: (text, button) => vscode.window.showWarningMessage(text, button),
  error: (text, button) => vscode.window.showErrorMessage(text, button),
};

function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
