/** What leads from one part of a run to another, asked by the banner and the inspector of the workflow editor. */
import * as z from 'zod/mini';
import { request } from './rpc';

const nothing = z.null();
const node = z.object({ nodeId: z.string() });

/** Opens the module's own canvas with its part of the loaded run; without a run the module alone. */
export const openModule = request('editor/openModule', node, nothing);
/** Opens what uses the module that is shown, one level up, with the module's node selected. */
export const openUser = request('editor/openUser', z.object({}), nothing);
/** Opens the run that the result of a node was taken over from, at the same node. */
export const openReused = request('editor/openReused', node, nothing);
