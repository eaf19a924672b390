/** What is said of nodes that came. */
import type { EditNote } from '../../../../../model/workflow/edit/workflowEdit';

/** For screen readers and, if wires were left out, for everybody: `3 nodes pasted; 1 wire was left out: list.files to count.` */
export function pasteWords(
  count: number,
  notes: readonly EditNote[],
): { readonly words: string; readonly isPartial: boolean } {
  const left = notes.flatMap((note) => (note.kind === 'leftOut' ? [`${note.source} to ${note.nodeId}`] : []));
  const nodes = count === 1 ? '1 node pasted' : `${count} nodes pasted`;
  if (left.length === 0) return { words: `${nodes}.`, isPartial: false };
  const wires = left.length === 1 ? '1 wire was left out' : `${left.length} wires were left out`;
  const some = left.slice(0, mostNamed).join(', ');
  const more = left.length > mostNamed ? ` and ${left.length - mostNamed} more` : '';
  return { words: `${nodes}; ${wires}, as this file has not what they come from: ${some}${more}.`, isPartial: true };
}

const mostNamed = 5;
