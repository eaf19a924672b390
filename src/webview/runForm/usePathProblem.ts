import { useEffect, useState } from 'react';
import { inputProblem, isPath, valueOf, type InputDraft } from '../../model/run/inputDrafts';
import type { FoundPath, Host } from './host';
import { pathProblem } from './model/pathWords';

/** Typing pauses as long as this before a path is looked at, in milliseconds. */
const pause = 150;

/** What is wrong with the draft's path, looked at whenever it changes; null: nothing, or it is not known yet. */
export function usePathProblem(draft: InputDraft, host: Host): string | null {
  const value = valueOf(draft);
  const typed = isPath(draft.input) && inputProblem(draft) === null ? value : null;
  const [looked, setLooked] = useState<{ readonly typed: string; readonly found: FoundPath } | null>(null);

  useEffect(() => {
    if (typed === null) return undefined;
    const controller = new AbortController();
    const look = async (): Promise<void> => {
      const found = await host.lookAt(typed, controller.signal);
      if (!controller.signal.aborted) setLooked({ typed, found });
    };
    // Starting says it too, so a look that failed is none to speak of.
    const timer = setTimeout(() => void look().catch(() => undefined), pause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [typed, host]);

  return looked !== null && looked.typed === typed ? pathProblem(draft, looked.found) : null;
}
