/** How the actions on a run are called and drawn, wherever they are offered; package.json says the same (a test compares). */
import type { RunAction } from './actions';
import type { RunSummary } from './run';

export interface ActionLook {
  readonly label: string;
  /** Codicon id. */
  readonly icon: string;
  /** What it does, in a few words more. */
  readonly tooltip: string;
}

export const actionLooks: Readonly<Record<RunAction, ActionLook>> = {
  viewInEditor: { label: 'View in Editor', icon: 'type-hierarchy', tooltip: 'Open the workflow with this run loaded' },
  viewDetails: { label: 'View Details', icon: 'info', tooltip: 'Show all that is known of this run' },
  runAgain: { label: 'Run Again', icon: 'debug-rerun', tooltip: 'Run the same version once more' },
  rerunFromFailed: {
    label: 'Re-run from Failed',
    icon: 'debug-continue',
    tooltip: 'Run what did not succeed, on the results of what did',
  },
  runNow: { label: 'Run Now', icon: 'play', tooltip: 'Start a run with these inputs now; the scheduled time stays' },
  changeSchedule: { label: 'Change Schedule…', icon: 'edit', tooltip: 'Choose other times, inputs or rules' },
  pauseSchedule: {
    label: 'Pause Schedule',
    icon: 'debug-pause',
    tooltip: 'Start no more runs until the schedule is resumed in Manage Schedules…',
  },
  removeSchedule: {
    label: 'Remove Schedule…',
    icon: 'trash',
    tooltip: 'Remove the schedule; the runs that it started stay',
  },
  stop: { label: 'Stop', icon: 'debug-stop', tooltip: 'Stop this run' },
  rename: { label: 'Rename…', icon: 'edit', tooltip: 'Give this run another name' },
  exportIps: { label: 'Export IPs…', icon: 'globe', tooltip: 'Copy or save the addresses of the machines it used' },
  createWorkflow: {
    label: 'Create Workflow…',
    icon: 'new-file',
    tooltip: 'Make a new workflow file of the version that ran',
  },
  restore: { label: 'Restore', icon: 'discard', tooltip: 'Bring the files back to the version that ran' },
  compareWithLive: {
    label: 'Compare with Live',
    icon: 'diff',
    tooltip: 'Show what differs between this run and the workflow as it is now',
  },
  compareRuns: {
    label: 'Compare Runs…',
    icon: 'diff-multiple',
    tooltip: 'Show what differs between this run and another one of the workflow',
  },
  copyLink: { label: 'Copy Link', icon: 'link', tooltip: 'Copy a link that opens this run' },
  delete: { label: 'Delete…', icon: 'trash', tooltip: 'Delete this run, its logs and its outputs' },
};

/** What a run that waits for its time is told instead of Stop: its schedule goes on. */
const cancelTime: ActionLook = {
  label: 'Cancel This Time',
  icon: 'debug-stop',
  tooltip: 'Leave this one time out; the schedule goes on',
};

/** How the action is offered for a run of this status. */
export function actionLook(action: RunAction, status: RunSummary['status']): ActionLook {
  return action === 'stop' && status === 'Scheduled' ? cancelTime : actionLooks[action];
}
