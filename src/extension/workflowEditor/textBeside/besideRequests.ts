/** Answers what a canvas asks of the text beside it. */
import * as vscode from 'vscode';
import type { MessageConnection } from 'vscode-jsonrpc';
import * as wire from '../../../protocol/authoring';
import { onNotification } from '../../../protocol/rpc';
import { answerAction } from '../../webviews/webviewWire';
import type { EditorSession } from '../editorSession';
import { openTextBeside } from './openBeside';
import type { TextBeside } from './textBeside';

/** Declares the answers on a wire that is not listening yet. */
export function answerBeside(connection: MessageConnection, session: EditorSession, beside: TextBeside): void {
  onNotification(connection, wire.nodesSelected, ({ nodeIds }) => void beside.canvasSelected(session, nodeIds));
  answerAction(connection, wire.showText, ({ line, character }) =>
    openTextBeside(session.document.uri, new vscode.Position(line, character)),
  );
}
