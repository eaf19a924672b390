/** One client's connection: its requests, and what it is told. */
import type { Socket } from 'node:net';
import type { MessageConnection } from 'vscode-jsonrpc';
import * as protocol from '../../protocol/engine';
import { onRequest, sendNotification, type NotificationDefinition } from '../../protocol/rpc';
import { connectionOver, largestMessage } from '../connection';
import { followLog, readLog } from '../logs/followLog';
import { log } from '../log';
import { deleteRun, moveWorkflow, renameRun, stopRun } from '../run/changeRun';
import { detailsOfRun } from '../run/findRun';
import { rerunRun } from '../run/rerun';
import { startRun } from '../run/startRun';
import type { Vault } from '../run/vault';
import { findRun } from '../store/runs';
import type { Schedules } from '../schedule/schedules';
import { engineVersion } from '../version';
import { answerQueries } from './answerQueries';
import { answerSchedules } from './answerSchedules';

export interface SessionOptions {
  readonly vault: Vault;
  readonly schedules: Schedules;
  readonly socket: Socket;
  /** Asked by a client: no more connections, then the end. */
  readonly onStopEngine: () => void;
  readonly onClosed: (session: Session) => void;
}

export class Session {
  /** Runs whose nodes the client follows. */
  readonly watched = new Set<string>();
  readonly #connection: MessageConnection;
  readonly #socket: Socket;

  constructor(private readonly options: SessionOptions) {
    this.#socket = options.socket;
    this.#connection = connectionOver(options.socket);
    this.#connection.onError(([error]) => log(`a client was cut off: ${error.message}`));
    options.socket.once('close', () => options.onClosed(this));
    this.#answerEngine();
    this.#answerRuns();
    this.#answerLogs();
    this.#connection.listen();
  }

  /** Tells the client; one that does not read is cut off before its messages fill the memory. */
  notify<Params>(definition: NotificationDefinition<Params>, params: Params): void {
    if (this.#socket.writableLength > largestMessage) {
      log('a client was cut off: it does not read its messages');
      this.#socket.destroy();
      return;
    }
    sendNotification(this.#connection, definition, params).catch(() => this.#socket.destroy());
  }

  close(): void {
    this.#socket.end();
  }

  #answerEngine(): void {
    const { vault, schedules } = this.options;
    const about = { pid: process.pid, home: vault.paths.home };
    onRequest(this.#connection, protocol.initialize, () => ({
      ...about,
      engineVersion,
      protocol: protocol.engineProtocol,
    }));
    onRequest(this.#connection, protocol.engineStatus, () => ({
      ...about,
      version: engineVersion,
      activeRuns: vault.activeRuns,
      schedules: schedules.waiting,
    }));
    onRequest(this.#connection, protocol.stopEngine, () => {
      setImmediate(() => {
        // Messages leave in order: once this empty one has, so has the answer.
        const nothing = { runs: [], deleted: [] };
        void sendNotification(this.#connection, protocol.runsChanged, nothing).finally(this.options.onStopEngine);
      });
      return null;
    });
  }

  #answerRuns(): void {
    const { vault, schedules } = this.options;
    const { store } = vault;
    const connection = this.#connection;
    onRequest(connection, protocol.startRun, (params) => startRun(vault, params));
    onRequest(connection, protocol.rerun, (params) => rerunRun(vault, params));
    onRequest(connection, protocol.stopRun, ({ runId }) => {
      const run = findRun(store, runId)?.summary;
      return run?.status === 'Scheduled' ? schedules.cancelTime(run) : stopRun(vault, runId);
    });
    onRequest(connection, protocol.renameRun, ({ runId, name }) => renameRun(vault, runId, name));
    onRequest(connection, protocol.deleteRun, async ({ runId }) => {
      await deleteRun(vault, runId);
      return null;
    });
    onRequest(connection, protocol.moveWorkflow, ({ from, to, workspace }) => {
      const moved = moveWorkflow(vault, from, to, workspace);
      schedules.moved(moved.schedules);
      return { runs: moved.runs.length };
    });
    answerSchedules(connection, schedules);
    answerQueries(connection, vault);
    onRequest(connection, protocol.watchRun, ({ runId }) => {
      const details = detailsOfRun(store, runId);
      this.watched.add(details.id);
      return details;
    });
    onRequest(connection, protocol.unwatchRun, ({ runId }) => {
      this.watched.delete(runId);
      return null;
    });
  }

  #answerLogs(): void {
    const { vault } = this.options;
    const connection = this.#connection;
    onRequest(connection, protocol.readLog, ({ offset, maxBytes, ...address }) =>
      readLog(vault, address, offset, maxBytes),
    );
    onRequest(connection, protocol.followLog, async ({ offset, progress, ...address }, token) => {
      let isClosed = false;
      this.#socket.once('close', () => (isClosed = true));
      const nextOffset = await followLog(
        vault,
        address,
        offset,
        (piece) => connection.sendProgress(protocol.logChunk, progress, piece),
        () => token.isCancellationRequested || isClosed,
      );
      return { nextOffset };
    });
  }
}
