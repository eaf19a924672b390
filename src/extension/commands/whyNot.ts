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
      return vscode.l10n.t('{0} is {1}: nothing of it failed.', name, run.status);
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
