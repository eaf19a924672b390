/** Which files are workflows, and whether the workspace has any. */
import * as vscode from 'vscode';
import { contextKeys, snapshotScheme } from '../ids';

const allWorkflows = '**/*.{workflow,module}.yaml';
const runnableWorkflows = '**/*.workflow.yaml';
const notSearched = '**/node_modules/**';

/** True for a workflow or module, live or of a snapshot. */
export function isWorkflowFile(uri: vscode.Uri): boolean {
  return ['file', snapshotScheme].includes(uri.scheme) && /\.(workflow|module)\.yaml$/.test(uri.path);
}

/** The workflows of the open folders that can be run, by path; at most `limit`. */
export async function findWorkflows(limit: number): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(runnableWorkflows, notSearched, limit);
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Knows whether the open folders hold a workflow, and keeps the context keys of that true. */
export class WorkflowSearch implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<boolean>();
  readonly #log: vscode.LogOutputChannel;
  readonly #subscriptions: vscode.Disposable[];
  #hasWorkflows: boolean | undefined;

  /** Fires with true when the first workflow appeared, with false when the last one went. */
  readonly onDidChange = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher(allWorkflows, false, true, false);
    this.#subscriptions = [
      this.#changed,
      watcher,
      watcher.onDidCreate(() => this.#set(true)),
      watcher.onDidDelete(() => this.search()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.search()),
    ];
  }

  /** Searches in the background. */
  search(): void {
    vscode.workspace.findFiles(allWorkflows, notSearched, 1).then(
      (found) => this.#set(found.length > 0),
      (error: unknown) => this.#log.warn(`Workflows could not be searched for: ${String(error)}`),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #set(hasWorkflows: boolean): void {
    if (hasWorkflows === this.#hasWorkflows) return;
    this.#hasWorkflows = hasWorkflows;
    void vscode.commands.executeCommand('setContext', contextKeys.hasWorkflows, hasWorkflows);
    void vscode.commands.executeCommand('setContext', contextKeys.noWorkflows, !hasWorkflows);
    this.#changed.fire(hasWorkflows);
  }
}
