import { useEffect, useState } from 'react';
import type { ConnectionTarget, NodeFit } from '../../../model/workflow/edit/fits';
import type { Graph } from '../../../model/workflow/graph';
import { findSources } from '../../../protocol/connecting';
import { useHost } from '../host';

/** What a wire or need of a target may come from, as the host judges it; asked for again with each other graph. */
export function useSources(
  kind: ConnectionTarget['kind'],
  node: string,
  input: string | null,
  graph: Graph,
): readonly NodeFit[] {
  const { requests } = useHost();
  const [sources, setSources] = useState<readonly NodeFit[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const target: ConnectionTarget = kind === 'node' ? { kind, node } : { kind, node, input };
    requests.ask(findSources, { target }, abort.signal).then(
      (found) => {
        if (!abort.signal.aborted) setSources(found);
      },
      // Without an answer the list offers what is chosen already.
      () => undefined,
    );
    return () => abort.abort();
    // The graph is what decides what fits.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [requests, kind, node, input, graph]);
  return sources;
}
