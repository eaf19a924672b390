/** Which command does which action on a run, for whoever has the run's id and one of its actions. */
import type { RunAction } from '../../model/run/actions';
import { commandIds, type CommandId } from '../ids';

/** Each takes a run id or, where it can be done to several runs, a list of them. */
export const actionCommands: Readonly<Record<RunAction, CommandId>> = {
  viewInEditor: commandIds.viewInEditor,
  viewDetails: commandIds.viewDetails,
  runAgain: commandIds.runAgain,
  rerunFromFailed: commandIds.rerunFromFailed,
  runNow: commandIds.runNow,
  changeSchedule: commandIds.changeSchedule,
  pauseSchedule: commandIds.pauseSchedule,
  removeSchedule: commandIds.removeSchedule,
  stop: commandIds.stopRun,
  rename: commandIds.renameRun,
  exportIps: commandIds.exportIps,
  createWorkflow: commandIds.createWorkflow,
  restore: commandIds.restoreRun,
  compareWithLive: commandIds.compareWithLive,
  compareRuns: commandIds.compareRuns,
  copyLink: commandIds.copyLink,
  delete: commandIds.deleteRun,
};
