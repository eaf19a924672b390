/** The wire between the page of a workflow's history and the extension host. */
import * as z from 'zod/mini';
import { runActions } from '../model/run/actions';
import { notification, request } from './rpc';
import { getHistory } from './workflowHistory';

const nothing = z.null();

/** What the page is about; the host finds `workflowPath` in the page's memory when VS Code brings it back. */
export const getPlace = request(
  'history/place',
  z.object({}),
  z.object({ workflowPath: z.string(), fileName: z.string() }),
);
export type HistoryPlace = z.infer<typeof getPlace.result>;

/** The last runs of the page's workflow, as the engine answers. */
export const getRuns = request(
  'history/runs',
  z.object({ limit: z.number(), upTo: z.nullable(z.string()) }),
  getHistory.result,
);

/** Two runs of the workflow, the older one first. */
const pair = z.object({ before: z.string(), first: z.string() });

/** What differs between the versions of two runs: a line each, and the files whose texts differ. */
export const getDifferences = request(
  'history/differences',
  pair,
  z.object({ lines: z.array(z.string()), files: z.array(z.string()) }),
);
export type VersionDifferences = z.infer<typeof getDifferences.result>;

const commit = z.object({
  hash: z.string(),
  subject: z.string(),
  author: z.string(),
  /** ISO 8601. */
  date: z.string(),
});
export type Commit = z.infer<typeof commit>;

/** The commits between two runs that touch the workflow, its modules or its scripts. */
export const getCommits = request(
  'history/commits',
  pair,
  z.discriminatedUnion('kind', [
    /** The workflow lies in no repository. */
    z.object({ kind: z.literal('noRepository') }),
    /** Why they cannot be told, in a sentence. */
    z.object({ kind: z.literal('unknown'), sentence: z.string() }),
    /** Newest first; `hasMore`: there are too many to list. */
    z.object({ kind: z.literal('known'), commits: z.array(commit), hasMore: z.boolean() }),
  ]),
);
export type CommitsBetween = z.infer<typeof getCommits.result>;

/** Shows the texts of the two runs' versions side by side. */
export const showTextDiff = request('history/textDiff', pair, nothing);
/** Opens the run, with the node (a path) selected; null: none. */
export const openRun = request('history/run', z.object({ runId: z.string(), nodeId: z.nullable(z.string()) }), nothing);
/** Opens the workflow, live, with no run loaded. */
export const openWorkflow = request('history/workflow', z.object({}), nothing);
/** Shows the commit, or puts its hash on the clipboard where nothing can show it. */
export const openCommit = request('history/commit', z.object({ hash: z.string() }), nothing);
export const performAction = request(
  'history/action',
  z.object({ action: z.enum(runActions), runId: z.string() }),
  nothing,
);
/** What to do when there is nothing to show. */
export const waysOut = ['showLog', 'runWorkflow'] as const;
export type WayOut = (typeof waysOut)[number];
export const takeWayOut = request('history/wayOut', z.object({ way: z.enum(waysOut) }), nothing);

/** Ids of runs of the workflow that were made or changed, and of runs that are gone; at most twice a second. */
export const historyChanged = notification(
  'history/changed',
  z.object({ changed: z.array(z.string()), deleted: z.array(z.string()) }),
);
export type HistoryChanged = z.infer<typeof historyChanged.params>;
/** What the page shows may be out of date as a whole: it has to ask again. */
export const historyOutdated = notification('history/outdated', z.object({}));
