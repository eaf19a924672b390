/** What the commands work with. */
import type * as vscode from 'vscode';
import type { EngineConnection } from '../engineConnection';
import type { RunDetailsView } from '../runDetails/runDetailsView';
import type { RunForms } from '../runForm/runForms';
import type { RunTree } from '../runTree/runTree';
import type { WorkflowEditors } from '../workflowEditor/workflowEditors';

export interface CommandContext {
  readonly connection: EngineConnection;
  readonly editors: WorkflowEditors;
  readonly workspaceRuns: RunTree;
  readonly workflowRuns: RunTree;
  readonly vaultRuns: RunTree;
  readonly runDetails: RunDetailsView;
  readonly runForms: RunForms;
  readonly log: vscode.LogOutputChannel;
}
