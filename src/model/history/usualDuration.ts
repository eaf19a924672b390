/** How long nodes usually take, from past runs, and what is far from it. */
import { durationText } from '../run/display';
import { isSameVersion, nodeRunIn, type HistoryNode, type HistoryRun, type WorkflowHistory } from './history';

/** Times are in milliseconds. */
export interface UsualDuration {
  readonly median: number;
  /** Median distance from the median, scaled so that it is the standard deviation of what is spread normally. */
  readonly spread: number;
  readonly samples: number;
}

/** Fewer say nothing of what is usual. */
const fewestSamples = 3;
/** Of more than these the newest count: machines and data change. */
const mostSamples = 20;
/** From the median of absolute deviations to the standard deviation. */
const normal = 1.4826;

/** What is usual by these durations; null for fewer than three. */
export function usualDuration(durations: readonly number[]): UsualDuration | null {
  if (durations.length < fewestSamples) return null;
  const median = medianOf(durations);
  const spread = normal * medianOf(durations.map((duration) => Math.abs(duration - median)));
  return { median, spread, samples: durations.length };
}

/**
 * Tells what is usual for a node of `run` by the other runs of the history: those of the same version or, where these are too
 * few, all in which the node was defined as it is. Only what succeeded counts, and no result that was taken over.
 */
export function usualBeside(
  { runs }: Pick<WorkflowHistory, 'runs'>,
  run: HistoryRun,
): (node: HistoryNode) => UsualDuration | null {
  const others = runs.filter((other) => other.run.id !== run.run.id).toReversed();
  const sameVersion = others.filter((other) => isSameVersion(other, run));
  return ({ path, definition }) =>
    usualDuration(samplesOf(sameVersion, path, definition)) ?? usualDuration(samplesOf(others, path, definition));
}

/** The same of all nodes of the run of which it is known, by path. */
export function usualDurations(history: WorkflowHistory, run: HistoryRun): Map<string, UsualDuration> {
  const usualOf = usualBeside(history, run);
  const usual = new Map<string, UsualDuration>();
  for (const node of run.list.nodes) {
    const found = usualOf(node);
    if (found !== null) usual.set(node.path, found);
  }
  return usual;
}

function samplesOf(newestFirst: readonly HistoryRun[], path: string, definition: string | null): number[] {
  if (definition === null) return [];
  const samples: number[] = [];
  for (const run of newestFirst) {
    if (samples.length === mostSamples) break;
    const nodeRun = nodeRunIn(run, path);
    if (nodeRun === null || nodeRun.definition !== definition || nodeRun.isReused) continue;
    if (nodeRun.status === 'succeeded' && nodeRun.durationMs !== null) samples.push(nodeRun.durationMs);
  }
  return samples;
}

/** Differences below this are not worth a word, in milliseconds. */
const worthTelling = 5_000;

/** The time above which a duration is far slower than usual: beyond three times the spread, half as much again, and five seconds. */
export function slowFrom({ median, spread }: UsualDuration): number {
  return median + Math.max(3 * spread, median / 2, worthTelling);
}

/** True if a node that took, or runs for, so many milliseconds is far slower than usual. */
export function isFarSlower(duration: number, usual: UsualDuration): boolean {
  return duration > slowFrom(usual);
}

/** `4x slower than usual: usually 20s`; below twice the usual time the percentage. */
export function slowWords(duration: number, { median }: Pick<UsualDuration, 'median'>): string {
  const usually = `usually ${durationText(median)}`;
  if (median < 1) return `Slower than usual: ${usually}`;
  const times = duration / median;
  if (times < 2) return `${Math.round((times - 1) * 100)} % slower than usual: ${usually}`;
  const shown = times < 10 ? Math.round(times * 10) / 10 : Math.round(times);
  return `${shown}x slower than usual: ${usually}`;
}

/** Of at least one number. */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}
