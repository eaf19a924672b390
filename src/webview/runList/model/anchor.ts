/** Keeps what is read where it is when rows come and go above it. */
import { partOf } from './runRows';
import type { RunSummary } from '../../../model/run/run';

/** The rows in sight, and how far the first of them is scrolled out, in pixels. */
export interface Sight {
  readonly runs: readonly RunSummary[];
  readonly cut: number;
}

/**
 * Where the list has to be scrolled to, in pixels, so that the first row that stayed in its part is where it was. Null when
 * none of them is left.
 */
export function anchoredTop(sight: Sight, rows: readonly RunSummary[], rowHeight: number): number | null {
  const places = new Map(rows.map((run, index) => [run.id, index]));
  for (const [at, before] of sight.runs.entries()) {
    const index = places.get(before.id);
    const now = index === undefined ? undefined : rows[index];
    if (index === undefined || now === undefined || partOf(now) !== partOf(before)) continue;
    return Math.max(0, (index - at) * rowHeight + sight.cut);
  }
  return null;
}
