/** A run as it happens, in lines: one for each node that starts or ends. */
import { durationText, nodeStatusLook } from '../model/run/display';
import type { NodeRun, RunDetails } from '../model/run/run';
import { isNodeEnded } from '../model/run/status';
import { plainText } from './plainText';
import { statusTone } from './statusTone';
import { toned } from './terminal';

/** The first line of a run that was just started. */
export function startLine(run: RunDetails): string {
  const nodes = run.nodes.length === 1 ? '1 node' : `${run.nodes.length} nodes`;
  return `${toned(plainText(run.name), 'strong')} ${toned(`${run.id}, ${nodes}`, 'quiet')}`;
}

/**
 * A line for each node run whose status or attempt differs between two states of the run, in the order in which it came about;
 * null: before the first.
 */
export function changeLines(before: RunDetails | null, now: RunDetails): string[] {
  const known = new Map(before?.nodes.map((node) => [node.id, node]));
  const width = Math.max(0, ...now.nodes.map(({ id }) => id.length));
  return now.nodes
    .filter((node) => hasNews(known.get(node.id), node))
    .toSorted(byMoment)
    .map((node) => nodeLine(node, width));
}

/** The last line of a run that has ended. */
export function endLine(run: RunDetails): string {
  const took = run.durationMs === null ? '' : ` in ${durationText(run.durationMs)}`;
  const why = run.message === null ? '' : `: ${plainText(run.message)}`;
  return `${toned(run.status, statusTone(run.status))}${took}${why}`;
}

/** Of what happened in the same millisecond a module begins before what is inside of it, and ends after it. */
function byMoment(a: NodeRun, b: NodeRun): number {
  const [first, second] = [momentOf(a), momentOf(b)];
  if (first !== second) return first < second ? -1 : 1;
  if (a.id.startsWith(`${b.id}/`)) return isNodeEnded(b.status) ? -1 : 1;
  if (b.id.startsWith(`${a.id}/`)) return isNodeEnded(a.status) ? 1 : -1;
  return 0;
}

function momentOf({ startedAt, endedAt }: NodeRun): string {
  return endedAt ?? startedAt ?? '';
}

function hasNews(before: NodeRun | undefined, now: NodeRun): boolean {
  if (before === undefined) return now.status !== 'pending';
  return before.status !== now.status || (before.attempt !== now.attempt && now.attempt > 1);
}

const widestStatus = 'Succeeded'.length;

function nodeLine(node: NodeRun, width: number): string {
  const status = toned(nodeStatusLook(node.status).word.padEnd(widestStatus), statusTone(node.status));
  return [`${status}  ${node.id.padEnd(width)}`, ...nodeFacts(node)].join('  ').trimEnd();
}

function nodeFacts(node: NodeRun): string[] {
  const attempt = node.attempt > 1 ? [`attempt ${node.attempt}`] : [];
  if (!isNodeEnded(node.status)) return attempt;
  if (node.reusedFrom !== null) return [`taken over from ${node.reusedFrom}`];
  const took = nodeDuration(node);
  const exit = node.exitCode === null || node.exitCode === 0 ? null : `exit code ${node.exitCode}`;
  // Without a word on stderr the exit code is the message.
  const why = node.message === exit ? [exit] : [exit, node.message === null ? null : plainText(node.message)];
  return [took, ...attempt, ...why].filter((fact) => fact !== null);
}

/** How long a node run took, in words; null when it did not start or has not ended. */
export function nodeDuration(node: NodeRun): string | null {
  if (node.startedAt === null || node.endedAt === null) return null;
  return durationText(Date.parse(node.endedAt) - Date.parse(node.startedAt));
}
