/** The wire between the engine and its clients (VS Code windows, the command line): every request and event. */
import { ProgressType } from 'vscode-jsonrpc';
import * as z from 'zod/mini';
import type { RunFilter } from '../model/run/query';
import type { RunStatus } from '../model/run/status';
import type { Workflow } from '../model/workflow/workflow';
import { notification, request } from './rpc';
import { nodeRun, runDetails, runStatusSchema, runSummary } from './runSchemas';

/** Goes up when a message changes in a way that an older peer cannot read. */
export const engineProtocol = 1;

/** Codes of `ResponseError.code`, beside those of JSON-RPC. The message is always a sentence for the user. */
export const engineErrors = {
  /** The files on disk give another version than the one the user saw. */
  versionChanged: 1,
  /** The workflow has errors, or cannot be read. */
  invalidWorkflow: 2,
  unknownRun: 3,
  /** The run's status does not allow the action. */
  notAllowed: 4,
  unknownSchedule: 5,
  /** A result that a re-run was to go on with is gone; `gone: 'run'` lets its node run again too. */
  resultsGone: 6,
} as const;

const nothing = z.null();
const runId = z.object({ runId: z.string() });
/** PATH, HOME, USER, SHELL, LANG, TZ and TMPDIR of the client: all that a node sees of the client's environment. */
const environment = z.record(z.string(), z.string());
const creationType = z.enum(['Manual', 'Scheduled', 'API']);

/** The first request of every connection. */
export const initialize = request(
  'initialize',
  z.object({ clientVersion: z.string(), protocol: z.number() }),
  z.object({ engineVersion: z.string(), protocol: z.number(), pid: z.number(), home: z.string() }),
);

export const engineStatus = request(
  'engine/status',
  z.object({}),
  z.object({
    pid: z.number(),
    version: z.string(),
    home: z.string(),
    activeRuns: z.number(),
    /** Those that wait for a time. An older engine has none. */
    schedules: z._default(z.number(), 0),
  }),
);

/** The engine answers, then exits. Nodes go on, and the next engine adopts them. */
export const stopEngine = request('engine/stop', z.object({}), nothing);

export const startRun = request(
  'run/start',
  z.object({
    /** Absolute path of the workflow file. */
    workflowPath: z.string(),
    /** Absolute path of the workspace folder. */
    workspace: z.string(),
    /** The version the user saw; the run is refused if the files on disk give another. Null: whatever is there. */
    versionId: z.nullable(z.string()),
    /** Values of workflow inputs by name; a path must be absolute. */
    inputs: z.record(z.string(), z.string()),
    /** Null: named after the workflow and its number. */
    name: z.nullable(z.string()),
    /** Null: the workflow's own. */
    fleet: z.nullable(z.string()),
    creationType,
    environment,
  }),
  runSummary,
);
export type StartRunParams = z.infer<typeof startRun.params>;

/** A new run of the same version with the same inputs, from the snapshot: the live file may have changed or be gone. */
/** How much of a run is executed again. */
const rerunPart = z.discriminatedUnion('kind', [
  /**
   * `inputs`: null for those of the run; else these, and the default of each input that is not named. `name`: of the new
   * run; without one it is named after its workflow and its number.
   */
  z.object({
    kind: z.literal('all'),
    inputs: z.nullable(z.record(z.string(), z.string())),
    name: z.optional(z.nullable(z.string())),
  }),
  /**
   * The nodes that did not succeed or that `from` (a path) names, and all after them; the results of the others are taken
   * over. `version`: `live` as it is on disk, where nodes that were edited since run again too; `versionId` is what the user
   * saw of it. `gone`: what becomes of results whose files are gone; without it they refuse it all.
   */
  z.object({
    kind: z.literal('rest'),
    from: z.nullable(z.string()),
    version: z.enum(['ran', 'live']),
    versionId: z.optional(z.nullable(z.string())),
    gone: z.optional(z.enum(['refuse', 'run'])),
  }),
]);
export type RerunPart = z.infer<typeof rerunPart>;

const rerunParams = z.object({ runId: z.string(), part: rerunPart, creationType, environment });
export type RerunParams = z.infer<typeof rerunParams>;
export const rerun = request('run/rerun', rerunParams, runSummary);
export const stopRun = request('run/stop', runId, runSummary);
export const renameRun = request('run/rename', z.object({ runId: z.string(), name: z.string() }), runSummary);
/** Deletes the run with its logs and outputs; only when it is terminal. */
export const deleteRun = request('run/delete', runId, nothing);

/** `run` is an id or a unique prefix of one. */
export const getRun = request('run/get', z.object({ run: z.string() }), runDetails);

const strings = z.nullable(z.array(z.string()));
const runFilter: z.ZodMiniType<RunFilter> = z.object({
  folders: strings,
  workflowPaths: strings,
  statuses: z.nullable(z.array(runStatusSchema)),
  authors: strings,
  projects: strings,
  text: z.nullable(z.string()),
  createdFrom: z.nullable(z.string()),
  createdBefore: z.nullable(z.string()),
});

