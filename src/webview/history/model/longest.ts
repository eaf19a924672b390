/** What the bars of the durations are measured by. */
import type { HistoryColumn } from '../../../model/history/grid';

/** By path, the longest that the node took in any of the runs, in milliseconds. */
export function longestDurations(columns: readonly HistoryColumn[]): Map<string, number> {
  const longest = new Map<string, number>();
  for (const { run } of columns) {
    for (const [place, { path }] of run.list.nodes.entries()) {
      const duration = run.durations[place] ?? 0;
      if (duration > (longest.get(path) ?? 0)) longest.set(path, duration);
    }
  }
  return longest;
}
