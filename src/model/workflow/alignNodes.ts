/** Aligning boxes with each other, and making the gaps between them equal. */
import { nodeSize, type GraphNode } from './graph';
import type { Position } from './workflow';

export type AlignedBox = Pick<GraphNode, 'id' | 'inputPorts' | 'outputPorts' | 'position'>;
export type Alignment = 'left' | 'right' | 'top' | 'bottom' | 'column' | 'row';
export type Direction = 'row' | 'column';

export interface PlacedBox {
  readonly id: string;
  readonly position: Position;
}

/** The boxes with one border in common, that of the outermost; for `column` and `row` with their centres on one line, in the middle of all. */
export function align(boxes: readonly AlignedBox[], how: Alignment): PlacedBox[] {
  const direction = how === 'top' || how === 'bottom' || how === 'row' ? 'column' : 'row';
  const spans = boxes.map((box) => spanOf(box, direction));
  const first = Math.min(...spans.map(({ start }) => start));
  const last = Math.max(...spans.map(({ start, length }) => start + length));
  return boxes.map((box, index) => {
    const length = spans[index]?.length ?? 0;
    return moved(box, direction, startOf(how, first, last, length));
  });
}

function startOf(how: Alignment, first: number, last: number, length: number): number {
  switch (how) {
    case 'left':
    case 'top':
      return first;
    case 'right':
    case 'bottom':
      return last - length;
    case 'column':
    case 'row':
      return (first + last - length) / 2;
  }
}

/** The boxes with equal gaps along a direction; the first and the last of them stay. */
export function distribute(boxes: readonly AlignedBox[], direction: Direction): PlacedBox[] {
  const sorted = boxes
    .map((box) => ({ box, ...spanOf(box, direction) }))
    .toSorted((a, b) => a.start + a.length / 2 - (b.start + b.length / 2));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || sorted.length < 3) return [...boxes];
  const covered = sorted.reduce((sum, { length }) => sum + length, 0);
  const space = (last.start + last.length - first.start - covered) / (sorted.length - 1);
  let next = first.start;
  return sorted.map(({ box, length }) => {
    const start = next;
    next += length + space;
    return moved(box, direction, start);
  });
}

/** `row`: from left to right; `column`: downwards. */
function spanOf(box: AlignedBox, direction: Direction): { readonly start: number; readonly length: number } {
  const { width, height } = nodeSize(box);
  return direction === 'row' ? { start: box.position.x, length: width } : { start: box.position.y, length: height };
}

function moved({ id, position }: AlignedBox, direction: Direction, start: number): PlacedBox {
  const at = Math.round(start);
  return { id, position: direction === 'row' ? { x: at, y: position.y } : { x: position.x, y: at } };
}
