/** The engine's answer to how a workflow did in its last runs. Only the page of the history and the host import this. */
import * as z from 'zod/mini';
import type { HistoryNode, PackedHistory, PackedRun } from '../model/history/history';
import type { NodeStatus } from '../model/run/status';
import { request } from './rpc';
import { runSummary } from './runSchemas';

/** More runs are never in one answer. */
export const mostRunsOfHistory = 200;

const node: z.ZodMiniType<HistoryNode> = z.object({
  path: z.string(),
  label: z.nullable(z.string()),
  definition: z.nullable(z.string()),
});
const run: z.ZodMiniType<PackedRun> = z.object({
  run: runSummary,
  list: z.number(),
  statuses: z.array(z.number()),
  durations: z.array(z.nullable(z.number())),
  reused: z.array(z.number()),
});

const packedHistory: z.ZodMiniType<PackedHistory> = z.object({
  nodes: z.array(node),
  lists: z.array(z.array(z.number())),
  statuses: z.array(z.custom<NodeStatus>((value) => typeof value === 'string')),
  runs: z.array(run),
  hasMore: z.boolean(),
});

/** The newest runs of a workflow file with what became of each node; their version ids are of today's algorithm. */
export const getHistory = request(
  'workflow/history',
  z.object({
    /** Absolute real path of the workflow file. */
    workflowPath: z.string(),
    /** At most 200. */
    limit: z.number(),
    /** The newest run that is wanted, by its id; null: the newest there is. */
    upTo: z.nullable(z.string()),
  }),
  packedHistory,
);
export type HistoryQuestion = z.infer<typeof getHistory.params>;
