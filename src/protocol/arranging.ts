/** What the canvas asks of the extension host to arrange nodes. Loaded after the canvas itself. */
import * as z from 'zod/mini';
import type { EditAnswer } from './authoring';
import { request } from './rpc';

/** Puts the nodes, or all if null, in columns from left to right: one edit, and one step of undo. */
export const arrangeNodes = request(
  'editor/arrange',
  z.object({ nodeIds: z.nullable(z.array(z.string())) }),
  z.custom<EditAnswer>((value) => typeof value === 'object' && value !== null),
);
