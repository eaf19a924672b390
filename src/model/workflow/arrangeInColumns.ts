/** A quick way to arrange thousands of boxes: a column for each step from the start, each box level with its sources. */
import { gap, precedenceOfBoxes, type ArrangedEdge, type ArrangedNode } from './boxes';
import { nodeBox, nodeSize } from './graph';
import type { Position } from './workflow';

/** Positions (top left corners, whole pixels) of all nodes, in time that grows with their number alone. */
export function arrangeInColumns(
  nodes: readonly ArrangedNode[],
  edges: readonly ArrangedEdge[],
): Map<string, Position> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const { order, dependencies } = precedenceOfBoxes(nodes, edges);
  const columnOf = new Map<string, number>();
  const columns: string[][] = [];
  // Boxes on a cycle have no order, and come last.
  for (const id of new Set([...order, ...byId.keys()])) {
    const before = (dependencies.get(id) ?? []).map((source) => columnOf.get(source) ?? -1);
    const column = before.reduce((last, one) => Math.max(last, one), -1) + 1;
    columnOf.set(id, column);
    (columns[column] ??= []).push(id);
  }

  const positions = new Map<string, Position>();
  for (const [column, ids] of columns.entries()) {
    const heights = new Map(ids.map((id) => [id, wishedHeight(dependencies.get(id) ?? [], positions)]));
    const sorted = ids.toSorted((a, b) => (heights.get(a) ?? 0) - (heights.get(b) ?? 0));
    const boxes = sorted.flatMap((id) => byId.get(id) ?? []).map((node) => ({ id: node.id, ...nodeSize(node) }));
    const total = boxes.reduce((sum, box) => sum + box.height + gap.row, -gap.row);
    let y = Math.round(-total / 2);
    for (const box of boxes) {
      positions.set(box.id, { x: column * (nodeBox.width + gap.column), y });
      y += box.height + gap.row;
    }
  }
  return positions;
}

/** The mean height of a box's sources, so that few wires cross. */
function wishedHeight(sources: readonly string[], positions: ReadonlyMap<string, Position>): number {
  const heights = sources.flatMap((source) => positions.get(source)?.y ?? []);
  return heights.length === 0 ? 0 : heights.reduce((sum, y) => sum + y, 0) / heights.length;
}
