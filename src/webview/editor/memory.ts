/** What the webview itself remembers over a reload: viewport, selection and the inspector's width. */
import * as z from 'zod/mini';
import type { VsCodeApi } from '../vscodeApi';

const memory = z.object({
  viewport: z.nullable(z.object({ x: z.number(), y: z.number(), zoom: z.number() })),
  selected: z.array(z.string()),
  inspectorWidth: z.number(),
});
export type Memory = z.infer<typeof memory>;

const fresh: Memory = { viewport: null, selected: [], inspectorWidth: 360 };

export interface MemoryStore {
  readonly recall: () => Memory;
  readonly remember: (part: Partial<Memory>) => void;
}

/** Memory in VS Code's state of the webview; what is not readable there (another version wrote it) is forgotten. */
export function createMemory(api: VsCodeApi): MemoryStore {
  const parsed = memory.safeParse(api.getState());
  let current = parsed.success ? parsed.data : fresh;
  return {
    recall: () => current,
    remember: (part) => {
      current = { ...current, ...part };
      api.setState(current);
    },
  };
}
