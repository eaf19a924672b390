/**
 * The workflow whose runs the second tree shows: the one that the active tab is about, live or the snapshot of a run; of a
 * module, the workflows that used it too.
 */
import * as vscode from 'vscode';
import { runsOf, type RunFilter } from '../../model/run/query';
import { kindOfFile } from '../../model/workflow/paths';
import { getRun, type RunsChanged } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { contextKeys } from '../ids';
import { snapshotFileOf } from '../snapshots/snapshotUri';
import { ModuleUsers } from './moduleUsers';
import type { ActiveWorkflow, WorkflowEditors } from '../workflowEditor/workflowEditors';
import type { WorkflowPages } from '../workflowEditor/workflowPages';

/** Shows these runs; null: none. The words say which they are, where the tree's title does not. */
type ShowRuns = (runs: RunFilter | null, words: string) => void;

export class FollowedWorkflow implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #log: vscode.LogOutputChannel;
  readonly #show: ShowRuns;
  readonly #users: ModuleUsers;
  readonly #pages: WorkflowPages;
  readonly #subscriptions: vscode.Disposable[];
  /** Of the runs whose snapshots were in front: where their workflows are. */
  readonly #paths = new Map<string, string>();
  #active: ActiveWorkflow | undefined;
  /** Of the workflow that is shown. */
  #path: string | null = null;

  /** Calls back with the runs of the workflow in front, or null, now and whenever it changes. */
  constructor(editors: WorkflowEditors, connection: EngineConnection, log: vscode.LogOutputChannel, show: ShowRuns) {
    this.#connection = connection;
    this.#log = log;
    this.#show = show;
    this.#pages = editors.pages;
    this.#users = new ModuleUsers(connection, log);
    this.#subscriptions = [
      editors.onDidChangeActive((active) => this.#follow(active)),
      editors.pages.onDidChange(() => this.#active === undefined && this.#follow(undefined)),
      connection.onRunsChanged((event) => this.#noteMoves(event)),
      this.#users,
      this.#users.onDidChange((module) => module === this.#path && this.#showRunsOf(module)),
    ];
    this.#follow(editors.active());
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #follow(active: ActiveWorkflow | undefined): void {
    this.#active = active;
    void vscode.commands.executeCommand('setContext', contextKeys.workflowIsActive, active !== undefined);
    void vscode.commands.executeCommand('setContext', contextKeys.runIsLoaded, typeof active?.loadedRunId === 'string');
    const runId = active && snapshotFileOf(active.uri)?.runId;
    if (runId === undefined) this.#showRunsOf(active?.path ?? this.#pages.front() ?? null);
    else this.#followSnapshot(runId);
  }

  #showRunsOf(path: string | null): void {
    this.#path = path;
    const isModule = path !== null && kindOfFile(path) === 'module';
    void vscode.commands.executeCommand('setContext', contextKeys.moduleIsActive, isModule);
    const users = path !== null && isModule ? this.#users.of(path) : [];
    const words = vscode.l10n.t('of this module and what uses it');
    this.#show(path === null ? null : runsOf(path, ...users), users.length === 0 ? '' : words);
  }

  #followSnapshot(runId: string): void {
    const known = this.#paths.get(runId);
    // No runs rather than those of the tab before.
    this.#showRunsOf(known ?? null);
    if (known !== undefined) return;
    const active = this.#active;
    this.#connection.send(getRun, { run: runId }).then(
      ({ workflow }) => {
        this.#paths.set(runId, workflow.path);
        // Another tab may have come to the front while the engine was asked.
        if (active === this.#active) this.#showRunsOf(workflow.path);
      },
      (error: unknown) => this.#log.warn(`The workflow of run ${runId} is unknown: ${String(error)}`),
    );
  }

  #noteMoves({ runs }: RunsChanged): void {
    for (const { id, workflow } of runs) {
      const known = this.#paths.get(id);
      if (known === undefined || known === workflow.path) continue;
      this.#paths.set(id, workflow.path);
      if (this.#active && snapshotFileOf(this.#active.uri)?.runId === id) this.#showRunsOf(workflow.path);
    }
  }
}
