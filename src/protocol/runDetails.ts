/** The wire between the page of the run details and the extension host. */
import * as z from 'zod/mini';
import { runActions } from '../model/run/actions';
import type { NodeRow, ShownRun } from '../model/run/shownRun';
import { notification, request } from './rpc';

/**
 * All that the view shows. The host owns it; the page asks for the whole when it is made or shown again, and then gets
 * what changed.
 */
export type DetailsState =
  /** No run was chosen. */
  | { readonly kind: 'none' }
  /** A run was chosen, and nothing is known of it yet. */
  | { readonly kind: 'loading' }
  /** It cannot be read now: why, in a sentence. */
  | { readonly kind: 'failed'; readonly sentence: string }
  /** It was deleted; null: before its name was known. */
  | { readonly kind: 'deleted'; readonly name: string | null }
  | { readonly kind: 'run'; readonly shown: ShownRun };

/** What changed of the run that is shown; what is left out stays. */
export interface ShownRunPatch {
  readonly runId: string;
  readonly slices: Partial<Omit<ShownRun, 'nodes'>>;
  /** Those that changed, whole; the others stay. */
  readonly nodes: readonly NodeRow[];
}

/** The host made these itself and the page only draws them: their outer shape is checked, not every field. */
const made = <T>(): z.ZodMiniType<T> => z.custom<T>((value) => typeof value === 'object' && value !== null);
const nothing = z.null();
const run = { runId: z.string() };

export const getDetails = request('details/state', z.object({}), made<DetailsState>());
/** Something else is shown: the whole. */
export const detailsChanged = notification('details/changed', made<DetailsState>());
/** At most one a frame. */
export const detailsPatched = notification('details/patched', made<ShownRunPatch>());

export const performAction = request('details/action', z.object({ ...run, action: z.enum(runActions) }), nothing);
/** Opens the run in the editor with the node selected. */
export const openNode = request('details/openNode', z.object({ ...run, nodeId: z.string() }), nothing);
/** Opens the whole log of one attempt of a node as a document. */
export const openAttemptLog = request(
  'details/openAttemptLog',
  z.object({ ...run, nodeId: z.string(), attempt: z.number(), stream: z.enum(['stdout', 'stderr']) }),
  nothing,
);
/** Opens the live editor of the run's workflow. */
export const openWorkflow = request('details/openWorkflow', z.object(run), nothing);
/** Shows another run in its place. */
export const showRun = request('details/show', z.object(run), nothing);
/** Lets the user pick a run. */
export const chooseRun = request('details/choose', z.object({}), nothing);
/** Tries again what failed. */
export const retry = request('details/retry', z.object({}), nothing);
