/** Schemas of what is known of a run. The types stand in `model/run`; the compiler holds the two together. */
import * as z from 'zod/mini';
import type { NodeRun, NodeRunInputFile, NodeRunOutput, RunDetails, RunSummary } from '../model/run/run';
import type { NodeStatus, RunStatus } from '../model/run/status';

/** A status of a newer engine passes as it is, and is shown as it is. */
const runStatus = z.custom<RunStatus>((value) => typeof value === 'string');
const nodeStatus = z.custom<NodeStatus>((value) => typeof value === 'string');

const fileFacts = {
  name: z.string(),
  path: z.string(),
  kind: z.enum(['file', 'folder']),
  size: z.nullable(z.number()),
};
const nodeRunOutput: z.ZodMiniType<NodeRunOutput> = z.object(fileFacts);
const nodeRunInputFile: z.ZodMiniType<NodeRunInputFile> = z.object({ ...fileFacts, sha256: z.nullable(z.string()) });

export const nodeRun: z.ZodMiniType<NodeRun> = z.object({
  id: z.string(),
  status: nodeStatus,
  startedAt: z.nullable(z.string()),
  endedAt: z.nullable(z.string()),
  exitCode: z.nullable(z.number()),
  machine: z.nullable(z.string()),
  ip: z.nullable(z.string()),
  attempt: z.number(),
  message: z.nullable(z.string()),
  outputs: z.array(nodeRunOutput),
  inputFiles: z.array(nodeRunInputFile),
  reusedFrom: z.nullable(z.string()),
});

const summaryFields = {
  id: z.string(),
  name: z.string(),
  number: z.number(),
  status: runStatus,
  creationType: z.enum(['Manual', 'Scheduled', 'API']),
  workflow: z.object({ path: z.string(), name: z.string(), project: z.string(), workspace: z.string() }),
  versionId: z.string(),
  fleet: z.string(),
  machines: z.array(z.string()),
  author: z.string(),
  createdAt: z.string(),
  startedAt: z.nullable(z.string()),
  endedAt: z.nullable(z.string()),
  durationMs: z.nullable(z.number()),
  message: z.nullable(z.string()),
  hasSnapshot: z.boolean(),
  rerunOf: z.nullable(z.string()),
  scheduleId: z.nullable(z.string()),
  scheduledFor: z.nullable(z.string()),
  sortId: z.nullable(z.string()),
};

export const runStatusSchema = runStatus;
export const runSummary: z.ZodMiniType<RunSummary> = z.object(summaryFields);

export const runDetails: z.ZodMiniType<RunDetails> = z.object({
  ...summaryFields,
  nodes: z.array(nodeRun),
  inputs: z.array(
    z.object({ name: z.string(), type: z.enum(['string', 'boolean', 'number', 'file', 'folder']), value: z.string() }),
  ),
});
