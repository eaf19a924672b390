/** VS Code as a page of ours sees it: the API object, and messages with the real protocol to a host in the same page. */
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Message,
  type MessageConnection,
} from 'vscode-jsonrpc/browser';

export interface FakeVsCode {
  /** The host's end of the wire, not listening yet. */
  readonly connection: MessageConnection;
  /** Requests of the page in their order, with what was asked. */
  readonly requests: { readonly method: string; readonly params: unknown }[];
  readonly cspViolations: string[];
  /** Lets the host hear nothing more, as one that is busy, until `release`. */
  readonly hold: () => void;
  /** Lets the host hear what was asked meanwhile. */
  readonly release: () => void;
}

declare global {
  interface Window {
    acquireVsCodeApi: () => unknown;
  }
}

/** Stands in for VS Code; what the page remembers is kept under `memory` over a reload. */
export function fakeVsCode(memory: string): FakeVsCode {
  const requests: FakeVsCode['requests'] = [];
  const cspViolations: string[] = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    cspViolations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });

  let receive: DataCallback = () => undefined;
  let held: Message[] | null = null;
  class Reader extends AbstractMessageReader {
    override listen(callback: DataCallback) {
      receive = callback;
      return { dispose: () => undefined };
    }
  }
  class Writer extends AbstractMessageWriter {
    write(message: Message): Promise<void> {
      window.postMessage(message, window.origin);
      return Promise.resolve();
    }
    end(): void {}
  }

  window.acquireVsCodeApi = () => ({
    postMessage: (message: Message) => {
      if ('method' in message) requests.push(JSON.parse(JSON.stringify(message)));
      const sent: Message = JSON.parse(JSON.stringify(message));
      if (held === null) receive(sent);
      else held.push(sent);
    },
    getState: () => JSON.parse(sessionStorage.getItem(memory) ?? 'null'),
    setState: (value: unknown) => sessionStorage.setItem(memory, JSON.stringify(value)),
  });
  return {
    connection: createMessageConnection(new Reader(), new Writer()),
    requests,
    cspViolations,
    hold: () => void (held ??= []),
    release: () => {
      const waiting = held ?? [];
      held = null;
      waiting.forEach(receive);
    },
  };
}
