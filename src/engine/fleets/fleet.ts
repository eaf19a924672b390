/** What the engine asks of whatever executes nodes: this machine, or a cluster. */
import type { Shell } from '../../model/workflow/workflow';

/** The platform failed, not a node: no space, no shell, a folder in the way. The message is a sentence for the user. */
export class PlatformFailure extends Error {}

/** Which execution of which node. Also the cookie in the environment by which its processes are found again. */
export interface AttemptId {
  readonly runId: string;
  readonly nodeId: string;
  /** Counts from 1. */
  readonly attempt: number;
}

/** One attempt to be made. */
export interface AttemptOrder extends AttemptId {
  /** Absolute path of the folder that holds all of the attempt. */
  readonly folder: string;
  readonly command: NodeCommand;
  /** All that the command sees, nothing is added. */
  readonly environment: Readonly<Record<string, string>>;
}

export type NodeCommand =
  | { readonly kind: 'text'; readonly shell: Shell; readonly text: string }
  /** `file`: absolute path of the script file in the run's snapshot. */
  | { readonly kind: 'file'; readonly shell: Shell; readonly file: string };

export type AttemptResult =
  | { readonly kind: 'exited'; readonly exitCode: number }
  /** Killed from outside before it could say how it ended. */
  | { readonly kind: 'killed'; readonly signal: string | null }
  /** The platform failed; `message` is a sentence for the user. */
  | { readonly kind: 'broken'; readonly message: string };

/** An attempt that executes, or has just ended. */
export interface RunningAttempt {
  /** Ends it with everything it started; gives what could not be ended, in a sentence, else null. */
  stop(): Promise<string | null>;
}

/** An attempt that an engine before this one meant to make. */
export type FoundAttempt =
  /** It executes, or has ended. */
  | { readonly kind: 'running'; readonly attempt: RunningAttempt }
  /** It began, and was lost with the machine or its wrapper; nothing of it is left. */
  | { readonly kind: 'lost' }
  /** It never began, and can no longer begin. */
  | { readonly kind: 'unbegun' };

export interface Machine {
  readonly name: string;
  readonly ip: string;
}

export interface Fleet {
  readonly machine: Machine;
  /** Makes the attempt's folder and files. @throws PlatformFailure */
  prepare(order: AttemptOrder): PreparedAttempt;
  /** Finds what became of an attempt of an engine before this one. */
  adopt(attempt: AttemptId, folder: string, onEnded: (result: AttemptResult) => void): Promise<FoundAttempt>;
  /** Ends whatever is left of a run's processes; gives what could not be ended, in a sentence, else null. */
  sweep(runId: string): Promise<string | null>;
}

/** An attempt that has all it needs to begin. */
export interface PreparedAttempt {
  /** Begins; `onEnded` is called once, later. */
  launch(onEnded: (result: AttemptResult) => void): RunningAttempt;
}
