import { useEffect, useState } from 'react';
import { hasSeveralAttempts, type NodeAttempt } from '../../../model/run/attempt';
import type { NodeRun } from '../../../model/run/run';
import { getAttempts } from '../../../protocol/timeline';
import { useHost } from '../host';

type Attempts = ReadonlyMap<string, readonly NodeAttempt[]>;
const none: Attempts = new Map();

/**
 * The attempts of the nodes of a run that had more than one, by path; asked again whenever one of them begins or ends. `loaded` as
 * `loadedKey`.
 */
export function useAttempts(loaded: string, nodeRuns: ReadonlyMap<string, NodeRun>): Attempts {
  const { requests } = useHost();
  const [known, setKnown] = useState({ loaded, attempts: none });
  const tried = [...nodeRuns.values()].filter(hasSeveralAttempts);
  const only = nodeRuns.size === 1 ? (tried[0]?.id ?? null) : null;
  const asked = tried.map(({ id, attempt, status }) => `${id} ${attempt} ${status}`).join('\n');
  useEffect(() => {
    if (asked === '') return undefined;
    const asking = new AbortController();
    requests.ask(getAttempts, { nodeId: only }, asking.signal).then(
      ({ nodes }) => {
        if (asking.signal.aborted) return;
        setKnown({ loaded, attempts: new Map(nodes.map(({ nodeId, attempts }) => [nodeId, attempts])) });
      },
      // Each node still has its newest attempt, and says how many there were.
      () => undefined,
    );
    return () => asking.abort();
  }, [requests, loaded, only, asked]);
  return known.loaded === loaded ? known.attempts : none;
}
