/** What stays selected when the graph changes under it. */
import type { Graph } from '../../../model/workflow/graph';
import { nodesOnlyIn, type Rename } from '../../../model/workflow/renameBetween';

/** The selection without the nodes that went; what was no node before either is awaited, and stays. The same array if nothing changes. */
export function selectionAfter(
  before: Graph,
  after: Graph,
  selected: readonly string[],
  renamed: Rename | null,
): readonly string[] {
  const gone = new Set(nodesOnlyIn(before, after).map(({ id }) => id));
  if (!selected.some((id) => gone.has(id))) return selected;
  return selected.flatMap((id) => (id === renamed?.from ? renamed.to : gone.has(id) ? [] : id));
}
