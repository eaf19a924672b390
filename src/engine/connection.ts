/** A JSON-RPC connection over a socket, for both ends, with a limit on what comes in. */
import type { Socket } from 'node:net';
import {
  AbstractMessageReader,
  createMessageConnection,
  Disposable,
  type DataCallback,
  type Message,
  type MessageConnection,
} from 'vscode-jsonrpc';
import { SocketMessageWriter } from 'vscode-jsonrpc/node';

/** No message may be larger, in bytes; a snapshot is the largest there is. */
export const largestMessage = 64 * 1024 * 1024;
const largestHeader = 4 * 1024;

/** Makes the connection; a message over the limit or out of form closes it. Call `listen` on it. */
export function connectionOver(socket: Socket): MessageConnection {
  const connection = createMessageConnection(new LimitedReader(socket), new SocketMessageWriter(socket));
  connection.onError(() => socket.destroy());
  return connection;
}

/** Reads messages as `vscode-jsonrpc` does, but never gathers more than one of the largest size. */
class LimitedReader extends AbstractMessageReader {
  #chunks: Buffer[] = [];
  #bytes = 0;
  /** Length of the body that is being gathered; null while it is a header. */
  #body: number | null = null;

  constructor(private readonly socket: Socket) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const onData = (chunk: Buffer): void => {
      this.#chunks.push(chunk);
      this.#bytes += chunk.length;
      try {
        for (let message = this.#next(); message !== null; message = this.#next()) callback(message);
      } catch (error) {
        this.socket.pause();
        this.fireError(error);
      }
    };
    const onError = (error: Error): void => this.fireError(error);
    const onClose = (): void => this.fireClose();
    this.socket.on('data', onData).on('error', onError).on('close', onClose);
    return Disposable.create(() => {
      this.socket.off('data', onData).off('error', onError).off('close', onClose);
    });
  }

  /** The next whole message; null until there is one. @throws when it is too large or out of form */
  #next(): Message | null {
    if (this.#body === null) this.#body = this.#readHeader();
    if (this.#body === null || this.#bytes < this.#body) return null;
    const message: unknown = JSON.parse(this.#take(this.#body).toString('utf8'));
    this.#body = null;
    if (typeof message !== 'object' || message === null) throw new Error('A message is no object.');
    return message as Message;
  }

  #readHeader(): number | null {
    if (this.#bytes === 0) return null;
    const gathered = Buffer.concat(this.#chunks);
    this.#chunks = [gathered];
    const end = gathered.indexOf('\r\n\r\n');
    if (end === -1) {
      if (this.#bytes > largestHeader) throw new Error('A message has no header.');
      return null;
    }
    const header = this.#take(end + 4).toString('latin1');
    const length = /^content-length: *(\d+)\r$/im.exec(header)?.[1];
    if (length === undefined) throw new Error('A message does not say its length.');
    if (Number(length) > largestMessage) throw new Error(`A message of ${length} bytes is too large.`);
    return Number(length);
  }

  #take(length: number): Buffer {
    const gathered = this.#chunks.length === 1 ? (this.#chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#chunks);
    const rest = gathered.subarray(length);
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#bytes -= length;
    return gathered.subarray(0, length);
  }
}
