import { useEffect, useState } from 'react';
import type { TimelineNode } from '../../../model/run/timeline/timelineNodes';
import { getTimelineNodes } from '../../../protocol/timeline';
import { sentenceOf } from '../../sentence';
import { useHost } from '../host';

export type NodesAnswer =
  | { readonly kind: 'loading' }
  /** `nodes` is null for a run that has no snapshot yet. */
  | { readonly kind: 'ready'; readonly nodes: readonly TimelineNode[] | null }
  | { readonly kind: 'failed'; readonly sentence: string };

const loading: NodesAnswer = { kind: 'loading' };

/** The nodes of the loaded run; asked again for another run, and once it has its snapshot. */
export function useTimelineNodes(runId: string, hasSnapshot: boolean): NodesAnswer {
  const { requests } = useHost();
  const key = `${runId} ${hasSnapshot}`;
  const [answer, setAnswer] = useState({ key, nodes: loading });
  useEffect(() => {
    const asking = new AbortController();
    requests.ask(getTimelineNodes, {}, asking.signal).then(
      ({ nodes }) => !asking.signal.aborted && setAnswer({ key, nodes: { kind: 'ready', nodes } }),
      (error: unknown) => {
        if (!asking.signal.aborted) setAnswer({ key, nodes: { kind: 'failed', sentence: sentenceOf(error) } });
      },
    );
    return () => asking.abort();
  }, [requests, key]);
  return answer.key === key ? answer.nodes : loading;
}
