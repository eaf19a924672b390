/** The window's line to the engine: made at first need, made anew when it breaks, shared by trees, editors and commands. */
import { ResponseError, type CancellationToken } from 'vscode-jsonrpc';
import * as vscode from 'vscode';
import { connectToEngine, EngineUnavailableError, nodeEnvironment, type EngineClient } from '../engine/client/client';
import type { RunDetails, RunSummary } from '../model/run/run';
import {
  engineErrors,
  rerun,
  startRun,
  unwatchRun,
  watchRun,
  type NodesChanged,
  type RerunPart,
  type RunsChanged,
  type StartRunParams,
} from '../protocol/engine';
import type { RequestDefinition } from '../protocol/rpc';
import type { SchedulesChanged } from '../protocol/schedules';
import { WatchedRuns } from './watchedRuns';

export type EngineState =
  /** Nobody needed the engine so far. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'ready'; readonly engine: EngineClient['engine'] }
  /** Why it cannot be reached or started, in a sentence; the next request tries again. */
  | { readonly kind: 'unavailable'; readonly message: string };

/** A run whose `nodesChanged` events arrive until it is disposed, also over a reconnect. */
export interface RunWatch extends vscode.Disposable {
  /** The whole state at the moment the watch began. */
  readonly details: RunDetails;
}

export interface EngineLocation {
  /** Path of `dist/engine.js`. */
  readonly engineFile: string;
  readonly clientVersion: string;
}

/** Waits before the second and later attempts to connect again after a loss, in milliseconds. */
const reconnectDelays = [250, 1000, 3000];

export class EngineConnection implements vscode.Disposable {
  readonly #location: EngineLocation;
  readonly #log: vscode.LogOutputChannel;
  readonly #watched = new WatchedRuns();
  readonly #stateChanged = new vscode.EventEmitter<EngineState>();
  readonly #runsChanged = new vscode.EventEmitter<RunsChanged>();
  readonly #schedulesChanged = new vscode.EventEmitter<SchedulesChanged>();
  readonly #nodesChanged = new vscode.EventEmitter<NodesChanged>();
  readonly #reconnected = new vscode.EventEmitter<void>();
  readonly #runStarted = new vscode.EventEmitter<RunSummary>();
  #state: EngineState = { kind: 'idle' };
  #client: Promise<EngineClient> | undefined;
  #wasReady = false;
  #disposed = false;

  /** The state of the line; `connecting` also while a lost one is made anew. */
  readonly onDidChangeState = this.#stateChanged.event;
  /** Runs of the whole vault that were made, changed or deleted. */
  readonly onRunsChanged = this.#runsChanged.event;
  /** Schedules of the whole vault that were made, changed or removed. */
  readonly onSchedulesChanged = this.#schedulesChanged.event;
  /** Node runs of the watched runs that changed. */
  readonly onNodesChanged = this.#nodesChanged.event;
  /** The line was lost and is there again, watches included: what was missed has to be asked for, whole. */
  readonly onDidReconnect = this.#reconnected.event;
  /** This window started a run, or ran one again. */
  readonly onDidStartRun = this.#runStarted.event;

  constructor(location: EngineLocation, log: vscode.LogOutputChannel) {
    this.#location = location;
    this.#log = log;
  }

  get state(): EngineState {
    return this.#state;
  }

  /**
   * Asks the engine, connecting first when needed.
   * @throws EngineUnavailableError, or ResponseError with the engine's sentence
   */
  async send<Params, Result>(
    definition: RequestDefinition<Params, Result>,
    params: Params,
    token?: CancellationToken,
  ): Promise<Result> {
    const client = await this.connect();
    return client.send(definition, params, token);
  }

  /** Starts a workflow from this window. @throws as `send` */
  async start(params: Omit<StartRunParams, 'creationType'>): Promise<RunSummary> {
    return this.#started(await this.send(startRun, { ...params, creationType: 'Manual' }));
  }

  /** Runs a run, or a part of it, again from this window. @throws as `send` */
  async startAgain(runId: string, part: RerunPart): Promise<RunSummary> {
    const environment = nodeEnvironment(process.env);
    return this.#started(await this.send(rerun, { runId, part, creationType: 'Manual', environment }));
  }

