/** The border between the store's rows and what the rest of the engine knows. */
import * as z from 'zod/mini';
import type { CreationType, NodeRun, RunDetails, RunInput, RunSummary } from '../../model/run/run';
import type { NodeStatus, RunStatus } from '../../model/run/status';

/** A run as stored: what its row on screen says, and what only the engine needs. */
export interface StoredRun {
  readonly summary: RunSummary;
  readonly snapshot: string | null;
  readonly inputs: readonly RunInput[];
  /** The client's variables that its nodes get. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A node run as stored. Times are milliseconds since 1970. */
export interface StoredNodeRun {
  readonly nodeId: string;
  status: NodeStatus;
  startedAt: number | null;
  endedAt: number | null;
  exitCode: number | null;
  machine: string | null;
  ip: string | null;
  attempt: number;
  attemptStartedAt: number | null;
  failures: number;
  losses: number;
  message: string | null;
  outputs: NodeRun['outputs'];
  inputFiles: NodeRun['inputFiles'];
  /** The run that executed it, when that is another one. */
  readonly reusedFrom: string | null;
}

/** Columns of `runs` that a summary is made of: less than half of what a row holds. */
export const summaryColumns = `runs.id, number, name, status, creationType, workflowPath, workflowName, project, workspace,
  versionId, fleet, machines, author, runs.createdAt, startedAt, endedAt, message, snapshot, rerunOf,
  scheduleId, scheduledFor, runs.sortId`;

/** @throws when the row does not hold the columns of a summary */
export function storedSummary(row: Row): RunSummary {
  // Column by column: a schema takes twice as long, and a page of runs is mostly this.
  const startedAt = optional(row, 'startedAt', number);
  const endedAt = optional(row, 'endedAt', number);
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    number: number(row, 'number'),
    status: text(row, 'status') as RunStatus,
    creationType: text(row, 'creationType') as CreationType,
    workflow: {
      path: text(row, 'workflowPath'),
      name: text(row, 'workflowName'),
      project: text(row, 'project'),
      workspace: text(row, 'workspace'),
    },
    versionId: text(row, 'versionId'),
    fleet: text(row, 'fleet'),
    machines: JSON.parse(text(row, 'machines')) as string[],
    author: text(row, 'author'),
    createdAt: isoTime(number(row, 'createdAt')),
    startedAt: isoTimeOrNull(startedAt),
    endedAt: isoTimeOrNull(endedAt),
    durationMs: startedAt === null || endedAt === null ? null : Math.max(0, endedAt - startedAt),
    message: optional(row, 'message', text),
    hasSnapshot: row['snapshot'] !== null,
    rerunOf: optional(row, 'rerunOf', text),
    scheduleId: optional(row, 'scheduleId', text),
    scheduledFor: isoTimeOrNull(optional(row, 'scheduledFor', number)),
    sortId: optional(row, 'sortId', text),
  };
}

/** @throws when the row is not one of ours */
export function storedRun(row: Row): StoredRun {
  return {
    summary: storedSummary(row),
    snapshot: optional(row, 'snapshot', text),
    inputs: JSON.parse(text(row, 'inputs')) as RunInput[],
    environment: JSON.parse(text(row, 'environment')) as Record<string, string>,
  };
}

type Row = Readonly<Record<string, unknown>>;

function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new Error(`The column ${column} of a row in the store holds no text.`);
}

function number(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  throw new Error(`The column ${column} of a row in the store holds no number.`);
}

function optional<Value>(row: Row, column: string, read: (row: Row, column: string) => Value): Value | null {
  return row[column] === null ? null : read(row, column);
}

const nodeRunRow = z.object({
  nodeId: z.string(),
  status: z.custom<NodeStatus>((value) => typeof value === 'string'),
  startedAt: z.nullable(z.number()),
  endedAt: z.nullable(z.number()),
  exitCode: z.nullable(z.number()),
  machine: z.nullable(z.string()),
  ip: z.nullable(z.string()),
  attempt: z.number(),
  attemptStartedAt: z.nullable(z.number()),
  failures: z.number(),
  losses: z.number(),
  message: z.nullable(z.string()),
  outputs: z.string(),
  inputFiles: z.string(),
  reusedFrom: z.nullable(z.string()),
});

/** @throws when the row is not one of ours */
export function storedNodeRun(row: unknown): StoredNodeRun {
  const node = nodeRunRow.parse(row);
  return {
    ...node,
    outputs: JSON.parse(node.outputs) as NodeRun['outputs'],
    inputFiles: JSON.parse(node.inputFiles) as NodeRun['inputFiles'],
  };
}

/** The node run as clients see it. */
export function nodeRunOf(node: StoredNodeRun): NodeRun {
  return {
    id: node.nodeId,
    status: node.status,
    startedAt: isoTimeOrNull(node.startedAt),
    endedAt: isoTimeOrNull(node.endedAt),
    exitCode: node.exitCode,
    machine: node.machine,
    ip: node.ip,
    attempt: node.attempt,
    message: node.message,
    outputs: node.outputs,
    inputFiles: node.inputFiles,
    reusedFrom: node.reusedFrom,
  };
}

/** The run with its nodes as clients see it. */
export function detailsOf(run: StoredRun, nodes: readonly StoredNodeRun[]): RunDetails {
  return { ...run.summary, nodes: nodes.map(nodeRunOf), inputs: run.inputs };
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}

function isoTimeOrNull(time: number | null): string | null {
  return time === null ? null : isoTime(time);
}
