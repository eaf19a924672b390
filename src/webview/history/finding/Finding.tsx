import { useMemo } from 'react';
import { failureWords } from '../../../model/history/failureWords';
import type { FailureSearch } from '../../../model/history/firstFailing';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { useHost, type RunPair } from '../host';
import { Commits } from './Commits';
import { Differences } from './Differences';

interface FindingProps {
  readonly search: FailureSearch;
  /** What was looked at: the workflow, or the name of a node. */
  readonly subject: string;
  /** Path of the node; null: the workflow. */
  readonly node: string | null;
  readonly onClose: () => void;
}

/** What was found: the sentence, what differs between the two versions, and the commits between the two runs. */
export function Finding({ search, subject, node, onClose }: FindingProps) {
  const host = useHost();
  const pair = useSamePair(search);
  const runs = 'before' in search ? [search.before.run, search.first.run] : [];
  return (
    <section className="finding" aria-label="First failing version">
      <div className="finding-head">
        <Icon name={iconOf(search)} color={search.kind === 'succeeds' ? 'testing.iconPassed' : undefined} />
        <output className="finding-sentence">
          <bdi>{failureWords(search, subject)}</bdi>
        </output>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </div>
      {runs.length > 0 && (
        <div className="finding-actions">
          {pair !== null && <Button onClick={() => host.showTextDiff(pair)}>Show Text Diff</Button>}
          {runs.map(({ id, number }) => (
            <Button key={id} onClick={() => host.openRun(id, node)}>
              {`Open #${number}`}
            </Button>
          ))}
        </div>
      )}
      {pair !== null && (
        <div className="finding-body">
          <Differences pair={pair} />
          <Commits pair={pair} />
        </div>
      )}
    </section>
  );
}

/** The two runs whose versions differ; the same object as long as they are the same two. */
function useSamePair(search: FailureSearch): RunPair | null {
  const before = search.kind === 'found' ? search.before.run.id : null;
  const first = search.kind === 'found' ? search.first.run.id : null;
  return useMemo(() => (before === null || first === null ? null : { before, first }), [before, first]);
}

function iconOf({ kind }: FailureSearch): string {
  switch (kind) {
    case 'found':
      return 'target';
    case 'sameVersion':
    case 'sometimes':
    case 'neverSucceeded':
      return 'warning';
    case 'succeeds':
      return 'pass';
    case 'untold':
      return 'info';
  }
}
