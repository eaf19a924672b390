import type { HistoryColumn, HistoryRow } from '../../../model/history/grid';
import { nodeRunIn } from '../../../model/history/history';
import { durationText, exactTime } from '../../../model/run/display';
import { nodeRunWords } from '../model/cellWords';

interface FocusLineProps {
  readonly row: HistoryRow | null;
  readonly column: HistoryColumn | null;
  /** What is said of a node that was far slower than usual. */
  readonly slow: string | null;
}

/** One line below the grid that says in words what is in the cell one stands on. */
export function FocusLine({ row, column, slow }: FocusLineProps) {
  if (column === null) {
    return (
      <p className="focus-line quiet">
        A click opens the run. A line between two columns: the version changed. A bar: how long a node took beside its
        longest. A clock: far slower than usual.
      </p>
    );
  }
  const { run } = column.run;
  const took = run.durationMs === null ? '' : ` in ${durationText(run.durationMs)}`;
  return (
    <p className="focus-line">
      {row !== null && (
        <>
          <bdi className="focus-name">{row.title}</bdi>
          <span>{nodeRunWords(nodeRunIn(column.run, row.path))}</span>
          {slow !== null && <span>{slow}</span>}
        </>
      )}
      <bdi className="focus-name">{run.name}</bdi>
      <span>{`${run.status}${took}`}</span>
      <span className="quiet">{exactTime(run.createdAt)}</span>
      <span className="quiet">{run.hasSnapshot ? `version ${run.versionId.slice(0, 7)}` : 'no version yet'}</span>
    </p>
  );
}
