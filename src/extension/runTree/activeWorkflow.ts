/** The workflow in the active tab, on its canvas, as text, or as the snapshot of a run. */
import * as vscode from 'vscode';
import { getRun } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { contextKeys, snapshotScheme } from '../ids';
import { realPathOf } from '../workflows/workspaceOf';
import { isWorkflowFile } from './workflowFiles';

export class ActiveWorkflow implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<string | null>();
  readonly #subscriptions: vscode.Disposable[];
  #path: string | null = null;
  #uri: string | null = null;

  /** Fires with the new path. */
  readonly onDidChange = this.#changed.event;

  constructor(connection: EngineConnection, log: vscode.LogOutputChannel) {
    this.#connection = connection;
    this.#log = log;
    this.#subscriptions = [
      this.#changed,
      vscode.window.tabGroups.onDidChangeTabs(() => this.#follow()),
      vscode.window.tabGroups.onDidChangeTabGroups(() => this.#follow()),
    ];
  }

  /** Absolute real path of the workflow file; null when the active tab shows none. */
  get path(): string | null {
    return this.#path;
  }

  /** Looks at the tab that is active already. */
  start(): void {
    this.#follow();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #follow(): void {
    const uri = activeTabUri();
    const asked = uri?.toString() ?? null;
    if (asked === this.#uri) return;
    this.#uri = asked;
    const isWorkflow = uri !== undefined && isWorkflowFile(uri);
    void vscode.commands.executeCommand('setContext', contextKeys.workflowIsActive, isWorkflow);
    this.#pathOf(isWorkflow ? uri : undefined).then(
      (path) => {
        if (asked !== this.#uri || path === this.#path) return;
        this.#path = path;
        this.#changed.fire(path);
      },
      (error: unknown) => this.#log.warn(`The workflow of ${asked} could not be found: ${String(error)}`),
    );
  }

  async #pathOf(uri: vscode.Uri | undefined): Promise<string | null> {
    if (!uri) return null;
    if (uri.scheme !== snapshotScheme) return realPathOf(uri.fsPath);
    const run = uri.path.split('/')[1] ?? '';
    const { workflow } = await this.#connection.send(getRun, { run });
    return workflow.path;
  }
}

/** The document of the active tab; a custom editor has no `activeTextEditor`. */
export function activeTabUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
}
