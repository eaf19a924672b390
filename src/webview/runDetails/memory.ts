/** What the page itself remembers over a reload: which sections are closed, and which nodes are listed. */
import * as z from 'zod/mini';
import type { VsCodeApi } from '../vscodeApi';

const memory = z.object({ closed: z.array(z.string()), nodes: z.enum(['all', 'failed']) });
export type Memory = z.infer<typeof memory>;

const fresh: Memory = { closed: [], nodes: 'all' };

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
