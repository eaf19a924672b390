import { useEffect, useState } from 'react';
import type { NodeAttempt } from '../../../model/run/attempt';
import type { NodeRun } from '../../../model/run/run';
import type { TimelineNode } from '../../../model/run/timeline/timelineNodes';
import { getAttempts, getTimelineNodes } from '../../../protocol/timeline';
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

type Attempts = ReadonlyMap<string, readonly NodeAttempt[]>;
const none: Attempts = new Map();

/** The attempts of the nodes of a run that had more than one, by path; asked again whenever one of them begins or ends. */
export function useAttempts(runId: string, nodeRuns: ReadonlyMap<string, NodeRun>): Attempts {
  const { requests } = useHost();
  const [known, setKnown] = useState({ runId, attempts: none });
  const tried = [...nodeRuns.values()].filter(({ attempt, status, reusedFrom }) => {
    return reusedFrom === null && (attempt > 1 || (attempt === 1 && status === 'pending'));
  });
  const asked = tried.map(({ id, attempt, status }) => `${id} ${attempt} ${status}`).join('\n');
  useEffect(() => {
    if (asked === '') return undefined;
    const asking = new AbortController();
    requests.ask(getAttempts, {}, asking.signal).then(
      ({ nodes }) => {
        if (asking.signal.aborted) return;
        setKnown({ runId, attempts: new Map(nodes.map(({ nodeId, attempts }) => [nodeId, attempts])) });
      },
      // Each node still has its newest attempt, and says how many there were.
      () => undefined,
    );
    return () => asking.abort();
  }, [requests, runId, asked]);
  return known.runId === runId ? known.attempts : none;
}
