/** What is known of a run: plain data that goes over the wire, into the command line's JSON and onto the screen. */
import type { InputType } from '../workflow/workflow';
import type { NodeStatus, RunStatus } from './status';

export type CreationType = 'Manual' | 'Scheduled' | 'API';

/** One execution of a workflow version, as one row shows it. Times are ISO 8601 in UTC. */
export interface RunSummary {
  /** ULID: sorts by creation time; see `sortId`. */
  readonly id: string;
  readonly name: string;
  /** Counts the runs of one workflow from 1. */
  readonly number: number;
  readonly status: RunStatus;
  readonly creationType: CreationType;
  readonly workflow: RunWorkflow;
  readonly versionId: string;
  readonly fleet: string;
  /** Host names of the machines it used so far. */
  readonly machines: readonly string[];
  readonly author: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly durationMs: number | null;
  /** Why it ended as it did, when there is more to say than the status. */
  readonly message: string | null;
  /** False until the snapshot is stored: a Scheduled run takes it when it starts. */
  readonly hasSnapshot: boolean;
  /** The run that this one runs again. */
  readonly rerunOf: string | null;
  /** The schedule that it is of; that may be over. */
  readonly scheduleId: string | null;
  /** The time at which its schedule had it due. */
  readonly scheduledFor: string | null;
  /** By which it stands in lists instead of by its id: a ULID of when a run of a schedule began. Null: by its id. */
  readonly sortId: string | null;
}

export interface RunWorkflow {
  /** Absolute real path of the workflow file. */
  readonly path: string;
  readonly name: string;
  readonly project: string;
  /** Absolute path of the workspace folder. */
  readonly workspace: string;
}

export interface RunDetails extends RunSummary {
  readonly nodes: readonly NodeRun[];
  readonly inputs: readonly RunInput[];
}

/** The value a workflow input had in a run. */
export interface RunInput {
  readonly name: string;
  readonly type: InputType;
  readonly value: string;
}

/** One execution of one node in a run. */
export interface NodeRun {
  /** The node's path: its id, inside a module behind the id of the module node (`scan/fetch`). */
  readonly id: string;
  readonly status: NodeStatus;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly exitCode: number | null;
  readonly machine: string | null;
  readonly ip: string | null;
  /** Attempts begun; 0 before the first. */
  readonly attempt: number;
  /** Why it ended as it did: first line of stderr, a missing output, a time-out. */
  readonly message: string | null;
  readonly outputs: readonly NodeRunOutput[];
  /** The files and folders it was given, as they were when it began. */
  readonly inputFiles: readonly NodeRunInputFile[];
  /** Id of the run whose result was taken over; null: it was executed in this run. */
  readonly reusedFrom: string | null;
}

export interface NodeRunOutput {
  readonly name: string;
  /** Absolute path of the file or folder. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** In bytes; null for a folder. */
  readonly size: number | null;
}

export interface NodeRunInputFile {
  readonly name: string;
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** In bytes; null for a folder. */
  readonly size: number | null;
  /** Hexadecimal; null for a folder. */
  readonly sha256: string | null;
}
