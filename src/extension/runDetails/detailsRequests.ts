/** The wire to the page of the run details: what it asks for, and what it is told. */
import * as vscode from 'vscode';
import { onRequest, sendNotification } from '../../protocol/rpc';
import * as wire from '../../protocol/runDetails';
import { actionCommands } from '../commands/actionCommands';
import { commandIds, type CommandId } from '../ids';
import { logUri } from '../snapshots/snapshotUri';
import { answerAction, wireTo } from '../webviews/webviewWire';
import type { PushTarget } from './detailsPushes';

export interface PageAnswers {
  /** The whole, for a page that begins. */
  readonly begin: () => wire.DetailsState;
  readonly show: (runId: string) => void;
  /** Opens the run in the editor with the node selected. */
  readonly openNode: (runId: string, nodeId: string) => Promise<void>;
  readonly retry: () => Promise<void>;
}

/** Connects the page of a view, until disposed. */
export function connectPage(
  view: vscode.WebviewView,
  answers: PageAnswers,
): vscode.Disposable & { readonly page: PushTarget } {
  const connection = wireTo(view);
  const run = async (command: CommandId, ...runId: readonly string[]): Promise<void> => {
    await vscode.commands.executeCommand(command, ...runId);
  };

  onRequest(connection, wire.getDetails, answers.begin);
  // The commands tell themselves what goes wrong.
  answerAction(connection, wire.performAction, ({ runId, action }) => run(actionCommands[action], runId));
  answerAction(connection, wire.openNode, ({ runId, nodeId }) => answers.openNode(runId, nodeId));
  answerAction(connection, wire.openAttemptLog, async (log) => {
    const document = await vscode.workspace.openTextDocument(logUri(log));
    await vscode.window.showTextDocument(document);
  });
  answerAction(connection, wire.openWorkflow, ({ runId }) => run(commandIds.openWorkflow, runId));
  answerAction(connection, wire.showRun, ({ runId }) => Promise.resolve(answers.show(runId)));
  answerAction(connection, wire.chooseRun, () => run(commandIds.viewDetails));
  answerAction(connection, wire.retry, answers.retry);
  connection.listen();

  return {
    page: {
      whole: (state) => void sendNotification(connection, wire.detailsChanged, state),
      patch: (patch) => void sendNotification(connection, wire.detailsPatched, patch),
    },
    dispose: () => connection.dispose(),
  };
}
