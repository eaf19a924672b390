/** What the page remembers over a reload: what it compares (the host finds it here), where one looked, and at what. */
import * as z from 'zod/mini';
import { comparedSides, type ComparedSides } from '../../protocol/compare';
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

/** Keeps what is compared; others than before are looked at anew: whole, with nothing selected. */
export function rememberSides(memory: MemoryStore, sides: ComparedSides): void {
  const before = memory.recall().sides;
  if (before === sides) return;
  const isOther = before !== null && JSON.stringify(before) !== JSON.stringify(sides);
  memory.remember(isOther ? { sides, viewport: null, selected: null } : { sides });
}

export function createMemory(api: VsCodeApi): MemoryStore {
  return createPageMemory(api, memory, fresh);
}
