import { useEffect, useState } from 'react';
import type { Graph } from '../../../model/workflow/graph';
import type { NodeInspection } from '../../../protocol/editor';
import { sentenceOf, useHost } from '../host';

export type Inspection =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: NodeInspection }
  | { readonly kind: 'failed'; readonly sentence: string };

/** The definition of a node, asked for again with every graph; what is there stays until the new one is. */
export function useInspection(nodeId: string, graph: Graph | null): Inspection {
  const host = useHost();
  const [inspection, setInspection] = useState<Inspection>({ kind: 'loading' });
  useEffect(() => {
    const abort = new AbortController();
    host.inspect(nodeId, abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setInspection({ kind: 'ready', value });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setInspection({ kind: 'failed', sentence: sentenceOf(error) });
      },
    );
    return () => abort.abort();
    // Another graph means that the definition may be another one.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [host, nodeId, graph]);
  return inspection;
}
