/** What the page remembers over a reload and while it is hidden: of which workflow it is, and which modules are closed. */
import * as z from 'zod/mini';
import { createPageMemory, type PageMemory } from '../pageMemory';
import type { VsCodeApi } from '../vscodeApi';

const memory = z.object({
  /** Null until the host has said it; the host finds it here when VS Code brings the page back. */
  workflowPath: z.nullable(z.string()),
  /** Paths of the modules whose nodes are hidden. */
  collapsed: z.array(z.string()),
  /** Runs that were shown. */
  runCount: z.number(),
});
type Memory = z.infer<typeof memory>;

const fresh: Memory = { workflowPath: null, collapsed: [], runCount: 0 };

export type MemoryStore = PageMemory<Memory>;

export function createMemory(api: VsCodeApi): MemoryStore {
  return createPageMemory(api, memory, fresh);
}
