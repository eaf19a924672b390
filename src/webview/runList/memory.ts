/** What the page remembers over a reload and while it is hidden: whose runs it lists, what was chosen, where one was reading. */
import * as z from 'zod/mini';
import { noFilters, type ChosenFilters } from '../../model/run/chosenFilters';
import { runTabs } from '../../model/run/query';
import { listScopes } from '../../protocol/runList';
import { createPageMemory, type PageMemory } from '../pageMemory';
import type { VsCodeApi } from '../vscodeApi';

const created = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('any') }),
  z.object({ kind: z.literal('lastDays'), days: z.number() }),
  z.object({ kind: z.literal('between'), from: z.nullable(z.string()), to: z.nullable(z.string()) }),
]);
const filters: z.ZodMiniType<ChosenFilters> = z.object({
  tab: z.enum(runTabs),
  workflows: z.array(z.object({ path: z.string(), name: z.string() })),
  authors: z.array(z.string()),
  projects: z.array(z.string()),
  text: z.string(),
  created,
});
const memory = z.object({
  /** Null until the host has said it; the host finds it here when VS Code brings the page back. */
  scope: z.nullable(z.enum(listScopes)),
  filters,
  order: z.enum(['newest', 'oldest']),
  /** Rows above the one at the top of the list, and their number when it was left. */
  topRow: z.number(),
  rowCount: z.number(),
});
type Memory = z.infer<typeof memory>;

const fresh: Memory = { scope: null, filters: noFilters, order: 'newest', topRow: 0, rowCount: 0 };

export type MemoryStore = PageMemory<Memory>;

export function createMemory(api: VsCodeApi): MemoryStore {
  return createPageMemory(api, memory, fresh);
}
