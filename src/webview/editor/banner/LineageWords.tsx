import type { RunSummary } from '../../../model/run/run';
import { openRelatedRun, type RunLineage, type RunReference } from '../../../protocol/timeline';
import type { MenuItem } from '../../ui/MenuButton';
import { useHost } from '../host';

interface LineageWordsProps {
  readonly run: Pick<RunSummary, 'rerunOf'>;
  readonly lineage: RunLineage;
}

/** "Re-run of Audit 11", "Re-run by Audit 13 and 2 more": one click leads there; Run Details lists all of them. */
export function LineageWords({ run, lineage }: LineageWordsProps) {
  const host = useHost();
  const newest = lineage.reruns.at(-1);
  const older = lineage.reruns.length - 1;
  if (run.rerunOf === null && newest === undefined) return null;
  return (
    <span className="lineage">
      {run.rerunOf !== null && lineage.rerunOf === null && (
        <span className="lineage-run" title={`Run ${run.rerunOf}`}>
          Re-run of a deleted run
        </span>
      )}
      {lineage.rerunOf !== null && <RunLink words="Re-run of" run={lineage.rerunOf} />}
      {newest !== undefined && <RunLink words="Re-run by" run={newest} />}
      {older > 0 && (
        <button type="button" className="link" onClick={() => host.perform('viewDetails')}>
          and {older} more
        </button>
      )}
    </span>
  );
}

function RunLink({ words, run }: { readonly words: string; readonly run: RunReference }) {
  const { requests } = useHost();
  return (
    <span className="lineage-run">
      {words}{' '}
      <button
        type="button"
        className="link"
        title={`${run.name}, ${run.status}`}
        onClick={() => void requests.tell(openRelatedRun, { runId: run.id })}
      >
        <bdi>{run.name}</bdi>
      </button>
    </span>
  );
}

/** So many of those that ran it again are in the menu. */
const most = 3;

/** Where the line is too narrow for the words, the menu leads there. */
export function lineageItems(lineage: RunLineage | null): MenuItem<`run:${string}`>[] {
  if (lineage === null) return [];
  const item = (words: string, { id, name }: RunReference): MenuItem<`run:${string}`> => ({
    id: `run:${id}`,
    label: `${words} ${name}`,
    icon: 'history',
  });
  return [
    ...(lineage.rerunOf === null ? [] : [item('Re-run of', lineage.rerunOf)]),
    ...lineage.reruns
      .slice(-most)
      .toReversed()
      .map((run) => item('Re-run by', run)),
  ];
}
