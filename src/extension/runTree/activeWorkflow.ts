/** The workflow whose runs the second tree shows: the one in the active tab, live or the snapshot of a run. */
import * as vscode from 'vscode';
import { getRun } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { contextKeys, snapshotScheme } from '../ids';
import { snapshotFileOf } from '../snapshots/snapshotUri';
import type { ActiveWorkflow, WorkflowEditors } from '../workflowEditor/workflowEditors';

/** Calls back with the absolute path of the workflow in front, or null, now and whenever it changes. */
export function followActiveWorkflow(
  editors: WorkflowEditors,
  connection: EngineConnection,
  log: vscode.LogOutputChannel,
  show: (workflowPath: string | null) => void,
): vscode.Disposable {
  let asked = 0;
  const follow = (active: ActiveWorkflow | undefined): void => {
    asked += 1;
    const mine = asked;
    void vscode.commands.executeCommand('setContext', contextKeys.workflowIsActive, active !== undefined);
    void vscode.commands.executeCommand('setContext', contextKeys.runIsLoaded, typeof active?.loadedRunId === 'string');
    pathOf(active, connection).then(
      // Another tab may have come to the front while the engine was asked.
      (path) => mine === asked && show(path),
      (error: unknown) => log.warn(`The workflow of ${active?.uri.toString()} is unknown: ${String(error)}`),
    );
  };
  follow(editors.active());
  return editors.onDidChangeActive(follow);
}

async function pathOf(active: ActiveWorkflow | undefined, connection: EngineConnection): Promise<string | null> {
  if (!active) return null;
  const snapshot = active.uri.scheme === snapshotScheme ? snapshotFileOf(active.uri) : undefined;
  if (!snapshot) return active.path;
  const { workflow } = await connection.send(getRun, { run: snapshot.runId });
  return workflow.path;
}
