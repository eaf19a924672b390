/** JSON-RPC over the messages of a webview, seen from the extension host. */
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-jsonrpc';
import type * as vscode from 'vscode';

/** The largest message a webview may send, in characters of JSON: a drag of many thousand nodes stays far below. */
const maxMessage = 4_000_000;

/** Hands on messages that are JSON-RPC and not too large; anything else is dropped. */
export class WebviewReader extends AbstractMessageReader {
  readonly #webview: vscode.Webview;

  constructor(webview: vscode.Webview) {
    super();
    this.#webview = webview;
  }

  override listen(callback: DataCallback): Disposable {
    return this.#webview.onDidReceiveMessage((message: unknown) => {
      if (isMessage(message) && JSON.stringify(message).length <= maxMessage) callback(message);
    });
  }
}

/** Where a webview is shown: an editor tab, or a view of the sidebar. */
export type WebviewPlace = vscode.WebviewPanel | vscode.WebviewView;

/** Posts nothing while the webview is hidden: what is posted then may be lost, and the whole state is sent on showing. */
export class WebviewWriter extends AbstractMessageWriter {
  readonly #place: WebviewPlace;

  constructor(place: WebviewPlace) {
    super();
    this.#place = place;
  }

  async write(message: Message): Promise<void> {
    const { visible, webview } = this.#place;
    if (!visible) return;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- VS Code's webview, not a window.
    const posted = webview.postMessage(message);
    // A page that went this moment needs no message.
    await posted.then(undefined, () => false);
  }

  end(): void {
    // The wire ends with its place.
  }
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'jsonrpc' in value && value.jsonrpc === '2.0';
}
