/** Which cells of the grid say that a node was far slower than usual: worked out for those that are drawn. */
import type { HistoryColumn } from '../../../model/history/grid';
import { nodeRunIn, type HistoryRun } from '../../../model/history/history';
import { isFarSlower, slowWords, usualBeside } from '../../../model/history/usualDuration';

/** What is said of the node at the path in the run; null where it was not far slower than in the other runs. */
export type SlowNodes = (run: HistoryRun, path: string) => string | null;

/** Judges each node run by the runs in the other columns; what was asked once is kept. */
export function slowNodes(columns: readonly HistoryColumn[]): SlowNodes {
  const history = { runs: columns.map(({ run }) => run) };
  const known = new Map<HistoryRun, { usualOf: ReturnType<typeof usualBeside>; words: Map<string, string | null> }>();
  return (run, path) => {
    const column = known.get(run) ?? { usualOf: usualBeside(history, run), words: new Map() };
    known.set(run, column);
    const before = column.words.get(path);
    if (before !== undefined) return before;
    const nodeRun = nodeRunIn(run, path);
    const node = run.list.nodes[run.list.placeOf.get(path) ?? -1];
    const usual = node === undefined ? null : column.usualOf(node);
    const took = nodeRun === null || nodeRun.isReused ? null : nodeRun.durationMs;
    const words = took !== null && usual !== null && isFarSlower(took, usual) ? slowWords(took, usual) : null;
    column.words.set(path, words);
    return words;
  };
}
