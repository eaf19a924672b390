/** The wire to the worker thread that reads workflow texts, so that no large text is parsed on the extension host's thread. */
import * as z from 'zod/mini';
import type { EditResult, WorkflowEdit } from '../../model/workflow/edit/workflowEdit';
import type { Graph } from '../../model/workflow/graph';
import type { Problem } from '../../model/workflow/problem';
import type { WorkflowKind, WorkflowSource } from '../../model/workflow/workflow';
import type { NodeInspection } from '../../protocol/editor';
import { request } from '../../protocol/rpc';

/** Both ends are built together and run in one process: the outer shape is enough. */
const made = <T>(): z.ZodMiniType<T> => z.custom<T>((value) => typeof value === 'object');
const nothing = z.null();

/** What the host needs of a workflow that was read; the model itself stays in the worker, under its handle. */
export interface ParsedWorkflow {
  readonly title: string;
  readonly kind: WorkflowKind;
  /** Null when the text cannot be read as a workflow. */
  readonly graph: Graph | null;
  readonly problems: readonly Problem[];
  /** Null when there are errors. */
  readonly versionId: string | null;
  /** The version id; for a text with errors an id of exactly these texts, which no run has. */
  readonly version: string;
  /** Why the canvas may not edit it, in a sentence. */
  readonly readOnly: string | null;
}

/** How the version of a run and the live one differ. */
export interface VersionDifference {
  /** Ids of live nodes that were edited since the run, and of all nodes after them. */
  readonly stale: readonly string[];
  /** A line each, in words. */
  readonly differences: readonly string[];
}

/** Where a node's source is: a range of the entry file, or another file. */
export interface NodeSource {
  /** Key of the file in the workflow's source. */
  readonly file: string;
  /** UTF-16 offsets; null: the whole file. */
  readonly range: { readonly start: number; readonly end: number } | null;
}

/** Reads the live workflow; the worker asks back for each text with `readText`. */
export const parseLive = request(
  'parse/live',
  z.object({ handle: z.string(), entry: z.string() }),
  made<ParsedWorkflow>(),
);

/** Reads a workflow from texts that are all there: a snapshot. */
export const parseSource = request(
  'parse/source',
  z.object({ handle: z.string(), source: made<WorkflowSource>() }),
  made<ParsedWorkflow>(),
);

/** Worker to host: the text of a file of the live workflow; null when there is none. */
export const readText = request(
  'text/read',
  z.object({ handle: z.string(), path: z.string() }),
  z.object({ text: z.nullable(z.string()) }),
);

export const compareVersions = request(
  'compare',
  z.object({ ran: z.string(), live: z.string() }),
  made<VersionDifference>(),
);

const nodeAddress = z.object({ handle: z.string(), nodeId: z.string() });
export const inspect = request('inspect', nodeAddress, made<NodeInspection>());
export const locate = request('locate', nodeAddress, made<NodeSource>());

/** The smallest edits of `text`, the entry file of the live workflow, that make the edit. */
export const editText = request(
  'text/edit',
  z.object({ handle: z.string(), text: z.string(), edit: made<WorkflowEdit>() }),
  made<EditResult>(),
);

/** Forgets what is kept under the handle. */
export const release = request('release', z.object({ handle: z.string() }), nothing);
