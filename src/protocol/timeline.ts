/** What the timeline, the list of attempts and the banner ask of the extension host. Only chunks that are loaded late import this. */
import * as z from 'zod/mini';
import type { NodeAttempts } from '../model/run/attempt';
import type { TimelineNode } from '../model/run/timeline/timelineNodes';
import { notification, request } from './rpc';

/** The host made these itself: their outer shape is checked, not every field. */
const made = <T>(): z.ZodMiniType<T> => z.custom<T>((value) => typeof value === 'object' && value !== null);

/** The nodes of the loaded run as its snapshot has them; null before it has a snapshot. */
export const getTimelineNodes = request(
  'editor/timelineNodes',
  z.object({}),
  z.object({ nodes: z.nullable(made<readonly TimelineNode[]>()) }),
);

/**
 * The nodes of the loaded run that had more than one attempt, or (`nodeId`) the one node if it had; none from an engine that
 * does not keep them.
 */
export const getAttempts = request(
  'editor/attempts',
  z.object({ nodeId: z.nullable(z.string()) }),
  z.object({ nodes: made<readonly NodeAttempts[]>() }),
);

/** Opens the canvas of the module that the node at this path is inside of, with its part of the run and the node selected. */
export const openInside = request('editor/openInside', z.object({ path: z.string() }), z.null());

const runReference = z.object({ id: z.string(), name: z.string(), status: z.string() });
export type RunReference = z.infer<typeof runReference>;
const runLineage = z.object({ runId: z.string(), rerunOf: z.nullable(runReference), reruns: z.array(runReference) });
export type RunLineage = z.infer<typeof runLineage>;
/** The run that the loaded one (`runId`) runs again (null: none, or deleted), and those that ran it again, oldest first. */
export const getRunLineage = request('editor/lineage', z.object({}), runLineage);
/** One of them came, went, or has another name or status: the answer is another now. */
export const lineageChanged = notification('editor/lineageChanged', z.object({}));

/** Opens another run in its editor. */
export const openRelatedRun = request('editor/openRun', z.object({ runId: z.string() }), z.null());
