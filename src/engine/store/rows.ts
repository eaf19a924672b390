/** The border between the store's rows and what the rest of the engine knows. */
import * as z from 'zod/mini';
import type { NodeRun, RunDetails, RunInput, RunSummary } from '../../model/run/run';
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
}

const summaryFields = {
  id: z.string(),
  number: z.number(),
  name: z.string(),
  status: z.custom<RunStatus>((value) => typeof value === 'string'),
  creationType: z.enum(['Manual', 'Scheduled', 'API']),
  workflowPath: z.string(),
  workflowName: z.string(),
  project: z.string(),
  workspace: z.string(),
  versionId: z.string(),
  fleet: z.string(),
  machines: z.string(),
  author: z.string(),
  createdAt: z.number(),
  startedAt: z.nullable(z.number()),
  endedAt: z.nullable(z.number()),
  message: z.nullable(z.string()),
  snapshot: z.nullable(z.string()),
  rerunOf: z.nullable(z.string()),
};
const summaryRow = z.object(summaryFields);
const runRow = z.object({ ...summaryFields, environment: z.string(), inputs: z.string() });

/** Columns of `runs` that a summary is made of: less than half of what a row holds. */
export const summaryColumns = Object.keys(summaryFields)
  .map((column) => `runs.${column}`)
  .join(', ');

/** @throws when the row does not hold the columns of a summary */
export function storedSummary(row: unknown): RunSummary {
  return summaryOf(summaryRow.parse(row));
}

/** @throws when the row is not one of ours */
export function storedRun(row: unknown): StoredRun {
  const { environment, inputs, ...summary } = runRow.parse(row);
  return {
    summary: summaryOf(summary),
    snapshot: summary.snapshot,
    inputs: JSON.parse(inputs) as RunInput[],
    environment: JSON.parse(environment) as Record<string, string>,
  };
}

function summaryOf(row: z.infer<typeof summaryRow>): RunSummary {
  const { workflowPath, workflowName, project, workspace, snapshot, ...same } = row;
  return {
    ...same,
    workflow: { path: workflowPath, name: workflowName, project, workspace },
    machines: JSON.parse(row.machines) as string[],
    createdAt: isoTime(row.createdAt),
    startedAt: isoTimeOrNull(row.startedAt),
    endedAt: isoTimeOrNull(row.endedAt),
    durationMs: row.startedAt === null || row.endedAt === null ? null : Math.max(0, row.endedAt - row.startedAt),
    hasSnapshot: snapshot !== null,
  };
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
