/** What the canvas asks of the extension host to edit the workflow; loaded after the canvas itself. */
import * as z from 'zod/mini';
import type { EditNote, WorkflowEdit } from '../model/workflow/edit/workflowEdit';
import { notification, request } from './rpc';

/** What became of an edit. A refusal is for the spot where it was asked for; nothing was changed then. */
export type EditAnswer =
  | { readonly kind: 'done'; readonly notes: readonly EditNote[] }
  | { readonly kind: 'refused'; readonly message: string; readonly suggestion?: string };

const made = <T>(): z.ZodMiniType<T> => z.custom<T>((value) => typeof value === 'object' && value !== null);

/** One edit, and one step of undo. The host checks the edit by `workflowEdits.ts`, which no webview has to carry. */
export const applyEdit = request('editor/edit', z.object({ edit: made<WorkflowEdit>() }), made<EditAnswer>());

const nodes = z.object({ nodeIds: z.array(z.string()) });
/** The page tells what a person selected on the canvas. */
export const nodesSelected = notification('editor/selected', nodes);
/** The host asks to select nodes and bring one into view if none is, without the focus; the inspector stays as it is. */
export const followNodes = notification('editor/follow', nodes);
/** Opens the text beside the canvas with the cursor at a zero-based place. */
export const showText = request('editor/showText', z.object({ line: z.number(), character: z.number() }), z.null());
/** Runs the loaded run again from a node on, on the results before it. */
export const rerunFromNode = request('editor/rerunFromNode', z.object({ nodeId: z.string() }), z.null());
