/** How strongly a wire is drawn. */
import type { NodeRun } from '../../../model/run/run';
import { isNodeEnded } from '../../../model/run/status';

/** `taken`: the run went along it; `skipped`: it will not; `quiet`: no run, or not yet. */
export type EdgeTone = 'quiet' | 'taken' | 'skipped';

/** The tone of a wire by the node runs at its ends; the box of the workflow's inputs has none and counts as done. */
export function edgeTone(source: NodeRun | undefined, target: NodeRun | undefined): EdgeTone {
  if (target === undefined) return 'quiet';
  if (source?.status === 'skipped' || target.status === 'skipped') return 'skipped';
  const sourceIsDone = source === undefined || isNodeEnded(source.status);
  return sourceIsDone && target.startedAt !== null ? 'taken' : 'quiet';
}
