/** Lets the user pick a run by its name or id, of those that allow an action. */
import * as vscode from 'vscode';
import type { RunAction } from '../../model/run/actions';
import type { RunSummary } from '../../model/run/run';
import type { EngineConnection } from '../engineConnection';
import { workspaceFilter } from '../runTree/openFolders';
import { UserCancelled } from './commandErrors';
import { RunPicker } from './runPicker';

/**
 * The run that the user picks: of the open folders at first (of the vault when none is open), newest first.
 * @throws UserCancelled, EngineUnavailableError
 */
export async function pickRun(connection: EngineConnection, action: RunAction): Promise<RunSummary> {
  const folders = (await workspaceFilter())?.folders ?? null;
  const question = { action, folders, workflowPath: null, without: null, text: '', after: null };
  const words = { title: title(action), placeholder: vscode.l10n.t('Search runs by name or id') };
  const picker = new RunPicker(connection, question, words, []);
  const picked = await picker.ask().finally(() => picker.dispose());
  if (picked.kind === 'run') return picked.run;
  throw new UserCancelled();
}

function title(action: RunAction): string {
  switch (action) {
    case 'viewInEditor':
      return vscode.l10n.t('View a Run in the Editor');
    case 'viewDetails':
      return vscode.l10n.t('View the Details of a Run');
    case 'runAgain':
      return vscode.l10n.t('Run Again');
    case 'rerunFromFailed':
      return vscode.l10n.t('Re-run from Failed');
    case 'runNow':
      return vscode.l10n.t('Run a Scheduled Run Now');
    case 'changeSchedule':
      return vscode.l10n.t('Change a Schedule');
    case 'pauseSchedule':
      return vscode.l10n.t('Pause a Schedule');
    case 'removeSchedule':
      return vscode.l10n.t('Remove a Schedule');
    case 'stop':
      return vscode.l10n.t('Stop a Run');
    case 'rename':
      return vscode.l10n.t('Rename a Run');
    case 'exportIps':
      return vscode.l10n.t('Export the IPs of a Run');
    case 'createWorkflow':
      return vscode.l10n.t('Create a Workflow from a Run');
    case 'restore':
      return vscode.l10n.t('Restore the Workflow of a Run');
    case 'compareWithLive':
      return vscode.l10n.t('Compare a Run with the Live Workflow');
    case 'compareRuns':
      return vscode.l10n.t('Compare Runs');
    case 'copyLink':
      return vscode.l10n.t('Copy the Link of a Run');
    case 'delete':
      return vscode.l10n.t('Delete a Run');
  }
}
