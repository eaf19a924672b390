/** Numbers of a connection in hand. */
import { getBezierPath, Position } from '@xyflow/react';
import type { Side } from '../../model/ports';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The line between the dot where the drag began and the pointer, as the wire would run. */
export function dragPath(begin: Point, pointer: Point, side: Side): string {
  const [from, to] = side === 'source' ? [begin, pointer] : [pointer, begin];
  const [path] = getBezierPath({
    sourceX: from.x,
    sourceY: from.y,
    sourcePosition: Position.Right,
    targetX: to.x,
    targetY: to.y,
    targetPosition: Position.Left,
  });
  return path;
}

/** So near to a border, in pixels, the canvas begins to move under the pointer. */
const panZone = 40;
/** Pixels for each frame at the border itself. */
const panSpeed = 15;

/** How far the canvas moves in one frame while the pointer is near a border of `box`. */
export function autoPan(pointer: Point, box: DOMRect): Point {
  return { x: along(pointer.x, box.left, box.right), y: along(pointer.y, box.top, box.bottom) };
}

function along(at: number, low: number, high: number): number {
  const depth = at < low + panZone ? low + panZone - at : Math.min(0, high - panZone - at);
  return Math.max(-1, Math.min(1, depth / panZone)) * panSpeed;
}
