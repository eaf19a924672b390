/** The command that shows how a workflow did in its last runs. */
import * as vscode from 'vscode';
import type { CommandContext } from '../commands/commandContext';
import type { CommandHandlers } from '../commands/registerCommands';
import { targetOf } from '../commands/runTarget';
import { pickWorkflow } from '../commands/workflowCommands';
import { commandIds } from '../ids';
import { isWorkflowFile } from '../runTree/workflowFiles';
import { isRunTreeElement } from '../runTree/elements';
import { snapshotFileOf } from '../snapshots/snapshotUri';
import { realPathOf } from '../workflows/workspaceOf';
import type { Histories } from './histories';

type HistoryCommand = typeof commandIds.showHistory;

/** Handlers of the commands of the history. */
export function historyCommands(context: CommandContext, histories: Histories): Pick<CommandHandlers, HistoryCommand> {
  return {
    [commandIds.showHistory]: async (...parameters) => histories.open(await workflowFor(context, parameters)),
  };
}

/**
 * The workflow of the run or of the file that a menu passed, else the one in the active tab, else the one that is picked.
 * @throws UserCancelled, Refusal
 */
async function workflowFor(context: CommandContext, parameters: readonly unknown[]): Promise<string> {
  const [asked] = parameters;
  const isOfRun = isRunTreeElement(asked) || typeof asked === 'string';
  if (isOfRun) return workflowOfRun(context, parameters);
  const uri = asked instanceof vscode.Uri && isWorkflowFile(asked) ? asked : context.editors.inFront();
  const snapshot = uri && snapshotFileOf(uri);
  if (snapshot !== undefined) return workflowOfRun(context, [snapshot.runId]);
  if (uri?.scheme === 'file') return realPathOf(uri.fsPath);
  return realPathOf((await pickWorkflow(vscode.l10n.t('Show the History of a Workflow'))).fsPath);
}

async function workflowOfRun(context: CommandContext, parameters: readonly unknown[]): Promise<string> {
  const { run } = await targetOf(context, 'viewDetails', parameters);
  return run.workflow.path;
}
