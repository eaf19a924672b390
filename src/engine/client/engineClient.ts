/** What a client can ask of the engine it is connected to. */
import type { CancellationToken } from 'vscode-jsonrpc';
import type { LogChunk, NodesChanged, RunsChanged } from '../../protocol/engine';
import type { RequestDefinition } from '../../protocol/rpc';
import type { SchedulesChanged } from '../../protocol/schedules';

export interface EngineClientOptions {
  /** The vault's folder; default: `$RUNLENS_HOME`, else `$XDG_STATE_HOME/runlens`, else `~/.local/state/runlens`. */
  readonly home?: string;
  /** Path of `dist/engine.js`. */
  readonly engineFile: string;
  /** Version of this client; a newer client asks an older engine to hand over. */
  readonly clientVersion: string;
}

export interface EngineClient {
  readonly engine: { readonly pid: number; readonly version: string; readonly home: string };
  send<Params, Result>(
    definition: RequestDefinition<Params, Result>,
    params: Params,
    token?: CancellationToken,
  ): Promise<Result>;
  /** Follows a log to its end; see `followLog` of the protocol. */
  followLog(
    address: { runId: string; nodeId: string; attempt: number | null; stream: 'stdout' | 'stderr' },
    offset: number,
    onChunk: (chunk: LogChunk) => void,
    token?: CancellationToken,
  ): Promise<{ nextOffset: number }>;
  onRunsChanged(listener: (event: RunsChanged) => void): { dispose(): void };
  onSchedulesChanged(listener: (event: SchedulesChanged) => void): { dispose(): void };
  onNodesChanged(listener: (event: NodesChanged) => void): { dispose(): void };
  /** The connection is gone (engine stopped, killed or handed over); connect again and ask for the whole state. */
  onClosed(listener: () => void): { dispose(): void };
  dispose(): void;
}

/** No engine can be reached or started. The message is a sentence for the user. */
export class EngineUnavailableError extends Error {}
