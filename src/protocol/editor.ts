/** The wire between the workflow editor's webview and the extension host. */
import * as z from 'zod/mini';
import type { ExpectedEnd } from '../model/history/expectedEnd';
import type { UsualNode } from '../model/history/slowNode';
import type { LoadedRun } from '../model/run/loadedRun';
import type { NodeRun } from '../model/run/run';
import type { Graph } from '../model/workflow/graph';
import type { Problem } from '../model/workflow/problem';
import type { WorkflowInput, WorkflowKind, WorkflowOutput } from '../model/workflow/workflow';
import { notification, request } from './rpc';

/**
 * All that the canvas shows. The host owns it; the webview asks for the whole when it is made or shown again, and then
 * gets whole slices that changed.
 */
export interface EditorState {
  readonly file: FileView;
  /** Null while loading, and when the text cannot be read as a workflow. */
  readonly graph: Graph | null;
  readonly problems: readonly Problem[];
  /** The run that is loaded; null: the live workflow alone. */
  readonly loaded: LoadedRun | null;
  /** By node path; empty without a run. */
  readonly nodeRuns: readonly NodeRun[];
  /** Ids of nodes that were edited since the run, and of all nodes after them. */
  readonly stale: readonly string[];
  /** Of a run that is running, as far as past runs tell. */
  readonly expectedEnd: ExpectedEnd | null;
  /** How long nodes of the loaded run usually take, as far as it is known. */
  readonly usual: readonly UsualNode[];
}

export interface FileView {
  /** Name of the workflow as shown: its `name:`, else the file's name. */
  readonly title: string;
  readonly fileName: string;
  readonly kind: WorkflowKind;
  /** Null: the canvas can be edited; else why not, in a sentence. */
  readonly readOnly: string | null;
  /** The text cannot be drawn for this reason; the graph is that of the last text that could be. Null: it is of the text. */
  readonly outdated: TextBreak | null;
  /** The file was deleted or moved; what was in it is in the editor still. */
  readonly isGone: boolean;
  /** False: the file has errors, the workspace is not trusted, or the platform has no local fleet. */
  readonly canRun: boolean;
  /** Of what is drawn: another one with every change of what would run, in script files too. Null while it is read. */
  readonly version: string | null;
  /** What the drawn workflow says of itself; null while it is read, and where nothing can be read. */
  readonly settings: WorkflowSettings | null;
}

export interface TextBreak {
  /** Zero-based, as `character`. */
  readonly line: number;
  readonly character: number;
  readonly message: string;
}

/** What a workflow file says beside its nodes, as far as it does: a default is not filled in. */
export interface WorkflowSettings {
  readonly name: string | null;
  readonly description: string | null;
  readonly project: string | null;
  readonly fleet: string | null;
  readonly inputs: readonly WorkflowInput[];
  readonly outputs: readonly WorkflowOutput[];
}

/** The host made these itself and the webview only draws them: their outer shape is checked, not every field. */
const made = <T>(): z.ZodMiniType<T> => z.custom<T>((value) => typeof value === 'object' && value !== null);
const nothing = z.null();
const node = z.object({ nodeId: z.string() });

export const getState = request('editor/state', z.object({}), made<EditorState>());

/** Slices that changed; at most one a frame. */
export const stateChanged = notification('editor/changed', made<Partial<EditorState>>());
/** Node runs that changed, whole; the others stay. */
export const nodeRunsChanged = notification('editor/nodeRuns', made<readonly NodeRun[]>());
/** Select the node and bring it into view. The answer tells that a page was there to do it. */
export const revealNode = request('editor/reveal', node, nothing);
/** Show the timeline of the loaded run. The answer tells that a page was there to do it. */
export const showTimeline = request('editor/showTimeline', z.object({}), nothing);

/** The end of a drag: one undoable edit for all nodes that were moved. */
export const moveNodes = request(
  'editor/move',
  z.object({ positions: z.array(z.object({ nodeId: z.string(), x: z.number(), y: z.number() })) }),
  nothing,
);

export const editorCommands = [
  'run',
  'viewDetails',
  'runAgain',
  'rerunFromFailed',
  'runNow',
  'changeSchedule',
  'pauseSchedule',
  'removeSchedule',
  'stop',
  'rename',
  'exportIps',
  'createWorkflow',
  'restore',
  'compareWithLive',
  'compareRuns',
  'copyLink',
  'delete',
  'backToEditor',
  'close',
  'showSnapshot',
  'showLive',
  'openAsText',
  'showProblems',
  'save',
] as const;
export type EditorCommand = (typeof editorCommands)[number];
export const performCommand = request('editor/command', z.object({ command: z.enum(editorCommands) }), nothing);
