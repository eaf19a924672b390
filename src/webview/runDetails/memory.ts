/** What the page itself remembers over a reload: which sections are closed, and which nodes are listed. */
import * as z from 'zod/mini';
import { createPageMemory, type PageMemory } from '../pageMemory';
import type { VsCodeApi } from '../vscodeApi';

const memory = z.object({ closed: z.array(z.string()), nodes: z.enum(['all', 'failed']) });
type Memory = z.infer<typeof memory>;

const fresh: Memory = { closed: [], nodes: 'all' };

export type MemoryStore = PageMemory<Memory>;

export function createMemory(api: VsCodeApi): MemoryStore {
  return createPageMemory(api, memory, fresh);
}
