/** What the webview itself remembers over a reload: viewport, selection, the inspector's width and the timeline. */
import * as z from 'zod/mini';
import { createPageMemory, type PageMemory } from '../pageMemory';
import type { VsCodeApi } from '../vscodeApi';

const memory = z.object({
  viewport: z.nullable(z.object({ x: z.number(), y: z.number(), zoom: z.number() })),
  selected: z.array(z.string()),
  inspectorWidth: z.number(),
  timelineHeight: z._default(z.nullable(z.number()), null),
  isTimelineOpen: z._default(z.boolean(), false),
});
type Memory = z.infer<typeof memory>;

const fresh: Memory = {
  viewport: null,
  selected: [],
  inspectorWidth: 360,
  timelineHeight: null,
  isTimelineOpen: false,
};

export type MemoryStore = PageMemory<Memory>;

export function createMemory(api: VsCodeApi): MemoryStore {
  return createPageMemory(api, memory, fresh);
}
