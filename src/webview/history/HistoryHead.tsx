import { Button } from '../ui/Button';
import { useHost } from './host';
import { mostRuns } from './model/historyStore';

interface HistoryHeadProps {
  /** Of the workflow. */
  readonly name: string;
  /** Runs that are shown. */
  readonly runs: number;
  readonly hasMore: boolean;
  readonly more: 'idle' | 'loading';
  readonly onReadMore: () => void;
  readonly onSearch: () => void;
}

/** Of which workflow the page is, how far back it looks, and the one question it answers. */
export function HistoryHead({ name, runs, hasMore, more, onReadMore, onSearch }: HistoryHeadProps) {
  const host = useHost();
  const canReadMore = hasMore && runs < mostRuns;
  return (
    <header className="history-head">
      <h1>
        <button type="button" className="link" title={`Open ${name} as it is now`} onClick={host.openWorkflow}>
          <bdi>{name}</bdi>
        </button>
      </h1>
      {runs > 0 && (
        <span className="history-count">
          {hasMore ? `Last ${runs} runs` : runs === 1 ? '1 run' : `All ${runs} runs`}
          {canReadMore && (
            <button type="button" className="link" aria-disabled={more === 'loading'} onClick={onReadMore}>
              {more === 'loading' ? 'Loading…' : 'Load more'}
            </button>
          )}
        </span>
      )}
      {runs > 0 && (
        <Button icon="search" tooltip="Find since which version the workflow fails" onClick={onSearch}>
          Find First Failing Version
        </Button>
      )}
    </header>
  );
}
