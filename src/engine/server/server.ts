/** Where clients reach the engine that leads, and what all of them are told. */
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { nodesChanged, runsChanged } from '../../protocol/engine';
import { schedulesChanged, type SchedulesChanged } from '../../protocol/schedules';
import type { ChangedFrame } from '../run/runEvents';
import type { Vault } from '../run/vault';
import type { Schedules } from '../schedule/schedules';
import { nodeRunsAt } from '../store/nodeRuns';
import { nodeRunOf } from '../store/rows';
import { findRun } from '../store/runs';
import { Session } from './session';

const longestFarewellMs = 500;

export interface EngineServerOptions {
  readonly schedules: Schedules;
  readonly socketPath: string;
  readonly onStopEngine: () => void;
  /** The number of clients changed. */
  readonly onClients: (count: number) => void;
}

export class EngineServer {
  readonly #sessions = new Set<Session>();
  readonly #server: Server;

  constructor(
    private readonly vault: Vault,
    private readonly options: EngineServerOptions,
  ) {
    this.#server = createServer((socket) => this.#accept(socket));
  }

  /** Only the leader may call it: it takes the place of whatever socket is there. @throws the operating system's reason */
  async listen(): Promise<void> {
    const path = this.options.socketPath;
    if (process.platform !== 'win32') rmSync(path, { force: true });
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(path, resolve);
    });
    // The folder is closed to others already; where it could not be, this is.
    if (process.platform !== 'win32') chmodSync(path, 0o600);
  }

  get clients(): number {
    return this.#sessions.size;
  }

  /** Tells every client what changed in a frame. */
  tell(frame: ChangedFrame): void {
    if (this.#sessions.size === 0) return;
    // Nodes before runs: who hears that a run is over has heard of all its nodes.
    for (const [runId, places] of frame.nodes) {
      const watchers = [...this.#sessions].filter((session) => session.watched.has(runId));
      if (watchers.length === 0) continue;
      const nodes = nodeRunsAt(this.vault.store, runId, places).map(nodeRunOf);
      for (const session of watchers) session.notify(nodesChanged, { runId, nodes });
    }
    if (frame.runs.size > 0 || frame.deleted.size > 0) {
      const runs = [...frame.runs].flatMap((id) => findRun(this.vault.store, id)?.summary ?? []);
      for (const session of this.#sessions) session.notify(runsChanged, { runs, deleted: [...frame.deleted] });
    }
  }

  /** Tells every client which schedules changed. */
  tellSchedules(event: SchedulesChanged): void {
    for (const session of this.#sessions) session.notify(schedulesChanged, event);
  }

  /** No new clients; resolves once those there are have got what was sent to them, and are gone. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const session of this.#sessions) session.close();
    // One that does not read would hold the engine for ever.
    await Promise.race([closed, delay(longestFarewellMs)]);
  }

  #accept(socket: Socket): void {
    const session = new Session({
      vault: this.vault,
      schedules: this.options.schedules,
      socket,
      onStopEngine: this.options.onStopEngine,
      onClosed: (closed) => {
        this.#sessions.delete(closed);
        this.options.onClients(this.#sessions.size);
      },
    });
    this.#sessions.add(session);
    this.options.onClients(this.#sessions.size);
  }
}
