import { ProgressRing } from '../../ui/ProgressRing';
import { useHost, type RunPair } from '../host';
import { useAnswer } from './useAnswer';

/** What differs between the versions of two runs, a line each. */
export function Differences({ pair }: { readonly pair: RunPair }) {
  const host = useHost();
  const answer = useAnswer(host.differences, pair);
  return (
    <div className="finding-part">
      <h2>What changed</h2>
      {answer.kind === 'waiting' && <ProgressRing />}
      {answer.kind === 'failed' && <p>{answer.sentence}</p>}
      {answer.kind === 'there' && (
        <ul>
          {answer.value.lines.map((line) => (
            <li key={line}>
              <bdi>{line}</bdi>
            </li>
          ))}
          {answer.value.lines.length === 0 && (
            <li className="quiet">
              Nothing in the workflow file itself{inFiles(answer.value.files.length)}. The text diff shows all of it.
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function inFiles(files: number): string {
  return files === 0 ? '' : files === 1 ? '; one file differs' : `; ${files} files differ`;
}
