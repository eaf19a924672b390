import { attemptWords, isAttemptOver, nodeStatusOf, type NodeAttempt } from '../../model/run/attempt';
import type { NodeRow } from '../../model/run/shownRun';
import { NodeStatusIcon } from '../ui/Status';
import { useNow } from '../ui/useNow';
import { useHost } from './host';

interface AttemptLinesProps {
  readonly runId: string;
  readonly node: NodeRow;
  /** Oldest first; none for a node that was tried once. */
  readonly attempts: readonly NodeAttempt[];
  /** Tab leads to the node's line, and so to these. */
  readonly isTabStop: boolean;
}

const streams = ['stdout', 'stderr'] as const;

/** How each attempt of a node did, with its logs one click away. */
export function AttemptLines({ runId, node, attempts, isTabStop }: AttemptLinesProps) {
  const host = useHost();
  const now = useNow(attempts.every(isAttemptOver) ? 'still' : 'live');
  if (attempts.length === 0) return null;
  return (
    <ul className="attempt-lines" aria-label={`Attempts of ${node.label ?? node.id}`}>
      {attempts.map((each) => (
        <li key={each.attempt}>
          <NodeStatusIcon status={nodeStatusOf(each.status)} />
          <span className="attempt-texts">
            <span title={each.message ?? undefined}>Attempt {each.attempt}</span>{' '}
            <span className="quiet">{attemptWords(each, now)}</span>
            <br />
            {streams.map((stream) => (
              <button
                key={stream}
                type="button"
                className="link"
                tabIndex={isTabStop ? 0 : -1}
                aria-label={`${stream} of attempt ${each.attempt}`}
                onClick={() => host.openAttemptLog({ runId, nodeId: node.id, attempt: each.attempt, stream })}
              >
                {stream}
              </button>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
