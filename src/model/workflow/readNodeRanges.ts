/** Finds the nodes in a workflow's text. */
import { textRange } from './finding';
import { comparePositions, type NodeRange } from './nodeRanges';
import { readYaml } from './readYaml';
import { child, type OffsetRange } from './yamlTree';

/** The nodes of a text in the order in which they stand there; none for a text that cannot be read. */
export function readNodeRanges(text: string): NodeRange[] {
  const { tree, lines } = readYaml(text);
  const nodes = tree === null ? undefined : child(tree, 'nodes');
  if (nodes?.kind !== 'map') return [];
  const ranges = Array.from(nodes.entries, ([nodeId, { keyRange, value }]) => {
    const written: OffsetRange = [keyRange[0], Math.max(keyRange[1], value.range[1])];
    return { nodeId, range: textRange(withoutEnd(text, written), lines) };
  });
  return ranges.toSorted((one, other) => comparePositions(one.range.start, other.range.start));
}

/** A block ends where the next thing begins: the empty lines between belong to nobody. */
function withoutEnd(text: string, [start, end]: OffsetRange): OffsetRange {
  return [start, start + text.slice(start, end).trimEnd().length];
}
