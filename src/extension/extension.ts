/** Puts the parts together, and does nothing else. */
import path from 'node:path';
import * as vscode from 'vscode';
import { engineCommands } from './commands/engineCommands';
import { registerCommands } from './commands/registerCommands';
import { runCommands } from './commands/runCommands';
import { workflowCommands } from './commands/workflowCommands';
import { compareCommands } from './compare/compareCommands';
import { ComparePages } from './compare/comparePages';
import { PendingLink } from './deepLinks/pendingLink';
import { RunLinks } from './deepLinks/runLinks';
import { EngineConnection } from './engineConnection';
import { showEngineState } from './engineContext';
import type { RunlensApi } from './api';
import { Histories } from './history/histories';
import { historyCommands } from './history/historyCommands';
import { languageFeatures } from './language/languageFeatures';
import { FollowedWorkflow } from './runTree/followedWorkflow';
import { followOpenFolders } from './runTree/openFolders';
import { filterCommands } from './runTree/filterCommands';
import { makeRunTrees } from './runTree/runTrees';
import { nodeScriptCommand, nodeScripts } from './nodeScripts/nodeScripts';
import { runListCommands } from './runList/runListCommands';
import { RunForms } from './runForm/runForms';
import { RunLists } from './runList/runLists';
import { followSelection } from './runDetails/followSelection';
import { RunDetailsView } from './runDetails/runDetailsView';
import { viewDetailsCommand } from './runDetails/viewDetails';
import { WorkflowSearch } from './runTree/workflowFiles';
import { KnownSchedules } from './schedules/knownSchedules';
import { tellOfBrokenStart } from './schedules/startAtLogin';
import { scheduleCommands } from './schedules/scheduleCommands';
import { extensionVersion } from './version';
import { WorkflowEditors } from './workflowEditor/workflowEditors';
import { showWorkbenchSigns } from './workbenchSigns';
import { carryRunsAlong } from './workflowMoves';

/** Called by VS Code. Waits for nothing: the engine is reached when something needs it. */
export function activate(context: vscode.ExtensionContext): RunlensApi {
  const log = vscode.window.createOutputChannel('Runlens', { log: true });
  const engineFile = path.join(context.extensionPath, 'dist', 'engine.js');
  const connection = new EngineConnection({ engineFile, clientVersion: extensionVersion }, log);
  const editors = new WorkflowEditors(context, connection);
  const schedules = new KnownSchedules(connection, log);
  const { workspaceRuns, workflowRuns, vaultRuns } = makeRunTrees(context, {
    connection,
    snapshots: editors.versions.snapshots,
    expectations: editors.expectations,
    schedules,
    log,
  });
  const workflows = new WorkflowSearch(log);
  const runDetails = new RunDetailsView({
    connection,
    ...editors.versions,
    expectations: editors.expectations,
    schedules,
    log,
    memory: context.workspaceState,
    webviewFolder: vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'),
    openNode: (run, nodeId) => editors.openRun(run, nodeId),
  });
  const runLists = new RunLists({
    connection,
    runDetails,
    log,
    webviewFolder: vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'),
    iconFolder: vscode.Uri.joinPath(context.extensionUri, 'media'),
  });
  const histories = new Histories({
    connection,
    pages: editors.pages,
    versions: editors.versions,
    openRun: (run, nodeId) => editors.openRun(run, nodeId),
    openLive: (workflowPath) => editors.openLive(workflowPath),
    webviewFolder: vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'),
    iconFolder: vscode.Uri.joinPath(context.extensionUri, 'media'),
  });
  const runForms = new RunForms(connection, editors, {
    webviewFolder: vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'),
    iconFolder: vscode.Uri.joinPath(context.extensionUri, 'media'),
  });
  const comparisons = new ComparePages({
    connection,
    pages: editors.pages,
    ...editors.versions,
    webviewFolder: vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'),
    iconFolder: vscode.Uri.joinPath(context.extensionUri, 'media'),
    openRun: (run, nodeId) => editors.openRun(run, nodeId),
    openLive: (file) => editors.openLive(file),
  });
  const links = new RunLinks({ connection, editors, pending: new PendingLink(context.globalState), log });
  const signs = showWorkbenchSigns(context, connection, editors, log);
  const commandContext = { connection, editors, workspaceRuns, workflowRuns, vaultRuns, runDetails, runForms, log };
  context.subscriptions.push(
    log,
    connection,
    editors,
    schedules,
    workspaceRuns,
    workflowRuns,
    vaultRuns,
    runDetails,
    runLists,
    comparisons,
    runForms,
    histories,
    workflows,
    signs,
    registerCommands(
      {
        ...runCommands(commandContext),
        ...viewDetailsCommand(commandContext),
        ...workflowCommands(commandContext),
        ...engineCommands(commandContext),
        ...runListCommands(runLists),
        ...compareCommands(commandContext, comparisons),
        ...historyCommands(commandContext, histories),
        ...scheduleCommands(commandContext, schedules, context.extensionPath),
        ...filterCommands(commandContext),
        ...nodeScriptCommand(editors.versions),
      },
      log,
    ),
    languageFeatures(editors),
    nodeScripts(editors.versions),
    showEngineState(connection),
    followOpenFolders((filter) => workspaceRuns.setScope(filter), log),
    new FollowedWorkflow(editors, connection, log, (runs, words) => workflowRuns.setScope(runs, words)),
    followSelection(runDetails, [workspaceRuns, workflowRuns, vaultRuns], editors),
    workflows.onDidChange((hasWorkflows) => hasWorkflows && workspaceRuns.countUnseen()),
    carryRunsAlong(connection, log),
    vscode.window.registerUriHandler(links),
  );
  workflows.search();
  // It looks at files: after the activation, which nobody is to wait for.
  setImmediate(() => void tellOfBrokenStart(context.extensionPath));
  void links.resume();
  return {
    connection,
    editors,
    links,
    workspaceRuns,
    workflowRuns,
    vaultRuns,
    runDetails,
    runLists,
    comparisons,
    runForms,
    histories,
    schedules,
    signs,
  };
}
