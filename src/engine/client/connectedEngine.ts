/** A live connection to an engine. */
import { createConnection, type Socket } from 'node:net';
import { Emitter, type CancellationToken, type Disposable, type MessageConnection } from 'vscode-jsonrpc';
import * as protocol from '../../protocol/engine';
import { onNotification, sendRequest, type RequestDefinition } from '../../protocol/rpc';
import { schedulesChanged, type SchedulesChanged } from '../../protocol/schedules';
import { connectionOver } from '../connection';
import { EngineUnavailableError, type EngineClient } from './engineClient';

export class ConnectedEngine implements EngineClient {
  readonly #connection: MessageConnection;
  readonly #runsChanged = new Emitter<protocol.RunsChanged>();
  readonly #nodesChanged = new Emitter<protocol.NodesChanged>();
  readonly #schedulesChanged = new Emitter<SchedulesChanged>();
  readonly #closed = new Emitter<void>();
  #about = { pid: 0, version: '', home: '' };
  #protocol = 0;
  #lastFollow = 0;
  #isClosed = false;

  private constructor(private readonly socket: Socket) {
    this.#connection = connectionOver(socket);
    onNotification(this.#connection, protocol.runsChanged, (event) => this.#runsChanged.fire(event));
    onNotification(this.#connection, schedulesChanged, (event) => this.#schedulesChanged.fire(event));
    onNotification(this.#connection, protocol.nodesChanged, (event) => this.#nodesChanged.fire(event));
    socket.once('close', () => {
      this.#isClosed = true;
      // Ends the requests that wait for an answer.
      this.#connection.dispose();
      this.#closed.fire();
    });
    this.#connection.listen();
  }

  /**
   * Null when nobody listens.
   * @param giveUpAt on the clock of `performance.now()`
   * @throws EngineUnavailableError when somebody listens, but does not answer
   */
  static async connect(path: string, clientVersion: string, giveUpAt: number): Promise<ConnectedEngine | null> {
    const socket = await openSocket(path);
    if (socket === null) return null;
    const engine = new ConnectedEngine(socket);
    const timer = setTimeout(() => socket.destroy(), Math.max(0, giveUpAt - performance.now()));
    try {
      await engine.#initialize(clientVersion);
      return engine;
    } catch {
      // It ended while we asked, or hangs; the caller knows how long to go on trying.
      socket.destroy();
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  get engine(): EngineClient['engine'] {
    return this.#about;
  }

  /** The engine's number of the wire. */
  get protocol(): number {
    return this.#protocol;
  }

  async send<Params, Result>(
    definition: RequestDefinition<Params, Result>,
    params: Params,
    token?: CancellationToken,
  ): Promise<Result> {
    try {
      if (this.#isClosed) throw new EngineUnavailableError(connectionLost);
      return await sendRequest(this.#connection, definition, params, token);
    } catch (error) {
      // The engine may have ended its half already, and the other end not be closed yet.
      if (this.#isClosed || this.socket.readyState !== 'open') throw new EngineUnavailableError(connectionLost);
      throw error;
    }
  }

  async followLog(
    address: Parameters<EngineClient['followLog']>[0],
    offset: number,
    onChunk: (chunk: protocol.LogChunk) => void,
    token?: CancellationToken,
  ): Promise<{ nextOffset: number }> {
    const progress = `log-${++this.#lastFollow}`;
    const chunks = this.#connection.onProgress(protocol.logChunk, progress, onChunk);
    try {
      return await this.send(protocol.followLog, { ...address, offset, progress }, token);
    } finally {
      chunks.dispose();
    }
  }

  onRunsChanged(listener: (event: protocol.RunsChanged) => void): Disposable {
    return this.#runsChanged.event(listener);
  }

  onSchedulesChanged(listener: (event: SchedulesChanged) => void): Disposable {
    return this.#schedulesChanged.event(listener);
  }

  onNodesChanged(listener: (event: protocol.NodesChanged) => void): Disposable {
    return this.#nodesChanged.event(listener);
  }

  onClosed(listener: () => void): Disposable {
    return this.#closed.event(listener);
  }

  dispose(): void {
    this.socket.destroy();
  }

  async #initialize(clientVersion: string): Promise<void> {
    const answer = await this.send(protocol.initialize, { clientVersion, protocol: protocol.engineProtocol });
    this.#about = { pid: answer.pid, version: answer.engineVersion, home: answer.home };
    this.#protocol = answer.protocol;
  }
}

const connectionLost =
  'The connection to the Runlens engine was lost. Try again; the engine is started when it is gone.';

function openSocket(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}
