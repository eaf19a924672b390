/** The Problems panel: what is wrong in the workflow files of the workspace, open or not. */
import path from 'node:path';
import * as vscode from 'vscode';
import type { Problem } from '../../model/workflow/problem';
import type { LiveShare, LiveWorkflows } from './liveWorkflows';
import type { LiveWorkflow } from './liveWorkflow';

/** So many workflow files of a workspace are checked without being opened. */
const checkedFiles = 200;
const workflowFiles = '**/*.{workflow,module}.yaml';

export class WorkflowDiagnostics implements vscode.Disposable {
  readonly #workflows: LiveWorkflows;
  readonly #collection = vscode.languages.createDiagnosticCollection('runlens');
  /** By path of the file that was read, by path of the file a problem is in. */
  readonly #found = new Map<string, ReadonlyMap<string, readonly Problem[]>>();
  readonly #checked = new Map<string, LiveShare>();
  readonly #subscriptions: vscode.Disposable[];

  constructor(workflows: LiveWorkflows) {
    this.#workflows = workflows;
    const watcher = vscode.workspace.createFileSystemWatcher(workflowFiles, false, true, false);
    this.#subscriptions = [
      this.#collection,
      watcher,
      watcher.onDidCreate((uri) => void this.#check(uri)),
      watcher.onDidDelete((uri) => this.#forget(uri)),
      workflows.onDidRead((live) => this.#show(live)),
      workflows.onDidRelease((file) => this.#replace(file, new Map())),
    ];
  }

  /** Checks the workflow files of the workspace one after the other, in the background. */
  async checkWorkspace(): Promise<void> {
    const files = await vscode.workspace.findFiles(workflowFiles, '**/node_modules/**', checkedFiles);
    for (const file of files) await this.#check(file);
  }

  dispose(): void {
    for (const share of this.#checked.values()) share.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #check(uri: vscode.Uri): Promise<void> {
    if (this.#checked.size >= checkedFiles || this.#checked.has(uri.fsPath)) return;
    const share = await this.#workflows.share(uri.fsPath);
    this.#checked.set(uri.fsPath, share);
    await share.live.settled();
  }

  #forget(uri: vscode.Uri): void {
    this.#checked.get(uri.fsPath)?.dispose();
    this.#checked.delete(uri.fsPath);
  }

  #show(live: LiveWorkflow): void {
    const problems = live.state?.kind === 'present' ? live.state.parsed.problems : [];
    const byFile = new Map<string, Problem[]>();
    for (const problem of problems) {
      const file = path.join(live.place.workspace, problem.file);
      byFile.set(file, [...(byFile.get(file) ?? []), problem]);
    }
    this.#replace(live.place.path, byFile);
  }

  #replace(entry: string, problems: ReadonlyMap<string, readonly Problem[]>): void {
    const touched = new Set([...(this.#found.get(entry)?.keys() ?? []), ...problems.keys()]);
    if (problems.size === 0) this.#found.delete(entry);
    else this.#found.set(entry, problems);
    for (const file of touched) this.#collection.set(vscode.Uri.file(file), this.#diagnosticsOf(file));
  }

  /** A module is read by itself and by every workflow that uses it: each of its problems is shown once. */
  #diagnosticsOf(file: string): vscode.Diagnostic[] {
    const distinct = new Map<string, Problem>();
    for (const byFile of this.#found.values()) {
      for (const problem of byFile.get(file) ?? []) {
        const { start } = problem.range;
        distinct.set(`${problem.code} ${start.line}:${start.character} ${problem.message}`, problem);
      }
    }
    return [...distinct.values()].map(diagnosticOf);
  }
}

function diagnosticOf(problem: Problem): vscode.Diagnostic {
  const { start, end } = problem.range;
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(start.line, start.character, end.line, end.character),
    problem.message,
    problem.severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = 'Runlens';
  diagnostic.code = problem.code;
  return diagnostic;
}
