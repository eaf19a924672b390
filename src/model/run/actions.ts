/** Which actions a run allows. Tree, list, editor, palette and command line all ask here. */
import type { RunSummary } from './run';
import { isActive, type RunStatus } from './status';

export const runActions = [
  'viewInEditor',
  'viewDetails',
  'runAgain',
  'rerunFromFailed',
  'runNow',
  'changeSchedule',
  'pauseSchedule',
  'removeSchedule',
  'stop',
  'rename',
  'exportIps',
  'createWorkflow',
  'restore',
  'compareWithLive',
  'compareRuns',
  'copyLink',
  'delete',
] as const;
export type RunAction = (typeof runActions)[number];

/** Some node did not succeed, and the results of the others stand. */
const endedWithFailure: ReadonlySet<RunStatus> = new Set(['Partial Success', 'Failed', 'Stopped', 'Error']);

/** What an action depends on. */
export type ActionSubject = Pick<RunSummary, 'status' | 'hasSnapshot' | 'machines'>;

/** True if `action` may be offered for the run, and will be accepted by the engine. */
export function allows(run: ActionSubject, action: RunAction): boolean {
  switch (action) {
    case 'viewInEditor':
    case 'viewDetails':
    case 'rename':
    case 'copyLink':
      return true;
    case 'exportIps':
      return run.machines.length > 0;
    case 'runAgain':
    case 'createWorkflow':
    case 'restore':
    case 'compareWithLive':
    case 'compareRuns':
      return run.hasSnapshot;
    case 'rerunFromFailed':
      return run.hasSnapshot && endedWithFailure.has(run.status);
    case 'runNow':
    case 'changeSchedule':
    case 'pauseSchedule':
    case 'removeSchedule':
      return run.status === 'Scheduled';
    case 'stop':
      return run.status === 'Pending' || run.status === 'Running' || run.status === 'Scheduled';
    case 'delete':
      return !isActive(run.status);
  }
}

/** True if a run may be gone on with from one of its nodes: its results stand still, and their version is known. */
export function canRerunPart(run: ActionSubject): boolean {
  return run.hasSnapshot && !isActive(run.status);
}

/** The actions a run allows, in the order of the menus. */
export function allowedActions(run: ActionSubject): RunAction[] {
  return runActions.filter((action) => allows(run, action));
}
