/** The wire to the worker thread that reads workflow texts, so that no large text is parsed on the extension host's thread. */
import * as z from 'zod/mini';
import type { FragmentReading } from '../../model/workflow/edit/fragment';
import type { ConnectionSource, ConnectionTarget, NodeFit } from '../../model/workflow/edit/fits';
import type { EditResult, WorkflowEdit } from '../../model/workflow/edit/workflowEdit';
import type { Graph } from '../../model/workflow/graph';
import type { NodeRange } from '../../model/workflow/nodeRanges';
import type { MendOffer } from '../../model/workflow/mends/mend';
import type { PlacedProblem } from '../../model/workflow/mends/placedProblems';
import type { MovedNode } from '../../model/workflow/moveEdit';
import type { Problem, TextRange } from '../../model/workflow/problem';
import type { WorkflowInput, WorkflowKind, WorkflowSource } from '../../model/workflow/workflow';
import type { WorkflowSettings } from '../../protocol/editor';
import type { NodeInspection } from '../../protocol/nodeInspection';
import { request } from '../../protocol/rpc';

/** Both ends are built together and run in one process: the outer shape is enough. */
const made = <T>(): z.ZodMiniType<T> => z.custom<T>((value) => typeof value === 'object');
const nothing = z.null();

/** What the host needs of a workflow that was read; the model itself stays in the worker, under its handle. */
export interface ParsedWorkflow {
  readonly title: string;
  readonly kind: WorkflowKind;
  readonly inputs: readonly WorkflowInput[];
  /** Null when the text cannot be read as a workflow. */
  readonly settings: WorkflowSettings | null;
  /** Null when the text cannot be read as a workflow. */
  readonly graph: Graph | null;
  readonly problems: readonly Problem[];
  /** Null when there are errors. */
  readonly versionId: string | null;
  /** The version id; for a text with errors an id of exactly these texts, which no run has. */
  readonly version: string;
  /** Why the canvas may not edit it, in a sentence. */
  readonly readOnly: string | null;
  /** What keeps the text from being drawn; the graph is then that of the last text that could be. */
  readonly outdated: Problem | null;
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

/** The nodes of the entry file as it was last read, in the order of its text. */
export const nodeRanges = request('text/nodes', z.object({ handle: z.string() }), made<readonly NodeRange[]>());

/** The smallest edits of `text`, the entry file of the live workflow, that make the edit. */
export const editText = request(
  'text/edit',
  z.object({ handle: z.string(), text: z.string(), edit: made<WorkflowEdit>() }),
  made<EditResult>(),
);

/** The nodes as a piece of YAML, for the clipboard; empty when none of them is there. */
export const writeFragment = request(
  'fragment/write',
  z.object({ handle: z.string(), nodeIds: z.array(z.string()) }),
  z.object({ text: z.string() }),
);
export const parseFragment = request('fragment/read', z.object({ text: z.string() }), made<FragmentReading>());

/** Of the modules `candidates`, those that `entry` may use without using itself; the texts are asked for under `handle`. */
export const usableModules = request(
  'modules/usable',
  z.object({ handle: z.string(), entry: z.string(), candidates: z.array(z.string()) }),
  z.array(z.string()),
);

/** All problems of `text`, the entry file, each at its place and with what mends it. */
export const placeProblems = request(
  'text/problems',
  z.object({ handle: z.string(), text: z.string() }),
  made<readonly PlacedProblem[]>(),
);

/** What mends the problems of `text`, the entry file, in a range or in all of it. */
export const mends = request(
  'text/mends',
  z.object({ handle: z.string(), text: z.string(), at: made<TextRange | null>() }),
  made<readonly MendOffer[]>(),
);

/** What may be wired in `text`, the entry file of the live workflow: to what a source leads, from what a target comes. */
export const targets = request(
  'text/targets',
  z.object({ handle: z.string(), text: z.string(), source: made<ConnectionSource>() }),
  made<readonly NodeFit[]>(),
);
export const sources = request(
  'text/sources',
  z.object({ handle: z.string(), text: z.string(), target: made<ConnectionTarget>() }),
  made<readonly NodeFit[]>(),
);

/** New positions of these nodes of the live workflow, or of all if null. */
export const arrange = request(
  'arrange',
  z.object({ handle: z.string(), nodeIds: z.nullable(z.array(z.string())) }),
  made<readonly MovedNode[]>(),
);

/** Forgets what is kept under the handle. */
export const release = request('release', z.object({ handle: z.string() }), nothing);
