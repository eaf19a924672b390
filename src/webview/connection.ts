/** JSON-RPC over the messages of a webview. */
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageConnection,
} from 'vscode-jsonrpc/browser';
import type { VsCodeApi } from './vscodeApi';

class WebviewReader extends AbstractMessageReader {
  override listen(callback: DataCallback): Disposable {
    const receive = (event: MessageEvent<unknown>): void => {
      // Other frames can post to this window too; the host's messages come through the webview's own frame.
      if (event.origin === window.origin && isMessage(event.data)) callback(event.data);
    };
    window.addEventListener('message', receive);
    return { dispose: () => window.removeEventListener('message', receive) };
  }
}

class WebviewWriter extends AbstractMessageWriter {
  constructor(private readonly api: VsCodeApi) {
    super();
  }

  write(message: Message): Promise<void> {
    // VS Code's own function, not the window's: it has no target origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.api.postMessage(message);
    return Promise.resolve();
  }

  end(): void {
    // A webview's wire has no end of its own: it goes with the page.
  }
}

function isMessage(data: unknown): data is Message {
  return typeof data === 'object' && data !== null && 'jsonrpc' in data && data.jsonrpc === '2.0';
}

/** A connection to the extension host that is not listening yet: declare what it answers, then call `listen()`. */
export function connectToHost(api: VsCodeApi): MessageConnection {
  return createMessageConnection(new WebviewReader(), new WebviewWriter(api));
}
