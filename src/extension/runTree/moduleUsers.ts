/** Which workflows used the module in front: its runs are theirs too. */
import * as vscode from 'vscode';
import type { RunSummary } from '../../model/run/run';
import { listModuleUsers } from '../../protocol/moduleUse';
import type { EngineConnection } from '../engineConnection';

export class ModuleUsers implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #users = new Map<string, readonly string[]>();
  /** Versions that ran since the last question: another one may use the module. */
  readonly #versions = new Set<string>();
  /** The module that was asked about last. */
  #module: string | undefined;

  /** Fires with the path of a module that others use than `of` gave. */
  readonly onDidChange = this.#changed.event;

  constructor(connection: EngineConnection, log: vscode.LogOutputChannel) {
    this.#connection = connection;
    this.#log = log;
    this.#subscriptions = [
      this.#changed,
      connection.onRunsChanged(({ runs }) => this.#noteVersions(runs)),
      connection.onDidReconnect(() => this.#module !== undefined && void this.#ask(this.#module)),
    ];
  }

  /** The workflows that used the module at the absolute path, as far as it is known; asks for those of today. */
  of(module: string): readonly string[] {
    if (this.#module !== module) {
      this.#module = module;
      this.#versions.clear();
      void this.#ask(module);
    }
    return this.#users.get(module) ?? [];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #noteVersions(runs: readonly RunSummary[]): void {
    if (this.#module === undefined) return;
    const known = this.#users.get(this.#module) ?? [];
    const unknown = runs.filter(({ hasSnapshot, workflow, versionId }) => {
      const version = `${workflow.path} ${versionId}`;
      if (!hasSnapshot || known.includes(workflow.path) || this.#versions.has(version)) return false;
      this.#versions.add(version);
      return true;
    });
    if (unknown.length > 0) void this.#ask(this.#module);
  }

  async #ask(module: string): Promise<void> {
    try {
      const { workflowPaths } = await this.#connection.send(listModuleUsers, { path: module });
      if (JSON.stringify(this.#users.get(module) ?? []) === JSON.stringify(workflowPaths)) return;
      this.#users.set(module, workflowPaths);
      this.#changed.fire(module);
    } catch (error) {
      // An engine that is older, or not there: the module's own runs are shown.
      this.#log.debug(`The users of ${module} are unknown: ${String(error)}`);
    }
  }
}
