import { useEffect, useState } from 'react';
import type { ConnectionTarget, NodeFit } from '../../../model/workflow/edit/fits';
import type { Graph } from '../../../model/workflow/graph';
import { findSources } from '../../../protocol/connecting';
import { useHost } from '../host';

/** What a wire or need of a target may come from, as the host judges it; asked for again with each other graph. */
export function useSources(target: ConnectionTarget, graph: Graph): readonly NodeFit[] {
  const { requests } = useHost();
  const [sources, setSources] = useState<readonly NodeFit[]>([]);
  const asked = JSON.stringify(target);
  useEffect(() => {
    const abort = new AbortController();
    requests.ask(findSources, { target }, abort.signal).then(
      (found) => {
        if (!abort.signal.aborted) setSources(found);
      },
      // Without an answer the list offers what is chosen already.
      () => undefined,
    );
    return () => abort.abort();
    // A target that says the same is the same; the graph is what decides what fits.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [requests, asked, graph]);
  return sources;
}
