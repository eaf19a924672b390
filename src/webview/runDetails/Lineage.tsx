import type { RunReference, ShownLineage } from '../../model/run/shownRun';
import { RunStatusIcon } from '../ui/Status';
import { Fact, Facts } from './Facts';
import { useHost } from './host';
import { Name } from './Name';

interface LineageProps {
  /** Id of the run that this one runs again; null: none. */
  readonly rerunOf: string | null;
  readonly lineage: ShownLineage;
}

/** Which run this one runs again, and which ran it again. */
export function Lineage({ rerunOf, lineage }: LineageProps) {
  return (
    <Facts>
      {rerunOf !== null && (
        <Fact name="Re-run of">
          {lineage.rerunOf === null ? (
            <>
              <span className="quiet">a deleted run</span> <code>{rerunOf}</code>
            </>
          ) : (
            <RunLink run={lineage.rerunOf} />
          )}
        </Fact>
      )}
      {lineage.reruns.length > 0 && (
        <Fact name="Re-run by">
          <ul className="items">
            {lineage.reruns.map((run) => (
              <li key={run.id}>
                <RunLink run={run} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </Facts>
  );
}

/** Shows the other run in place of this one. */
export function RunLink({ run }: { readonly run: RunReference }) {
  const host = useHost();
  return (
    <span className="run-link">
      <RunStatusIcon status={run.status} />
      <span>
        <button type="button" className="link" onClick={() => host.showRun(run.id)}>
          <Name text={run.name} />
        </button>{' '}
        <span className="quiet">{run.status}</span>
      </span>
    </span>
  );
}
