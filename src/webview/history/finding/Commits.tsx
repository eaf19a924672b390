import { useState } from 'react';
import { exactTime, relativeTime } from '../../../model/run/display';
import type { Commit } from '../../../protocol/history';
import { ProgressRing } from '../../ui/ProgressRing';
import { useHost, type RunPair } from '../host';
import { useAnswer } from './useAnswer';

/** The commits between two runs that touched what the workflow is made of; nothing where there is no repository. */
export function Commits({ pair }: { readonly pair: RunPair }) {
  const host = useHost();
  const answer = useAnswer(host.commits, pair);
  if (answer.kind === 'there' && answer.value.kind === 'noRepository') return null;
  return (
    <div className="finding-part">
      <h2>Commits between the two runs</h2>
      {answer.kind === 'waiting' && <ProgressRing />}
      {answer.kind === 'failed' && <p>{answer.sentence}</p>}
      {answer.kind === 'there' && answer.value.kind === 'unknown' && <p className="quiet">{answer.value.sentence}</p>}
      {answer.kind === 'there' && answer.value.kind === 'known' && (
        <ul>
          {answer.value.commits.map((commit) => (
            <CommitLine key={commit.hash} commit={commit} />
          ))}
          {answer.value.commits.length === 0 && (
            <li className="quiet">
              No commit of this branch touched its files between the two; what ran may not have been committed then.
            </li>
          )}
          {answer.value.hasMore && <li className="quiet">There are more commits than these.</li>}
        </ul>
      )}
    </div>
  );
}

function CommitLine({ commit: { hash, subject, author, date } }: { readonly commit: Commit }) {
  const host = useHost();
  const [now] = useState(Date.now);
  return (
    <li className="commit">
      <button type="button" className="link" title="Open this commit" onClick={() => host.openCommit(hash)}>
        <code>{hash.slice(0, 7)}</code>
      </button>
      <bdi className="commit-subject" title={subject.slice(0, 1000)}>
        {subject}
      </bdi>
      <span className="quiet" title={exactTime(date)}>
        <bdi>{author}</bdi>, {relativeTime(date, now)}
      </span>
    </li>
  );
}
