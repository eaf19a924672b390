/** Writes what was saved in a script's tab into the workflow: one undoable edit of its document, which is then saved. */
import path from 'node:path';
import * as vscode from 'vscode';
import { Refusal } from '../commands/commandErrors';
import { sentenceOf } from '../sentence';
import { quoted } from '../shownText';
import { mustEditDocument } from '../workflowEditor/editDocument';
import { savedDocument } from '../workflows/liveTexts';
import type { LiveWorkflow } from '../workflows/liveWorkflow';
import type { WorkflowParser } from '../workflows/workflowParser';
import { commandOf } from './commandText';
import { nodeCommand, type NodeCommand } from './nodeCommand';
import type { NodeScript } from './nodeScriptUri';

export interface CommandPlace {
  readonly live: LiveWorkflow;
  readonly parser: WorkflowParser;
}

/**
 * Writes the content of a tab. The workflow is saved whole, with what else was unsaved in it: who saves expects to find it on
 * disk, and one document cannot be saved in part. @throws FileSystemError with a sentence; then the tab stays unsaved
 */
export async function writeCommand(script: NodeScript, place: CommandPlace, content: Uint8Array): Promise<void> {
  try {
    await write(script, place, content);
  } catch (error) {
    throw vscode.FileSystemError.Unavailable(sentenceOf(error));
  }
}

async function write(script: NodeScript, { live, parser }: CommandPlace, content: Uint8Array): Promise<void> {
  const { workflow, nodeId } = script;
  const fileName = path.posix.basename(workflow.path);
  const saved = textOf(content);
  const command = await nodeCommand(live, parser, nodeId);
  if (command.kind !== 'command') throw new Refusal(whyNoCommand(command, script));
  const value = commandOf(saved, command.text);
  const document = await vscode.workspace.openTextDocument(workflow);
  if (value !== command.text || command.readOnly !== null) {
    const session = { document, fileName, live, state: () => ({ file: { readOnly: command.readOnly } }) };
    await mustEditDocument(session, { kind: 'setNodeField', nodeId, field: { name: 'run', value } }, parser);
  }
  if (document.isDirty && !(await savedDocument(document))) {
    throw new Refusal(
      vscode.l10n.t('The command is in the text of {0}, but that could not be saved. Save {0} itself.', fileName),
    );
  }
}

/** Why there is no command to read or write, and what to do. */
export function whyNoCommand(command: Exclude<NodeCommand, { kind: 'command' }>, script: NodeScript): string {
  const node = quoted(script.nodeId);
  const file = path.posix.basename(script.workflow.path);
  switch (command.kind) {
    case 'noWorkflow':
      return vscode.l10n.t('{0} was deleted or moved. Copy this text before you close the tab.', file);
    case 'noNode':
      return vscode.l10n.t(
        'There is no node {0} in {1} any more: it was removed or renamed. Copy this text into the node that should have it, or undo the change in {1}.',
        node,
        file,
      );
    case 'otherAction':
      return vscode.l10n.t(
        'The node {0} in {1} has no command any more: it runs a script file or a module. Copy this text to where it should go, or undo the change in {1}.',
        node,
        file,
      );
  }
}

/** A setting may have VS Code save in another encoding than a workflow has. */
function textOf(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new Refusal(vscode.l10n.t('A workflow is UTF-8. Choose Save with Encoding and UTF-8 for this text.'));
  }
}
