/** Finds room for new boxes among those that have their place. */
import { nodeBox, nodeSize } from './graph';
import { OccupiedRoom, type Box } from './occupiedRoom';
import { gap, precedenceOfBoxes, type ArrangedEdge, type ArrangedNode } from './boxes';
import type { Position } from './workflow';

/**
 * Positions of all nodes: `placed` as they are, the others right of what they depend on, else left of what depends on
 * them, else under everything; moved down until they cover no other box.
 */
export function placeBeside(
  nodes: readonly ArrangedNode[],
  edges: readonly ArrangedEdge[],
  placed: ReadonlyMap<string, Position>,
): Map<string, Position> {
  const positions = new Map(placed);
  const room = new OccupiedRoom();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const boxAt = (id: string): Box | null => {
    const position = positions.get(id);
    const node = byId.get(id);
    return position === undefined || node === undefined ? null : { ...position, ...nodeSize(node) };
  };
  const isBox = (box: Box | null): box is Box => box !== null;
  const fixed = [...placed.keys()].map(boxAt).filter(isBox);
  for (const box of fixed) room.take(box);
  const corner = { x: min(fixed.map((box) => box.x)), y: max(fixed.map((box) => box.y + box.height)) + gap.row };

  const { order, dependencies, dependents } = precedenceOfBoxes(nodes, edges);
  // Boxes on a cycle have no order, and come last.
  for (const id of new Set([...order, ...byId.keys()])) {
    const node = byId.get(id);
    if (node === undefined || positions.has(id)) continue;
    const left = (dependencies.get(id) ?? []).map(boxAt).filter(isBox);
    const right = (dependents.get(id) ?? []).map(boxAt).filter(isBox);
    let wish: Position = corner;
    if (left.length > 0) {
      wish = { x: max(left.map((box) => box.x + box.width)) + gap.column, y: mean(left.map((box) => box.y)) };
    } else if (right.length > 0) {
      const x = min(right.map((box) => box.x)) - gap.column - nodeBox.width;
      wish = { x, y: mean(right.map((box) => box.y)) };
    }
    const box = room.firstFree({ x: Math.round(wish.x), y: Math.round(wish.y), ...nodeSize(node) }, gap.row);
    room.take(box);
    positions.set(id, { x: box.x, y: box.y });
  }
  return positions;
}

function min(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
}

function max(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), Number.NEGATIVE_INFINITY);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
