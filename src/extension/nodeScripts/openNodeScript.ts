/** Opens what a node of the live workflow runs, in the editor that suits it. */
import path from 'node:path';
import * as vscode from 'vscode';
import { Refusal } from '../commands/commandErrors';
import { quoted } from '../shownText';
import { createScript } from '../workflowEditor/adding/newScript';
import { keyOfReference } from '../../model/workflow/paths';
import type { LiveWorkflow } from '../workflows/liveWorkflow';
import { uriOf } from '../workflows/workspaceOf';
import type { WorkflowParser } from '../workflows/workflowParser';
import { nodeScriptUri, type NodeScript } from './nodeScriptUri';

export interface OpenedWorkflow {
  readonly live: LiveWorkflow;
  readonly parser: Pick<WorkflowParser, 'inspect'>;
}

/** A command as a file of its own, a script file, or the canvas of a module; beside what is open. @throws Refusal */
export async function openNodeScript(script: NodeScript, { live, parser }: OpenedWorkflow): Promise<void> {
  const state = await live.settled();
  const known = state.kind === 'present' && state.parsed.graph?.nodes.some(({ id }) => id === script.nodeId);
  if (known !== true) {
    throw new Refusal(
      vscode.l10n.t('There is no node {0} in {1}.', quoted(script.nodeId), path.posix.basename(script.workflow.path)),
    );
  }
  const { action } = await parser.inspect(live.handle, script.nodeId);
  switch (action.kind) {
    case 'run': {
      await showBeside(nodeScriptUri(script, action.shell));
      const { readOnly } = state.parsed;
      if (readOnly !== null) void vscode.window.showWarningMessage(readOnly);
      return;
    }
    case 'script':
      return openScriptFile(live, action.script);
    case 'module':
      await vscode.commands.executeCommand('vscode.open', await fileOf(live, action.uses), { preview: false });
  }
}

/** Shows a text where it is open already, else beside the editor in front. */
async function showBeside(uri: vscode.Uri): Promise<void> {
  const groups = vscode.window.tabGroups.all;
  const open = groups.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
  const viewColumn = open?.viewColumn ?? vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(uri, { viewColumn, preview: false });
}

async function openScriptFile(live: LiveWorkflow, written: string): Promise<void> {
  const uri = await fileOf(live, written);
  const isThere = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    const create = vscode.l10n.t('Create It');
    const asked = vscode.l10n.t('There is no script file {0} yet.', quoted(written));
    if ((await vscode.window.showInformationMessage(asked, create)) !== create) return;
    await createScript(live.place, written);
  }
  await showBeside(uri);
}

async function fileOf({ place }: LiveWorkflow, written: string): Promise<vscode.Uri> {
  const key = keyOfReference(place.entry, written);
  if (key !== null) return uriOf(path.join(place.workspace, key));
  throw new Refusal(
    vscode.l10n.t(
      '{0} lies outside of the workspace. Name a file inside of it, relative to this one.',
      quoted(written),
    ),
  );
}
