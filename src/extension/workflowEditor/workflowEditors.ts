/** Every open workflow editor: opens them, loads runs into them, and says which one is in front. */
import type * as vscode from 'vscode';
import type { EditorState } from '../../protocol/editor';
import type { RunSummary } from '../../model/run/run';
import type { EngineConnection } from '../engineConnection';

/** The workflow editor in the active tab. */
export interface ActiveWorkflow {
  readonly uri: vscode.Uri;
  /** Absolute real path of the live workflow file, whether it exists or not. */
  readonly path: string;
  readonly loadedRunId: string | null;
}

export class WorkflowEditors implements vscode.Disposable {
  constructor(_context: vscode.ExtensionContext, _connection: EngineConnection) {
    throw new Error('not built yet');
  }

  /** Fires when another workflow editor came to the front, or another run was loaded into the one there. */
  get onDidChangeActive(): vscode.Event<ActiveWorkflow | undefined> {
    throw new Error('not built yet');
  }

  /** The workflow editor in the active tab; undefined when the tab is something else. */
  active(): ActiveWorkflow | undefined {
    throw new Error('not built yet');
  }

  /** Opens the editor of the run's workflow with the run loaded; with `nodeId` that node is selected and in view. */
  openRun(_runId: string, _nodeId?: string): Promise<void> {
    throw new Error('not built yet');
  }

  /** Opens the live editor of the workflow at the absolute path, with no run loaded. */
  openLive(_workflowPath: string): Promise<void> {
    throw new Error('not built yet');
  }

  /** Saves and runs the workflow in the active tab, and loads the new run; undefined when it was refused or there is none. */
  runActive(): Promise<RunSummary | undefined> {
    throw new Error('not built yet');
  }

  /** Brings the run's version back into the live files, after asking when modules or scripts are touched. */
  restore(_runId: string): Promise<void> {
    throw new Error('not built yet');
  }

  /** Unloads the run of the active editor. */
  backToEditor(): Promise<void> {
    throw new Error('not built yet');
  }

  /** What the editor of the document shows now; undefined when none is open. For tests. */
  stateOf(_uri: vscode.Uri): EditorState | undefined {
    throw new Error('not built yet');
  }

  dispose(): void {}
}
