/** The commands of the canvas and its banner. */
import * as vscode from 'vscode';
import type { EditorCommand } from '../../protocol/editor';
import { actionCommands } from '../commands/actionCommands';
import { commandIds, type CommandId } from '../ids';
import type { EditorSession } from './editorSession';

/** The ways out of a loaded run. */
export interface WaysOut {
  /** Back to Editor. */
  readonly unload: (session: EditorSession) => Promise<void>;
  readonly close: (session: EditorSession) => Promise<void>;
  /** Restore, where a module's part of a run is loaded. */
  readonly restorePart: (runId: string, module: string) => Promise<void>;
}

/** Does what a button of the webview stands for. @throws an error with a sentence for the user */
export async function performEditorCommand(
  session: EditorSession,
  command: EditorCommand,
  ways: WaysOut,
): Promise<void> {
  switch (command) {
    case 'run':
      await vscode.commands.executeCommand(commandIds.runWorkflow, session.document.uri);
      return;
    case 'viewDetails':
    case 'runAgain':
    case 'rerunFromFailed':
    case 'runNow':
    case 'changeSchedule':
    case 'pauseSchedule':
    case 'removeSchedule':
    case 'stop':
    case 'rename':
    case 'exportIps':
    case 'createWorkflow':
    case 'compareWithLive':
    case 'compareRuns':
    case 'copyLink':
    case 'delete':
      return onRun(session, actionCommands[command]);
    case 'restore': {
      const { loaded } = session;
      const module = loaded?.module ?? null;
      if (loaded === undefined || module === null) return onRun(session, actionCommands.restore);
      return ways.restorePart(loaded.runId, module);
    }
    case 'backToEditor':
      return ways.unload(session);
    case 'close':
      return ways.close(session);
    case 'showSnapshot':
      session.loaded?.show('snapshot');
      return;
    case 'showLive':
      session.loaded?.show('live');
      return;
    case 'openAsText':
      await vscode.commands.executeCommand(commandIds.openAsText, session.document.uri);
      return;
    case 'showProblems':
      await vscode.commands.executeCommand('workbench.actions.view.problems');
      return;
    case 'save':
      await save(session);
      return;
  }
}

/** Saves; a file that is gone is written again as it was, which VS Code would not do for a text that has no changes. */
async function save({ document, live }: EditorSession): Promise<void> {
  if (live.state?.kind !== 'gone') await document.save();
  else await vscode.workspace.fs.writeFile(document.uri, Buffer.from(document.getText()));
}

/** The same commands as in trees and lists, on the run that is loaded. */
async function onRun(session: EditorSession, command: CommandId): Promise<void> {
  if (session.loaded !== undefined) await vscode.commands.executeCommand(command, session.loaded.runId);
}
