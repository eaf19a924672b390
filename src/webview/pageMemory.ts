/** What a page itself remembers over a reload, in VS Code's state of the webview. */
import type * as z from 'zod/mini';
import type { VsCodeApi } from './vscodeApi';

export interface PageMemory<Memory> {
  readonly recall: () => Memory;
  readonly remember: (part: Partial<Memory>) => void;
}

/** The memory of this page; what is not readable there (another version wrote it) is forgotten for `fresh`. */
export function createPageMemory<Memory extends object>(
  api: VsCodeApi,
  schema: z.ZodMiniType<Memory>,
  fresh: Memory,
): PageMemory<Memory> {
  const parsed = schema.safeParse(api.getState());
  let current = parsed.success ? parsed.data : fresh;
  return {
    recall: () => current,
    remember: (part) => {
      current = { ...current, ...part };
      api.setState(current);
    },
  };
}
