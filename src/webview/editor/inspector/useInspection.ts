import { useEffect, useState } from 'react';
import { inspectNode, type NodeInspection } from '../../../protocol/nodeInspection';
import { sentenceOf } from '../../sentence';
import { useHost } from '../host';
import type { EditorView } from '../model/editorView';

export type Inspection =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: NodeInspection }
  | { readonly kind: 'failed'; readonly sentence: string };

/** The definition of a node, asked for again when it may be another one; what is there stays until the new one is. */
export function useInspection(nodeId: string, { graph, file }: EditorView): Inspection {
  const { requests } = useHost();
  const [inspection, setInspection] = useState<Inspection>({ kind: 'loading' });
  useEffect(() => {
    const abort = new AbortController();
    requests.ask(inspectNode, { nodeId }, abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setInspection({ kind: 'ready', value });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setInspection({ kind: 'failed', sentence: sentenceOf(error) });
      },
    );
    return () => abort.abort();
    // A script file may change with no change to the graph.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [requests, nodeId, graph, file.version]);
  return inspection;
}