export const listRuns = request(
  'runs/list',
  z.object({
    filter: runFilter,
    order: z.enum(['newest', 'oldest']),
    limit: z.number(),
    /** What the last run of the page before sorts by, or its id; null: the first page. */
    after: z.nullable(z.string()),
  }),
  z.object({ runs: z.array(runSummary), hasMore: z.boolean() }),
);

/**
 * Numbers of runs by status; a status without runs is left out. A text or a time can only be counted run by run: the
 * engine stops at a bound, and then says that each number is at least so much.
 */
export const countRuns = request(
  'runs/count',
  z.object({ filter: runFilter }),
  z.object({ counts: z.array(z.object({ status: runStatusSchema, count: z.number() })), isLowerBound: z.boolean() }),
);

/** What the runs under some folders (null: of the vault) can be filtered by, the workflows that ran last first. */
export const listFacets = request(
  'runs/facets',
  z.object({ folders: strings }),
  z.object({
    workflows: z.array(
      z.object({
        path: z.string(),
        name: z.string(),
        workspace: z.string(),
        project: z.string(),
        lastRunAt: z.string(),
      }),
    ),
    /** In alphabetical order, as are the projects. */
    authors: z.array(z.string()),
    projects: z.array(z.string()),
  }),
);
export type RunFacets = z.infer<typeof listFacets.result>;

/** Every machine that the run used, retried attempts included, in the order of first use; an address that is not known is null. */
export const listMachines = request(
  'run/machines',
  runId,
  z.object({ machines: z.array(z.object({ name: z.string(), ip: z.nullable(z.string()) })) }),
);

const runReference = z.object({ id: z.string(), name: z.string(), status: runStatusSchema });
/** The run that this one runs again (null when it is none, or deleted), and those that ran it again, oldest first. */
export const getLineage = request(
  'run/lineage',
  runId,
  z.object({ rerunOf: z.nullable(runReference), reruns: z.array(runReference) }),
);
export type RunLineage = z.infer<typeof getLineage.result>;

export type RunCounts = readonly { readonly status: RunStatus; readonly count: number }[];

const workflow = z.custom<Workflow>((value) => typeof value === 'object' && value !== null);
/** What a run executed: its texts, and what was parsed from them. */
export const getSnapshot = request(
  'run/snapshot',
  runId,
  z.object({
    versionId: z.string(),
    /** Number of the algorithm that computed `versionId`; of another one than today's, it has to be computed anew. */
    versionAlgorithm: z.number(),
    source: z.object({ entry: z.string(), files: z.record(z.string(), z.string()) }),
    /** The entry file, parsed when the snapshot was taken. */
    workflow,
    /** The modules it uses, at any depth, by their key in `source.files`. */
    modules: z.record(z.string(), workflow),
  }),
);
export type RunSnapshot = z.infer<typeof getSnapshot.result>;

const logAddress = {
  runId: z.string(),
  nodeId: z.string(),
  /** Null: the newest. */
  attempt: z.nullable(z.number()),
  stream: z.enum(['stdout', 'stderr']),
};
export type LogStream = 'stdout' | 'stderr';

/** A piece of a log from a byte offset (negative: that many bytes before its end), cut at whole characters. */
export const readLog = request(
  'log/read',
  z.object({ ...logAddress, offset: z.number(), maxBytes: z.number() }),
  z.object({ text: z.string(), offset: z.number(), nextOffset: z.number(), size: z.number() }),
);

/** Sends what is appended to a log from `offset` on as `logChunk` progress; answers when the node has ended. Cancellable. */
export const followLog = request(
  'log/follow',
  z.object({ ...logAddress, offset: z.number(), progress: z.string() }),
  z.object({ nextOffset: z.number() }),
);
export interface LogChunk {
  readonly text: string;
  readonly nextOffset: number;
}
export const logChunk = new ProgressType<LogChunk>();

/** The runs of a workflow file go with it to its new path. Answers how many moved. */
export const moveWorkflow = request(
  'workflow/move',
  z.object({ from: z.string(), to: z.string(), workspace: z.string() }),
  z.object({ runs: z.number() }),
);

/** From then on this client gets `nodesChanged` for the run. Answers with the whole state, so that nothing is missed. */
export const watchRun = request('run/watch', runId, runDetails);
export const unwatchRun = request('run/unwatch', runId, nothing);

/** Sent to every client, at most once a frame (16 ms): the runs that were made or changed, whole, and the ids deleted. */
export const runsChanged = notification(
  'runs/changed',
  z.object({ runs: z.array(runSummary), deleted: z.array(z.string()) }),
);
export type RunsChanged = z.infer<typeof runsChanged.params>;

/** Sent to those who watch the run, at most once a frame: the node runs that changed, whole. */
export const nodesChanged = notification('run/nodesChanged', z.object({ runId: z.string(), nodes: z.array(nodeRun) }));
export type NodesChanged = z.infer<typeof nodesChanged.params>;
