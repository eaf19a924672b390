import { useEffect, useState } from 'react';
import { getRunLineage, openRelatedRun, type RunReference } from '../../../protocol/timeline';
import { useHost } from '../host';

interface Lineage {
  readonly rerunOf: RunReference | null;
  readonly reruns: readonly RunReference[];
}

/** Of the run that is loaded when it is made: the run that this one runs again, and the newest that ran it again; Run Details lists all of them. */
export function LineageLinks() {
  const host = useHost();
  const { requests } = host;
  const [lineage, setLineage] = useState<Lineage | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    requests.ask(getRunLineage, {}, asking.signal).then(
      (answer) => !asking.signal.aborted && setLineage(answer),
      // Without an answer there is nothing to link to.
      () => undefined,
    );
    return () => asking.abort();
  }, [requests]);
  const newest = lineage?.reruns.at(-1);
  const older = (lineage?.reruns.length ?? 0) - 1;
  const open = (id: string): void => void requests.tell(openRelatedRun, { runId: id });
  return (
    <span className="lineage">
      {lineage?.rerunOf && <RunLink words="Re-run of" run={lineage.rerunOf} onOpen={open} />}
      {newest !== undefined && <RunLink words="Re-run by" run={newest} onOpen={open} />}
      {older > 0 && (
        <button type="button" className="link" onClick={() => host.perform('viewDetails')}>
          and {older} more
        </button>
      )}
    </span>
  );
}

interface RunLinkProps {
  readonly words: string;
  readonly run: RunReference;
  readonly onOpen: (id: string) => void;
}

function RunLink({ words, run, onOpen }: RunLinkProps) {
  return (
    <span className="lineage-run">
      {words}{' '}
      <button type="button" className="link" title={`${run.name}, ${run.status}`} onClick={() => onOpen(run.id)}>
        {run.name}
      </button>
    </span>
  );
}
