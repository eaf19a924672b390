/** Where new boxes go that come together: as they stand to each other, and over nothing that is there. */
import { gap } from './boxes';
import { nodeSize, type Graph, type GraphNode } from './graph';
import type { MovedNode } from './moveEdit';
import { OccupiedRoom, type Box } from './occupiedRoom';
import type { Position } from './workflow';

export type PlacedBox = Pick<GraphNode, 'id' | 'inputPorts' | 'outputPorts' | 'position'>;

/** Places are multiples of this, as those of a drag are. */
const grid = 4;

/** Positions with the middle of the group at `middle`, or under it where that is taken. */
export function placeGroup(group: readonly PlacedBox[], graph: Graph, middle: Position): MovedNode[] {
  const around = surrounding(group.map(boxOf));
  if (around === null) return [];
  const room = new OccupiedRoom();
  for (const node of graph.nodes) room.take(boxOf(node));
  const wish = { ...around, x: onGrid(middle.x - around.width / 2), y: onGrid(middle.y - around.height / 2) };
  const free = room.firstFree(wish, gap.row);
  return group.map(({ id, position }) => ({
    nodeId: id,
    x: position.x - around.x + free.x,
    y: position.y - around.y + onGrid(free.y),
  }));
}

/** The middle of all boxes together; null for none. */
export function middleOf(nodes: readonly PlacedBox[]): Position | null {
  const around = surrounding(nodes.map(boxOf));
  return around === null ? null : { x: around.x + around.width / 2, y: around.y + around.height / 2 };
}

function boxOf(node: PlacedBox): Box {
  return { ...node.position, ...nodeSize(node) };
}

function surrounding(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const [x, y, right, bottom] = boxes.reduce(
    ([left, top, farRight, low], box) => [
      Math.min(left, box.x),
      Math.min(top, box.y),
      Math.max(farRight, box.x + box.width),
      Math.max(low, box.y + box.height),
    ],
    [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number],
  );
  return { x, y, width: right - x, height: bottom - y };
}

function onGrid(value: number): number {
  return Math.ceil(value / grid) * grid || 0;
}
