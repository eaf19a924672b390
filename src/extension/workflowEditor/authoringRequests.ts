/** Answers what the canvas and the inspector ask for to edit the workflow. */
import * as z from 'zod/mini';
import * as vscode from 'vscode';
import type { MessageConnection } from 'vscode-jsonrpc';
import * as wire from '../../protocol/authoring';
import { onRequest } from '../../protocol/rpc';
import { workflowEdit } from '../../protocol/workflowEdits';
import { Refusal } from '../commands/commandErrors';
import { commandIds } from '../ids';
import { answerAction } from '../webviews/webviewWire';
import type { WorkflowParser } from '../workflows/workflowParser';
import { answerAdding } from './adding/addingRequests';
import { answerArranging } from './arrangingRequests';
import { answerConnecting } from './connectingRequests';
import { editDocument } from './editDocument';
import type { EditorSession } from './editorSession';
import { answerInspecting } from './inspectingRequests';

/** Declares the answers on a wire that is not listening yet. */
export function answerAuthoring(connection: MessageConnection, session: EditorSession, parser: WorkflowParser): void {
  onRequest(connection, wire.applyEdit, ({ edit }) =>
    refusalsAsAnswers(() => editDocument(session, z.parse(workflowEdit, edit), parser)),
  );
  answerAction(connection, wire.rerunFromNode, async ({ nodeId }) => {
    // The command tells itself what goes wrong.
    const { loaded } = session;
    if (loaded === undefined) return;
    const node = { runId: loaded.runId, nodeId: loaded.pathOf(nodeId) };
    await vscode.commands.executeCommand(commandIds.rerunFromHere, node);
  });
  answerAdding(connection, session, parser);
  answerArranging(connection, session, parser, refusalsAsAnswers);
  answerConnecting(connection, session, parser);
  answerInspecting(connection, session, parser);
}

/** A refusal belongs to the spot where the edit was asked for. */
async function refusalsAsAnswers(edit: () => Promise<wire.EditAnswer>): Promise<wire.EditAnswer> {
  try {
    return await edit();
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', message: error.message };
    throw error;
  }
}
