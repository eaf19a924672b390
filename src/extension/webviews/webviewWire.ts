/** The wire to a webview, and how a page's wishes are answered. */
import { createMessageConnection, type MessageConnection } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import { onRequest, type RequestDefinition } from '../../protocol/rpc';
import { sentenceOf } from '../sentence';
import { WebviewReader, WebviewWriter, type WebviewPlace } from './webviewTransport';

/** A wire that is not listening yet: declare what it answers, then call `listen()`. */
export function wireTo(place: WebviewPlace): MessageConnection {
  return createMessageConnection(new WebviewReader(place.webview), new WebviewWriter(place));
}

/** For requests that only do something: what goes wrong is told to the user, and to the page. */
export function answerAction<Params>(
  connection: MessageConnection,
  definition: RequestDefinition<Params, null>,
  action: (params: Params) => Promise<void>,
): void {
  onRequest(connection, definition, async (params) => {
    try {
      await action(params);
      return null;
    } catch (error) {
      void vscode.window.showErrorMessage(sentenceOf(error));
      throw error;
    }
  });
}
