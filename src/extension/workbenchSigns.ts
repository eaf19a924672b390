/** What Runlens adds to the workbench outside of its own views: the status bar item, the notices of ends, the terminals' command. */
import path from 'node:path';
import type * as vscode from 'vscode';
import type { EngineConnection } from './engineConnection';
import { RunEndNotices } from './runEndNotices/runEndNotices';
import { followOpenFolders } from './runTree/openFolders';
import { Settings } from './settings/settings';
import { ActiveRuns } from './statusBar/activeRuns';
import { ActiveRunsItem } from './statusBar/activeRunsItem';
import { offerTerminalCommand } from './terminal/terminalCommand';
import type { WorkflowEditors } from './workflowEditor/workflowEditors';

export interface WorkbenchSigns extends vscode.Disposable {
  readonly activeRuns: ActiveRuns;
  readonly statusBarItem: ActiveRunsItem;
  /** Resolves once new terminals have the command `runlens`; never rejects. */
  readonly terminalsReady: Promise<void>;
  readonly terminalVariables: vscode.EnvironmentVariableCollection;
}

/** Puts them there, for as long as it is not disposed. */
export function showWorkbenchSigns(
  context: vscode.ExtensionContext,
  connection: EngineConnection,
  editors: WorkflowEditors,
  log: vscode.LogOutputChannel,
): WorkbenchSigns {
  const settings = new Settings(log);
  const activeRuns = new ActiveRuns(connection, log);
  const statusBarItem = new ActiveRunsItem(activeRuns, settings);
  const notices = new RunEndNotices({
    connection,
    settings,
    log,
    memory: context.workspaceState,
    isInFront: (runId) => editors.active()?.loadedRunId === runId,
  });
  const folders = followOpenFolders((filter) => activeRuns.setFilter(filter), log);
  const terminalVariables = context.environmentVariableCollection;
  const terminalsReady = offerTerminalCommand({
    variables: terminalVariables,
    storage: context.globalStorageUri.fsPath,
    cliFile: path.join(context.extensionPath, 'dist', 'cli.js'),
  }).catch((error: unknown) => log.error(`Terminals have no command runlens: ${String(error)}`));
  const parts = [folders, notices, statusBarItem, activeRuns];
  const dispose = (): void => parts.forEach((part) => part.dispose());
  return { activeRuns, statusBarItem, terminalsReady, terminalVariables, dispose };
}
