/** What the page remembers over a reload: what it compares (the host finds it here), where one looked, and at what. */
import * as z from 'zod/mini';
import { comparedSides } from '../../protocol/compare';
import { createPageMemory, type PageMemory } from '../pageMemory';
import type { VsCodeApi } from '../vscodeApi';

const memory = z.object({
  sides: z.nullable(comparedSides),
  viewport: z.nullable(z.object({ x: z.number(), y: z.number(), zoom: z.number() })),
  selected: z.nullable(z.string()),
  shown: z.enum(['all', 'differences']),
});
type Memory = z.infer<typeof memory>;

const fresh: Memory = { sides: null, viewport: null, selected: null, shown: 'all' };

export type MemoryStore = PageMemory<Memory>;

export function createMemory(api: VsCodeApi): MemoryStore {
  return createPageMemory(api, memory, fresh);
}
