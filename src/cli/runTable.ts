/** Runs as a table, a line each: no colour and no frame, so that it can be cut and searched. */
import { durationText, relativeTime } from '../model/run/display';
import type { RunSummary } from '../model/run/run';
import { cellText } from './plainText';
import { alignedColumns } from './terminal';

/** The header and a line for each run; nothing for no runs. `now` in milliseconds since 1970. */
export function runTable(runs: readonly RunSummary[], now: number): string[] {
  if (runs.length === 0) return [];
  const rows = runs.map((run) => [
    run.id,
    run.status,
    run.durationMs === null ? '-' : durationText(run.durationMs),
    relativeTime(run.createdAt, now),
    run.creationType,
    cellText(run.author),
    cellText(run.name),
  ]);
  return alignedColumns([['RUN', 'STATUS', 'DURATION', 'CREATED', 'TYPE', 'AUTHOR', 'NAME'], ...rows]);
}
