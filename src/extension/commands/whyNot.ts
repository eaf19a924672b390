/** Why an action cannot be done to a run now. What a run allows is decided in model/run/actions. */
import * as vscode from 'vscode';
import type { RunAction } from '../../model/run/actions';
import type { RunSummary } from '../../model/run/run';
import { isActive } from '../../model/run/status';
import { quoted } from '../shownText';

/** The sentence for a run that does not allow the action. */
export function whyNot(run: RunSummary, action: RunAction): string {
  const name = quoted(run.name);
  switch (action) {
    case 'runNow':
    case 'changeSchedule':
    case 'pauseSchedule':
    case 'removeSchedule':
      return vscode.l10n.t('{0} is {1}: it does not wait for a time of a schedule.', name, run.status);
    case 'stop':
      return run.status === 'Stopping'
        ? vscode.l10n.t('{0} is being stopped already.', name)
        : vscode.l10n.t('{0} has ended already ({1}).', name, run.status);
    case 'delete':
      return run.status === 'Stopping'
        ? vscode.l10n.t('{0} is being stopped; delete it once it has ended.', name)
        : vscode.l10n.t('{0} is {1}; stop it before you delete it.', name, run.status);
    case 'exportIps':
      return isActive(run.status)
        ? vscode.l10n.t('{0} has used no machine yet.', name)
        : vscode.l10n.t('{0} has used no machine.', name);
    case 'rerunFromFailed':
      return run.status === 'Completed'
        ? vscode.l10n.t('{0} is Completed: nothing of it failed. Re-run from Here runs a part of it again.', name)
        : whyNotPart(run);
    case 'runAgain':
    case 'createWorkflow':
    case 'restore':
    case 'compareWithLive':
    case 'compareRuns':
      return vscode.l10n.t('{0} has not begun, so there is no version of it yet.', name);
    case 'viewInEditor':
    case 'viewDetails':
    case 'rename':
    case 'copyLink':
      return vscode.l10n.t('{0} is {1}; this cannot be done now.', name, run.status);
  }
}

/** The sentence for a run that cannot be gone on with from one of its nodes. */
export function whyNotPart(run: RunSummary): string {
  const name = quoted(run.name);
  return isActive(run.status)
    ? vscode.l10n.t('{0} is {1}. Wait until it has ended: its results are not all there yet.', name, run.status)
    : vscode.l10n.t('{0} never began, so there are no results of it to go on with.', name);
}
