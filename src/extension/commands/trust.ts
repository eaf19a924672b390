/**
 * Restricted Mode is for looking: workflows and runs are shown as ever. Running executes what a workflow says, and writing
 * follows the paths and links of the folder, so both need a workspace that the user trusts.
 */
import * as vscode from 'vscode';
import { Refusal } from './commandErrors';

/** To start something before the workspace is trusted. @throws Refusal in Restricted Mode */
export function requireTrust(): void {
  if (vscode.workspace.isTrusted) return;
  throw refused(
    vscode.l10n.t('This workspace is in Restricted Mode, so nothing can be started. Trust it to run its workflows.'),
  );
}

/** To write files into the workspace before it is trusted. @throws Refusal in Restricted Mode */
export function requireTrustToWrite(): void {
  if (vscode.workspace.isTrusted) return;
  throw refused(
    vscode.l10n.t('This workspace is in Restricted Mode, so no file was written. Trust it to bring files into it.'),
  );
}

function refused(sentence: string): Refusal {
  const title = vscode.l10n.t('Manage Workspace Trust');
  return new Refusal(sentence, [{ title, command: 'workbench.trust.manage', parameters: [] }]);
}
