/** Which part of a workflow's text is which node. */
import type { TextPosition, TextRange } from './problem';

export interface NodeRange {
  readonly nodeId: string;
  /** From its id to the end of the last line that says something of it. */
  readonly range: TextRange;
}

/**
 * The node at a position; undefined between nodes and outside of them. The indent before an id belongs to the node, as does
 * the rest of its last line. `ranges` are in the order of the text.
 */
export function nodeAt(ranges: readonly NodeRange[], at: TextPosition): NodeRange | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = ranges[middle]?.range.start;
    if (start !== undefined && comparePositions(start, at) <= 0) low = middle + 1;
    else high = middle;
  }
  const before = ranges[low - 1];
  if (before !== undefined && at.line <= before.range.end.line) return before;
  const after = ranges[low];
  return after?.range.start.line === at.line ? after : undefined;
}

/** Below 0 if the one stands before the other. */
export function comparePositions(one: TextPosition, other: TextPosition): number {
  return one.line - other.line || one.character - other.character;
}
