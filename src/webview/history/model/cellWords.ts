/** What the cells of the grid say, for the tooltip and those who hear it. */
import type { HistoryColumn, HistoryRow } from '../../../model/history/grid';
import type { HistoryNodeRun } from '../../../model/history/history';
import { durationText, exactTime, nodeStatusLook } from '../../../model/run/display';

/** `Failed in 12s`, `Succeeded in 3.1s, taken over`, `Not in this version`. */
export function nodeRunWords(nodeRun: HistoryNodeRun | null): string {
  if (nodeRun === null) return 'Not in this version';
  const { word } = nodeStatusLook(nodeRun.status);
  const took = nodeRun.durationMs === null ? word : `${word} in ${durationText(nodeRun.durationMs)}`;
  return nodeRun.isReused ? `${took}, taken over` : took;
}

/** Of a cell: `List packages, #12: Failed in 12s`, and what is said of a node that was slow. */
export function cellWords(
  row: HistoryRow,
  column: HistoryColumn,
  nodeRun: HistoryNodeRun | null,
  slow: string | null,
): string {
  const words = `${row.title}, #${column.run.run.number}: ${nodeRunWords(nodeRun)}`;
  return slow === null ? words : `${words}. ${slow}`;
}

/** Of the head of a column: name, status, time, author, and whether the version is another than before. */
export function runWords({ run: { run }, beginsVersion }: HistoryColumn): string {
  const took = run.durationMs === null ? '' : ` in ${durationText(run.durationMs)}`;
  const parts = [run.name, `${run.status}${took}`, `${exactTime(run.createdAt)} by ${run.author}`];
  if (beginsVersion) parts.push('The version changed before this run');
  return parts.join('\n');
}
