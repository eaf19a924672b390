/** Running executes what a workflow says, so it needs a workspace that the user trusts. */
import * as vscode from 'vscode';
import { Refusal } from './commandErrors';

/** @throws Refusal in Restricted Mode */
export function requireTrust(): void {
  if (vscode.workspace.isTrusted) return;
  throw new Refusal('This workspace is in Restricted Mode, so nothing can be started. Trust it to run its workflows.', [
    { title: 'Manage Workspace Trust', command: 'workbench.trust.manage', parameters: [] },
  ]);
}
