/** The engine's answer to which attempts the nodes of a run had. Only those who show attempts import this. */
import * as z from 'zod/mini';
import type { AttemptStatus, NodeAttempts } from '../model/run/attempt';
import { request } from './rpc';

const nodeAttempts: z.ZodMiniType<NodeAttempts> = z.object({
  nodeId: z.string(),
  attempts: z.array(
    z.object({
      attempt: z.number(),
      status: z.custom<AttemptStatus>((value) => typeof value === 'string'),
      startedAt: z.string(),
      endedAt: z.nullable(z.string()),
      exitCode: z.nullable(z.number()),
      machine: z.nullable(z.string()),
      message: z.nullable(z.string()),
    }),
  ),
});

/** The nodes of a run that had more than one attempt, as far as they are known: an older engine kept only the newest. */
export const listAttempts = request(
  'run/attempts',
  z.object({ runId: z.string() }),
  z.object({ nodes: z.array(nodeAttempts) }),
);
