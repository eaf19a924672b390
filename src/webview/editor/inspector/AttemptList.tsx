import { attemptWords, isAttemptOver, nodeStatusOf, type AttemptSoFar } from '../../../model/run/attempt';
import { NodeStatusIcon } from '../../ui/Status';
import { useNow } from '../../ui/useNow';
import { Section } from './Section';

interface AttemptListProps {
  /** Oldest first. */
  readonly attempts: readonly AttemptSoFar[];
  /** Number of the one whose log is shown. */
  readonly chosen: number | null;
  readonly onChoose: (attempt: number) => void;
}

/** How often a node was tried and how each attempt did; the log of the one that is pressed is shown below. */
export function AttemptList({ attempts, chosen, onChoose }: AttemptListProps) {
  const now = useNow(attempts.every(isAttemptOver) ? 'still' : 'live');
  return (
    <Section title="Attempts">
      <ul className="attempt-list" aria-label="Attempts">
        {attempts.map((each) => {
          const { attempt, status, message } = each;
          return attempt === null ? null : (
            <li key={attempt}>
              <button
                type="button"
                aria-pressed={attempt === chosen}
                title={`Show the log of attempt ${attempt}`}
                onClick={() => onChoose(attempt)}
              >
                <NodeStatusIcon status={nodeStatusOf(status)} />
                <span className="attempt-texts">
                  <span>Attempt {attempt}</span> <span className="quiet">{attemptWords(each, now)}</span>
                  {message !== null && (
                    <span className="attempt-message quiet" title={message}>
                      {message}
                    </span>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
