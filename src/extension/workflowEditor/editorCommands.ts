/** The commands of the canvas and its banner. */
import * as vscode from 'vscode';
import type { EditorCommand } from '../../protocol/editor';
import { commandIds } from '../ids';
import type { EditorSession } from './editorSession';
import type { WorkflowEditors } from './workflowEditors';

/** Does what a button of the webview stands for. @throws an error with a sentence for the user */
export async function performEditorCommand(
  editors: WorkflowEditors,
  session: EditorSession,
  command: EditorCommand,
): Promise<void> {
  switch (command) {
    case 'run':
      await vscode.commands.executeCommand(commandIds.runWorkflow, session.document.uri);
      return;
    case 'stop':
      return onRun(session, commandIds.stopRun);
    case 'runAgain':
      return onRun(session, commandIds.runAgain);
    case 'rename':
      return onRun(session, commandIds.renameRun);
    case 'delete':
      return onRun(session, commandIds.deleteRun);
    case 'restore':
      return onRun(session, commandIds.restoreRun);
    case 'backToEditor':
      return editors.unload(session);
    case 'showSnapshot':
      session.loaded?.show('snapshot');
      return;
    case 'showLive':
      session.loaded?.show('live');
      return;
    case 'openAsText':
      await vscode.commands.executeCommand('vscode.openWith', session.document.uri, 'default');
      return;
    case 'showProblems':
      await vscode.commands.executeCommand('workbench.actions.view.problems');
      return;
  }
}

/** The same commands as in the trees, on the run that is loaded. */
async function onRun(session: EditorSession, command: string): Promise<void> {
  if (session.loaded !== undefined) await vscode.commands.executeCommand(command, session.loaded.runId);
}
