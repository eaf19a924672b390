/** What the inspector asks of the extension host about one node: apart from the canvas's own requests, as it is loaded after it. */
import { ProgressType } from 'vscode-jsonrpc';
import * as z from 'zod/mini';
import type { NodeAction, NodeInput, NodeOutput } from '../model/workflow/workflow';
import { request } from './rpc';

const nothing = z.null();
const node = z.object({ nodeId: z.string() });

/** All that the inspector shows of one node, from the workflow that is drawn (live or snapshot). */
export interface NodeInspection {
  readonly id: string;
  readonly title: string;
  /** Null: its id is shown. */
  readonly label: string | null;
  readonly action: NodeAction;
  /** The command or the script's text; null for a module or when the script file is missing. */
  readonly code: string | null;
  readonly inputs: readonly NodeInput[];
  readonly outputs: readonly NodeOutput[];
  readonly needs: readonly string[];
  readonly when: 'success' | 'always';
  readonly timeoutSeconds: number | null;
  readonly retries: number;
  readonly machine: string | null;
}
/** The host made it itself and the inspector only draws it: its outer shape is checked, not every field. */
const inspection = z.custom<NodeInspection>((value) => typeof value === 'object' && value !== null);
export const inspectNode = request('editor/inspect', node, inspection);

/** Opens the node's command in the text editor, or its script or module file (of the snapshot when that is drawn). */
export const openSource = request('editor/openSource', node, nothing);
const output = z.object({ nodeId: z.string(), output: z.string() });
export const openOutput = request('editor/openOutput', output, nothing);
export const saveOutput = request('editor/saveOutput', output, nothing);
const stream = z.enum(['stdout', 'stderr']);
export type LogStream = z.infer<typeof stream>;
const log = {
  nodeId: z.string(),
  /** Null: the newest, and those that follow it. */
  attempt: z.nullable(z.number()),
  stream,
};
const nodeLog = z.object(log);
/** One log of a node. */
export type NodeLog = z.infer<typeof nodeLog>;
/** Opens the whole log as a document. */
export const openLog = request('editor/openLog', nodeLog, nothing);

/**
 * The last part of a node's log (at most `maxBytes`) and then, as `logProgress`, what is appended; answers when the node
 * has ended. Cancelled when the inspector shows something else.
 */
export const followNodeLog = request(
  'editor/followLog',
  z.object({ ...log, maxBytes: z.number(), progress: z.string() }),
  nothing,
);
export interface LogPiece {
  readonly text: string;
  /** The log begins before this piece, and the part before is left out. */
  readonly truncated: boolean;
}
export const logProgress = new ProgressType<LogPiece>();
