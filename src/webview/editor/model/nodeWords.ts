/** What a node is called for people who hear it, and what its tooltip says. */
import { nodeStatusLook } from '../../../model/run/display';
import { slowNodeWords, type UsualNode } from '../../../model/history/slowNode';
import type { NodeRun } from '../../../model/run/run';
import type { GraphNode } from '../../../model/workflow/graph';
import { nodeDuration } from './duration';

export interface NodeFacts {
  readonly node: GraphNode;
  /** Undefined without a run, or when the run does not know the node. */
  readonly run: NodeRun | undefined;
  /** Edited since the run, or after a node that was. */
  readonly stale: boolean;
  /** How long it usually takes; undefined: not known. */
  readonly usual: UsualNode | undefined;
  /** Of a module in a run: what its nodes do. */
  readonly inside: string | undefined;
}

/** Title, what it is, status in words, duration, problems: one sentence for assistive technology. */
export function accessibleName({ node, run, stale, usual, inside }: NodeFacts): string {
  const duration = run === undefined ? null : nodeDuration(run, null);
  const parts = [node.title, node.what];
  if (run !== undefined) parts.push(nodeStatusLook(run.status).word);
  if (duration !== null) parts.push(duration);
  if (run?.reusedFrom) parts.push('taken over');
  if (inside !== undefined) parts.push(`inside: ${inside}`);
  // While it runs the name would change with time.
  const slow = run?.endedAt ? slowNodeWords(run, usual, 0) : null;
  if (slow !== null) parts.push(slow);
  if (stale) parts.push('edited since this run');
  if (run?.message) parts.push(run.message);
  return [...parts, ...node.problems.map((problem) => `${problem.severity}: ${problem.message}`)].join(', ');
}

/** The lines of the tooltip: all that the card cuts off or shows as a mark only. */
export function tooltip({ node, run, stale, inside }: NodeFacts): string {
  const lines = [node.title === node.id ? node.title : `${node.title} (${node.id})`, node.what];
  if (run !== undefined) lines.push(nodeStatusLook(run.status).word + (run.message === null ? '' : `: ${run.message}`));
  if (run?.reusedFrom) lines.push('The result was taken over from an earlier run.');
  if (inside !== undefined) lines.push(`Inside: ${inside}`);
  if (stale) lines.push('Stale: edited since this run, or after a node that was.');
  return [...lines, ...node.problems.map((problem) => `${severityWord(problem.severity)}: ${problem.message}`)].join(
    '\n',
  );
}

function severityWord(severity: 'error' | 'warning'): string {
  return severity === 'error' ? 'Error' : 'Warning';
}
