/** What the canvas and the inspector ask of the extension host to draw wires. Loaded after the canvas itself. */
import * as z from 'zod/mini';
import type { ConnectionSource, ConnectionTarget, NodeFit } from '../model/workflow/edit/fits';
import { request } from './rpc';

const source: z.ZodMiniType<ConnectionSource> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('input'), input: z.string() }),
  z.object({ kind: z.literal('output'), node: z.string(), output: z.string() }),
  z.object({ kind: z.literal('node'), node: z.string() }),
]);
const target: z.ZodMiniType<ConnectionTarget> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('input'), node: z.string(), input: z.nullable(z.string()) }),
  z.object({ kind: z.literal('node'), node: z.string() }),
]);
const fits = z.custom<readonly NodeFit[]>((value) => Array.isArray(value));

/** All that a connection from a source may lead to; nothing where the workflow cannot be edited. */
export const findTargets = request('editor/targets', z.object({ source }), fits);
/** All that a connection to a target may come from; nothing where the workflow cannot be edited. */
export const findSources = request('editor/sources', z.object({ target }), fits);
