import { useEffect, useState } from 'react';
import { getRunLineage, lineageChanged, type RunLineage } from '../../../protocol/timeline';
import { useHost } from '../host';

/** Which run the loaded one runs again, and which ran it again, followed as they come and go; null: not known. */
export function useLineage(runId: string | undefined): RunLineage | null {
  const { requests } = useHost();
  const [lineage, setLineage] = useState<RunLineage | null>(null);
  useEffect(() => {
    if (runId === undefined) return undefined;
    let asking = new AbortController();
    const ask = (): void => {
      asking.abort();
      asking = new AbortController();
      const { signal } = asking;
      requests.ask(getRunLineage, {}, signal).then(
        (answer) => !signal.aborted && setLineage(answer),
        // Without an answer there is nothing to tell.
        () => undefined,
      );
    };
    ask();
    const unlisten = requests.listen(lineageChanged, ask);
    return () => {
      asking.abort();
      unlisten();
    };
  }, [requests, runId]);
  return lineage?.runId === runId ? lineage : null;
}
