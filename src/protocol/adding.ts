/** What the canvas asks of the extension host to add nodes: new ones, files, and copies. Loaded after the canvas itself. */
import * as z from 'zod/mini';
import type { EditNote } from '../model/workflow/edit/workflowEdit';
import { request } from './rpc';

const made = <T>(): z.ZodMiniType<T> => z.custom<T>((value) => typeof value === 'object' && value !== null);
const shell = z.enum(['sh', 'bash', 'python', 'node']);
const nodeIds = z.array(z.string());
/** Where the middle of what is added shall be, in canvas pixels; it goes under what is there already. */
const middle = z.object({ x: z.number(), y: z.number() });

/** What became of nodes that were asked for. Refused: nothing was changed. */
export type AddAnswer =
  | {
      readonly kind: 'done';
      /** As they are called in the file, in its order. */
      readonly nodeIds: readonly string[];
      readonly notes: readonly EditNote[];
    }
  | { readonly kind: 'refused'; readonly message: string };

/** A file of the workspace that may become a node. */
export interface NodeFile {
  /** As the workflow file names it. */
  readonly path: string;
  readonly kind: 'script' | 'module';
}

export interface FoundFiles {
  /** Best first. */
  readonly files: readonly NodeFile[];
  /** There are more than these; more letters find them. */
  readonly hasMore: boolean;
}

/** Scripts and modules of the workspace whose path has every word of the query. */
export const findNodeFiles = request('editor/findNodeFiles', z.object({ query: z.string() }), made<FoundFiles>());

const newNode = z.discriminatedUnion('kind', [
  /** A command of its own; `name`: what it is called, may be empty. */
  z.object({ kind: z.literal('command'), shell, name: z.string() }),
  /** A script or module; `path` as `findNodeFiles` gives it. */
  z.object({ kind: z.literal('file'), path: z.string() }),
  /** A script file that is made; `path` relative to the workflow file. */
  z.object({ kind: z.literal('newScript'), path: z.string() }),
]);
export type NewNode = z.infer<typeof newNode>;
export const addNode = request('editor/addNode', z.object({ node: newNode, middle }), made<AddAnswer>());

/** A node for each of the files, which were dropped on the canvas; all of them or none. */
export const addDroppedFiles = request(
  'editor/addDroppedFiles',
  z.object({ uris: z.array(z.string()), middle }),
  made<AddAnswer>(),
);

/** Copies beside the nodes, wired among each other as they are. */
export const duplicateNodes = request('editor/duplicateNodes', z.object({ nodeIds }), made<AddAnswer>());

/** Puts nodes on the clipboard, as YAML. The answer is what is there now. */
export const copyNodes = request('editor/copyNodes', z.object({ nodeIds }), z.object({ text: z.string() }));

/** Adds the nodes of a text; null: of the text on the clipboard. */
export const pasteNodes = request(
  'editor/pasteNodes',
  z.object({ text: z.nullable(z.string()), middle }),
  made<AddAnswer>(),
);
