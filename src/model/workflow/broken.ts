/** When a text is no workflow for the moment, as it is between two keys of somebody who types. */
import type { Problem } from './problem';
import type { Workflow } from './workflow';

/** Errors that leave open which text means what. */
export const brokenCodes: ReadonlySet<string> = new Set([
  'yaml',
  'too-long',
  'duplicate-key',
  'bad-key',
  'bad-merge',
  'unknown-anchor',
  'too-many-aliases',
]);

/** A file as it was read; `problems` are its own, not those of other files. */
interface ReadFile {
  readonly workflow: Workflow | null;
  readonly problems: readonly Problem[];
}

/**
 * What keeps a text from being drawn as the workflow that it is to become: it cannot be read, or its nodes cannot be found
 * any more. Null when it can be drawn, and for a file with nothing in it.
 */
export function breakOf({ workflow, problems }: ReadFile): Problem | null {
  const errors = problems.filter((problem) => problem.severity === 'error' && !isOfNothing(problem));
  const broken = errors.find(({ code }) => brokenCodes.has(code));
  if (broken !== undefined) return broken;
  return workflow === null || workflow.nodes.length === 0 ? (errors[0] ?? null) : null;
}

/** True for what is said of a text of nothing, or of comments alone. */
function isOfNothing({ code, range: { start, end } }: Problem): boolean {
  const isEmpty = start.line === end.line && start.character === end.character;
  return code === 'no-nodes' || (code === 'not-a-workflow' && isEmpty);
}
