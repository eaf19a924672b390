/** The commands about the workflow in front, or about a file of the explorer. */
import * as vscode from 'vscode';
import { commandIds, editorViewType } from '../ids';
import { findWorkflows, isWorkflowFile } from '../runTree/workflowFiles';
import type { WorkflowEditors } from '../workflowEditor/workflowEditors';
import type { CommandContext } from './commandContext';
import { Refusal, UserCancelled } from './commandErrors';
import { createWorkflow } from './newWorkflow';
import type { CommandHandlers } from './registerCommands';
import { requireTrust } from './trust';

type WorkflowCommand =
  | typeof commandIds.runWorkflow
  | typeof commandIds.runWithInputs
  | typeof commandIds.backToEditor
  | typeof commandIds.openAsText
  | typeof commandIds.openAsCanvas
  | typeof commandIds.openCanvasToSide
  | typeof commandIds.newWorkflow;

/** Workflows offered when none is in front. */
const workflowsOffered = 200;

/** Handlers of the commands that are about a workflow. */
export function workflowCommands(context: CommandContext): Pick<CommandHandlers, WorkflowCommand> {
  const { editors } = context;
  return {
    // From a text editor too the run is watched on the canvas; it is one document, and is saved before it runs.
    [commandIds.runWorkflow]: async (asked) => {
      await editors.run(await workflowToRun(asked, editors, vscode.l10n.t('Run a Workflow')));
    },
    [commandIds.runWithInputs]: async (asked) => {
      await context.runForms.openForWorkflow(await workflowToRun(asked, editors, vscode.l10n.t('Run a Workflow')));
    },
    [commandIds.backToEditor]: () => editors.backToEditor(),
    [commandIds.openAsText]: (asked) => editors.openText(required(workflowIn(asked, editors))),
    [commandIds.openAsCanvas]: async (asked) => {
      const uri = required(workflowIn(asked, editors));
      await vscode.commands.executeCommand('vscode.openWith', uri, editorViewType);
    },
    [commandIds.openCanvasToSide]: (asked) => editors.openCanvasToSide(required(workflowIn(asked, editors))),
    [commandIds.newWorkflow]: async () => {
      const created = await createWorkflow();
      await editors.openLive(created.fsPath);
    },
  };
}

/** The workflow that a menu passed, else the one that the active tab is about. */
function workflowIn(asked: unknown, editors: WorkflowEditors): vscode.Uri | undefined {
  return asked instanceof vscode.Uri && isWorkflowFile(asked) ? asked : editors.inFront();
}

/**
 * The absolute path of the workflow that a menu passed, else of the one in front, else of one that is picked under `title`.
 * @throws Refusal, UserCancelled
 */
export async function workflowToRun(asked: unknown, editors: WorkflowEditors, title: string): Promise<string> {
  requireTrust();
  const uri = workflowIn(asked, editors) ?? (await pickWorkflow(title));
  if (uri.scheme === 'file') return uri.fsPath;
  throw new Refusal(
    vscode.l10n.t('This is the version of a past run. Use Run Again to run it, or restore it and run that.'),
  );
}

/** @throws Refusal when there is none */
function required(uri: vscode.Uri | undefined): vscode.Uri {
  if (uri !== undefined) return uri;
  throw new Refusal(vscode.l10n.t('Open a workflow first: a file that ends in .workflow.yaml or .module.yaml.'));
}

/** The workflow of the open folders that the user picks; `title` says what for. @throws UserCancelled, Refusal when there is none */
export async function pickWorkflow(title: string): Promise<vscode.Uri> {
  const found = await findWorkflows(workflowsOffered);
  if (found.length === 0) {
    throw new Refusal(vscode.l10n.t('There is no workflow in this workspace yet: no file ends in .workflow.yaml.'), [
      { title: vscode.l10n.t('New Workflow'), command: commandIds.newWorkflow, parameters: [] },
    ]);
  }
  const items = found.map((uri) => ({ uri, label: vscode.workspace.asRelativePath(uri) }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Search workflows by path'),
  });
  if (!picked) throw new UserCancelled();
  return picked.uri;
}
