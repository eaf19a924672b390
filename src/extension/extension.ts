/** Puts the parts together, and does nothing else. */
import path from 'node:path';
import * as vscode from 'vscode';
import { engineCommands } from './commands/engineCommands';
import { registerCommands } from './commands/registerCommands';
import { runCommands } from './commands/runCommands';
import { workflowCommands } from './commands/workflowCommands';
import { EngineConnection } from './engineConnection';
import { showEngineState } from './engineContext';
import type { RunlensApi } from './api';
import { everyRun, runsOf } from '../model/run/query';
import { viewIds } from './ids';
import { followActiveWorkflow } from './runTree/activeWorkflow';
import { followOpenFolders } from './runTree/openFolders';
import { RunTree } from './runTree/runTree';
import { followSelection } from './runDetails/followSelection';
import { RunDetailsView } from './runDetails/runDetailsView';
import { viewDetailsCommand } from './runDetails/viewDetails';
import { WorkflowSearch } from './runTree/workflowFiles';
import { extensionVersion } from './version';
import { WorkflowEditors } from './workflowEditor/workflowEditors';
import { carryRunsAlong } from './workflowMoves';

/** Called by VS Code. Waits for nothing: the engine is reached when something needs it. */
export function activate(context: vscode.ExtensionContext): RunlensApi {
  const log = vscode.window.createOutputChannel('Runlens', { log: true });
  const engineFile = path.join(context.extensionPath, 'dist', 'engine.js');
  const connection = new EngineConnection({ engineFile, clientVersion: extensionVersion }, log);
  const editors = new WorkflowEditors(context, connection);
  const workspaceRuns = new RunTree(connection, log, {
    viewId: viewIds.workspaceRuns,
    scope: 'workspace',
    badge: 'activeRuns',
  });
  const workflowRuns = new RunTree(connection, log, {
    viewId: viewIds.workflowRuns,
    scope: 'workspace',
    badge: 'none',
  });
  const vaultRuns = new RunTree(connection, log, { viewId: viewIds.vaultRuns, scope: 'vault', badge: 'none' });
  vaultRuns.setFilter(everyRun);
  const workflows = new WorkflowSearch(log);
  const runDetails = new RunDetailsView({
    connection,
    ...editors.versions,
    log,
    memory: context.workspaceState,
    webviewFolder: vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'),
    openNode: (run, nodeId) => editors.openRun(run, nodeId),
  });
  const commandContext = { connection, editors, workspaceRuns, workflowRuns, vaultRuns, runDetails, log };
  context.subscriptions.push(
    log,
    connection,
    editors,
    workspaceRuns,
    workflowRuns,
    vaultRuns,
    runDetails,
    workflows,
    registerCommands(
      {
        ...runCommands(commandContext),
        ...viewDetailsCommand(commandContext),
        ...workflowCommands(commandContext),
        ...engineCommands(commandContext),
      },
      log,
    ),
    showEngineState(connection),
    followOpenFolders((filter) => workspaceRuns.setFilter(filter), log),
    followActiveWorkflow(editors, connection, log, (file) =>
      workflowRuns.setFilter(file === null ? null : runsOf(file)),
    ),
    followSelection(runDetails, [workspaceRuns, workflowRuns, vaultRuns], editors),
    workflows.onDidChange((hasWorkflows) => hasWorkflows && workspaceRuns.countUnseen()),
    carryRunsAlong(connection, log),
  );
  workflows.search();
  return { connection, editors, workspaceRuns, workflowRuns, vaultRuns, runDetails };
}
