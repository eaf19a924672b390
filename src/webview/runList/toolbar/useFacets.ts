import { useEffect, useState } from 'react';
import type { RunFacets } from '../../../protocol/engine';
import { useHost } from '../host';

/** What can be filtered by: asked for anew whenever `opened` goes up. Null until the answer is there. */
export function useFacets(opened: number): RunFacets | null {
  const host = useHost();
  const [facets, setFacets] = useState<RunFacets | null>(null);
  useEffect(() => {
    if (opened === 0) return undefined;
    const cancellation = new AbortController();
    host.facets(cancellation.signal).then(
      (answer) => !cancellation.signal.aborted && setFacets(answer),
      // The engine cannot be reached: the list says so.
      () => undefined,
    );
    return () => cancellation.abort();
  }, [host, opened]);
  return facets;
}
