/** What a comparison asks of the parser's worker, where the models of both versions are. */
import * as z from 'zod/mini';
import type { ComparedVersions } from '../../model/compare/difference';
import { request } from '../../protocol/rpc';

/** Both ends are built together and run in one process: the outer shape is enough. */
const compared = z.custom<ComparedVersions | null>((value) => typeof value === 'object');

/** What differs between the workflows under two handles; null when one of them cannot be read as a workflow. */
export const compareBoth = request('compare/versions', z.object({ left: z.string(), right: z.string() }), compared);

/** The line (from 0) of a file at which a node stands; null when it is not there. */
export const nodeLine = request(
  'compare/line',
  z.object({ handle: z.string(), file: z.string(), nodeId: z.string() }),
  z.object({ line: z.nullable(z.number()) }),
);
