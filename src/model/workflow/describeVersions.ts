/** What differs between two versions of a workflow, in words, with what differs inside of its modules. */
import { describeDifferences } from './describeDifferences';
import { differencesBetween } from './diff';
import { moduleContent } from './moduleScope';
import type { WorkflowContent } from './version';

/**
 * One line for each difference, as describeDifferences words it; those inside of a module begin with the module's file, at
 * any depth. A file that several nodes use is told once.
 */
export function describeVersions(before: WorkflowContent, after: WorkflowContent): string[] {
  return linesOf(before, after, '', new Set());
}

/** `told`: pairs of files; modules that use each other in a circle have no end without it. */
function linesOf(before: WorkflowContent, after: WorkflowContent, start: string, told: Set<string>): string[] {
  const differences = differencesBetween(before, after);
  const titles = new Map(
    [before, after].flatMap(({ workflow }) => workflow?.nodes.map(({ id, label }) => [id, label ?? id] as const) ?? []),
  );
  const own = describeDifferences(differences, (id) => titles.get(id) ?? id).map((line) => start + line);
  const inside = differences.changed.flatMap(({ id, fields }) => {
    const ran = moduleContent(before, id);
    const live = moduleContent(after, id);
    if (!fields.includes('module') || ran === null || live === null) return [];
    const pair = JSON.stringify([ran.source.entry, live.source.entry]);
    if (told.has(pair)) return [];
    told.add(pair);
    return linesOf(ran, live, `In ${live.source.entry}: `, told);
  });
  return [...own, ...inside];
}
