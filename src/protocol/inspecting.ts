/** What the inspector asks of the extension host beside edits. Loaded after the canvas itself. */
import * as z from 'zod/mini';
import type { PlacedProblem } from '../model/workflow/mends/placedProblems';
import type { EditAnswer } from './authoring';
import { request } from './rpc';

/** What a path is for; a `value` is a file or folder. */
const pathPurposes = ['script', 'module', 'value'] as const;
export type PathPurpose = (typeof pathPurposes)[number];

/** Lets a person choose a file of the workspace; the path is as the workflow file writes it, null when none was chosen. */
export const choosePath = request(
  'editor/choosePath',
  z.object({ purpose: z.enum(pathPurposes) }),
  z.object({ path: z.nullable(z.string()) }),
);

/** The problems of the live workflow file itself, in their order; none where it cannot be edited. */
export const placeProblems = request(
  'editor/problems',
  z.object({}),
  z.custom<readonly PlacedProblem[]>((value) => Array.isArray(value)),
);

/** Mends a problem as it was offered: the first of its kind at its place, worked out again for the text as it is now. */
export const mendProblem = request(
  'editor/mend',
  z.object({ code: z.string(), path: z.array(z.string()), title: z.string() }),
  z.custom<EditAnswer>((value) => typeof value === 'object' && value !== null),
);