  /** Follows a log to its end, as `EngineClient.followLog`; a lost line ends it with an error. */
  async followLog(...parameters: Parameters<EngineClient['followLog']>): ReturnType<EngineClient['followLog']> {
    const client = await this.connect();
    return client.followLog(...parameters);
  }

  /**
   * Begins to watch the node runs of a run. Several watches of one run share one subscription.
   * @throws EngineUnavailableError, or ResponseError when the run is unknown
   */
  async watchRun(runId: string): Promise<RunWatch> {
    this.#watched.add(runId);
    try {
      const details = await this.send(watchRun, { runId });
      return { details, dispose: once(() => this.#endWatch(runId)) };
    } catch (error) {
      this.#endWatch(runId);
      throw error;
    }
  }

  /**
   * Connects, or gives the line that is there.
   * @throws EngineUnavailableError
   */
  connect(): Promise<EngineClient> {
    if (this.#disposed) return Promise.reject(new EngineUnavailableError(closing()));
    this.#client ??= this.#open();
    return this.#client;
  }

  dispose(): void {
    this.#disposed = true;
    this.#client?.then((client) => client.dispose()).catch(() => undefined);
    const emitters = [this.#stateChanged, this.#runsChanged, this.#nodesChanged, this.#reconnected, this.#runStarted];
    for (const emitter of [...emitters, this.#schedulesChanged]) emitter.dispose();
  }

  #started(run: RunSummary): RunSummary {
    this.#runStarted.fire(run);
    return run;
  }

  async #open(): Promise<EngineClient> {
    this.#setState({ kind: 'connecting' });
    try {
      const client = await connectToEngine(this.#location);
      if (this.#disposed) {
        client.dispose();
        throw new EngineUnavailableError(closing());
      }
      await this.#listen(client);
      return client;
    } catch (error) {
      this.#client = undefined;
      const message = error instanceof Error ? error.message : String(error);
      this.#log.error(`The engine is unavailable: ${message}`);
      this.#setState({ kind: 'unavailable', message });
      throw error instanceof EngineUnavailableError ? error : new EngineUnavailableError(message, { cause: error });
    }
  }

  async #listen(client: EngineClient): Promise<void> {
    client.onRunsChanged((event) => this.#runsChanged.fire(event));
    client.onNodesChanged((event) => this.#nodesChanged.fire(event));
    client.onSchedulesChanged((event) => this.#schedulesChanged.fire(event));
    client.onClosed(() => void this.#reopen());
    const { pid, version, home } = client.engine;
    this.#log.info(`Connected to engine ${version} (process ${pid}) of ${home}.`);
    const watches = this.#wasReady ? this.#watched.ids() : [];
    await Promise.all(watches.map((runId) => this.#watchAgain(client, runId)));
    const isReconnect = this.#wasReady;
    this.#wasReady = true;
    this.#setState({ kind: 'ready', engine: client.engine });
    if (isReconnect) this.#reconnected.fire();
  }

  /** A run that was deleted meanwhile is no reason to give the line up. */
  async #watchAgain(client: EngineClient, runId: string): Promise<void> {
    try {
      await client.send(watchRun, { runId });
    } catch (error) {
      if (!(error instanceof ResponseError) || error.code !== engineErrors.unknownRun) throw error;
      this.#log.debug(`Run ${runId} is not watched any more: ${error.message}`);
    }
  }

  async #reopen(): Promise<void> {
    if (this.#disposed) return;
    this.#log.warn('The connection to the engine was lost; connecting again.');
    this.#client = undefined;
    for (const delay of reconnectDelays) {
      try {
        await this.connect();
        return;
      } catch {
        // Said in the state and in the log already.
      }
      await new Promise((resolve) => setTimeout(resolve, delay));
      if (this.#disposed) return;
    }
  }

  #endWatch(runId: string): void {
    if (!this.#watched.remove(runId) || this.#state.kind !== 'ready') return;
    this.send(unwatchRun, { runId }).catch((error: unknown) =>
      this.#log.debug(`Unwatching ${runId}: ${String(error)}`),
    );
  }

  #setState(state: EngineState): void {
    this.#state = state;
    if (!this.#disposed) this.#stateChanged.fire(state);
  }
}

function closing(): string {
  return vscode.l10n.t('This window is closing.');
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
