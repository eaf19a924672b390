/**
 * Every id that package.json and the code share. A test holds package.json to this file.
 */

/** The trees of runs. */
export const runsViewIds = {
  workspaceRuns: 'runlens.workspaceRuns',
  workflowRuns: 'runlens.workflowRuns',
  vaultRuns: 'runlens.vaultRuns',
} as const;
export type RunsViewId = (typeof runsViewIds)[keyof typeof runsViewIds];

/** Publisher and name in package.json: the authority of links to us. */
export const extensionId = 'runlens.runlens';

export const viewIds = {
  ...runsViewIds,
  runDetails: 'runlens.runDetails',
} as const;

/** What a click on a row of the view does. Nobody calls it by name, so package.json does not declare it. */
export function openRowCommand(view: RunsViewId): string {
  return `${view}.openRow`;
}

/** Shows a node of a workflow on its canvas: `(uri, node id)`. Quick fixes have it; package.json does not declare it. */
export const showNodeCommand = 'runlens.showNode';

export const editorViewType = 'runlens.workflowEditor';
/** Of the editor tabs that list runs. */
export const runListViewType = 'runlens.runList';
/** Of the editor tabs that compare two runs, or a run with the live workflow. */
export const compareViewType = 'runlens.compare';
/** Of the editor tabs that ask for the inputs of a run. */
export const runFormViewType = 'runlens.runForm';

/** Of the editor tabs that show how a workflow did in its last runs. */
export const historyViewType = 'runlens.history';

/** Scheme of the read-only file system of snapshots: `runlens-run:/<run id>/<file>`. */
export const snapshotScheme = 'runlens-run';
/** Scheme of the read-only documents of logs: `runlens-log:/<run id>/<node path>/<stream>.log`. */
export const logScheme = 'runlens-log';
/** Scheme of nodes' commands as files: `runlens-node:<path of the workflow>/<node id>.<ending>`. */
export const nodeScheme = 'runlens-node';

export const settingIds = {
  notifyWhenRunEnds: 'runlens.notifyWhenRunEnds',
  showActiveRunsInStatusBar: 'runlens.showActiveRunsInStatusBar',
} as const;

export const commandIds = {
  /** Starts the workflow of the active tab. */
  runWorkflow: 'runlens.runWorkflow',
  /** Asks for the values of its inputs first. */
  runWithInputs: 'runlens.runWithInputs',
  /** Asks when, with which inputs and by which rules the workflow of the active tab is to run by itself. */
  scheduleWorkflow: 'runlens.scheduleWorkflow',
  /** All schedules of the workspace. */
  manageSchedules: 'runlens.manageSchedules',
  startAtLogin: 'runlens.startAtLogin',
  doNotStartAtLogin: 'runlens.doNotStartAtLogin',
  viewInEditor: 'runlens.viewInEditor',
  /** With the run's timeline below the canvas. */
  showTimeline: 'runlens.showTimeline',
  viewDetails: 'runlens.viewDetails',
  runAgain: 'runlens.runAgain',
  runAgainWithInputs: 'runlens.runAgainWithInputs',
  rerunFromFailed: 'runlens.rerunFromFailed',
  /** From one node on; offered on its row. */
  rerunFromHere: 'runlens.rerunFromHere',
  runNow: 'runlens.runNow',
  changeSchedule: 'runlens.changeSchedule',
  pauseSchedule: 'runlens.pauseSchedule',
  removeSchedule: 'runlens.removeSchedule',
  stopRun: 'runlens.stopRun',
  /** Stop, as a run is told that waits for its time. */
  cancelTime: 'runlens.cancelTime',
  renameRun: 'runlens.renameRun',
  exportIps: 'runlens.exportIps',
  /** A new workflow file of the version that a run ran. */
  createWorkflow: 'runlens.createWorkflow',
  restoreRun: 'runlens.restoreRun',
  /** A run and the workflow as it is now, next to each other. */
  compareWithLive: 'runlens.compareWithLive',
  compareRuns: 'runlens.compareRuns',
  copyLink: 'runlens.copyLink',
  deleteRun: 'runlens.deleteRun',
  /** The workflow of a run, live, with no run loaded. */
  openWorkflow: 'runlens.openWorkflow',
  backToEditor: 'runlens.backToEditor',
  loadMoreRuns: 'runlens.loadMoreRuns',
  // A menu does not tell a command of which view it is, so each view has commands of its own; `change` is `filter` while
  // a filter is in effect, with a filled icon.
  filterWorkspaceRuns: 'runlens.filterWorkspaceRuns',
  changeWorkspaceRunsFilter: 'runlens.changeWorkspaceRunsFilter',
  clearWorkspaceRunsFilter: 'runlens.clearWorkspaceRunsFilter',
  filterWorkflowRuns: 'runlens.filterWorkflowRuns',
  changeWorkflowRunsFilter: 'runlens.changeWorkflowRunsFilter',
  clearWorkflowRunsFilter: 'runlens.clearWorkflowRunsFilter',
  filterVaultRuns: 'runlens.filterVaultRuns',
  changeVaultRunsFilter: 'runlens.changeVaultRunsFilter',
  clearVaultRunsFilter: 'runlens.clearVaultRunsFilter',
  openWorkspaceRunList: 'runlens.openWorkspaceRunList',
  openVaultRunList: 'runlens.openVaultRunList',
  /** How a workflow did in its last runs. */
  showHistory: 'runlens.showHistory',
  /** What a node runs, in an editor of its own. */
  openNodeScript: 'runlens.openNodeScript',
  openAsText: 'runlens.openAsText',
  openAsCanvas: 'runlens.openAsCanvas',
  openCanvasToSide: 'runlens.openCanvasToSide',
  newWorkflow: 'runlens.newWorkflow',
  showEngineLog: 'runlens.showEngineLog',
  /** Tries again to reach an engine that was unavailable. */
  retryEngine: 'runlens.retryEngine',
} as const;
export type CommandId = (typeof commandIds)[keyof typeof commandIds];

export const contextKeys = {
  /** The engine answered at least once, so an empty tree means "no runs". */
  engineReady: 'runlens.engineReady',
  /** The engine cannot be reached or started. */
  engineUnavailable: 'runlens.engineUnavailable',
  /** The workspace holds at least one workflow file. */
  hasWorkflows: 'runlens.hasWorkflows',
  /** The workspace was searched and holds none; both keys are absent until then. */
  noWorkflows: 'runlens.noWorkflows',
  /** The active tab is a workflow or module. */
  workflowIsActive: 'runlens.workflowIsActive',
  /** It is a module. */
  moduleIsActive: 'runlens.moduleIsActive',
  /** A run is loaded in the active tab. */
  runIsLoaded: 'runlens.runIsLoaded',
  /** A filter is in effect on the view. */
  workspaceRunsFiltered: 'runlens.workspaceRunsFiltered',
  workflowRunsFiltered: 'runlens.workflowRunsFiltered',
  vaultRunsFiltered: 'runlens.vaultRunsFiltered',
} as const;

/** The context key that says of a tree whether it is filtered. */
export const filteredKeys: Readonly<Record<RunsViewId, string>> = {
  [runsViewIds.workspaceRuns]: contextKeys.workspaceRunsFiltered,
  [runsViewIds.workflowRuns]: contextKeys.workflowRunsFiltered,
  [runsViewIds.vaultRuns]: contextKeys.vaultRunsFiltered,
};
