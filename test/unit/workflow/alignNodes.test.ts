import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, distribute, type AlignedBox } from '../../../src/model/workflow/alignNodes';
import { nodeSize } from '../../../src/model/workflow/graph';
import { graphNode } from '../webview/graphs';

const boxes = fc
  .array(
    fc.record({
      x: fc.integer({ min: -2_000, max: 2_000 }),
      y: fc.integer({ min: -2_000, max: 2_000 }),
      ports: fc.nat(5),
    }),
    {
      minLength: 2,
      maxLength: 12,
    },
  )
  .map((places) =>
    places.map(({ x, y, ports }, index) =>
      graphNode(`n${index}`, x, y, { inputPorts: Array.from({ length: ports }, (_, port) => `p${port}`) }),
    ),
  );

/** The borders of boxes at their new places, in the order of `before`. */
function bordersOf(before: readonly AlignedBox[], placed: ReturnType<typeof align>) {
  const places = new Map(placed.map(({ id, position }) => [id, position]));
  return before.map((box) => {
    const { x, y } = places.get(box.id) ?? box.position;
    const { width, height } = nodeSize(box);
    return { left: x, top: y, right: x + width, bottom: y + height, column: x + width / 2, row: y + height / 2 };
  });
}

test.each(['left', 'right', 'top', 'bottom'] as const)(
  'align %s puts that border of all where the outermost had it',
  (how) => {
    fc.assert(
      fc.property(boxes, (all) => {
        const before = bordersOf(all, []).map((borders) => borders[how]);
        const after = bordersOf(all, align(all, how)).map((borders) => borders[how]);
        const outermost = how === 'left' || how === 'top' ? Math.min(...before) : Math.max(...before);
        expect(new Set(after)).toEqual(new Set([outermost]));
      }),
    );
  },
);

test.each(['column', 'row'] as const)(
  'centers come to stand in one %s, to half a pixel, between the outermost',
  (how) => {
    fc.assert(
      fc.property(boxes, (all) => {
        const after = bordersOf(all, align(all, how)).map((borders) => borders[how]);
        expect(Math.max(...after) - Math.min(...after)).toBeLessThanOrEqual(1);
      }),
    );
  },
);

test.each(['left', 'right', 'top', 'bottom', 'column', 'row'] as const)(
  'align %s moves along one direction, and a second time nothing',
  (how) => {
    fc.assert(
      fc.property(boxes, (all) => {
        const once = align(all, how);
        const moved = all.map((box, index) => ({ ...box, position: once[index]!.position }));
        for (const [index, { position }] of all.entries()) {
          const isSideways = how === 'left' || how === 'right' || how === 'column';
          if (isSideways) expect(once[index]!.position.y).toBe(position.y);
          else expect(once[index]!.position.x).toBe(position.x);
        }
        for (const [index, { position }] of align(moved, how).entries()) {
          expect(Math.abs(position.x - once[index]!.position.x)).toBeLessThanOrEqual(1);
          expect(Math.abs(position.y - once[index]!.position.y)).toBeLessThanOrEqual(1);
        }
      }),
    );
  },
);

test.each(['row', 'column'] as const)(
  'distribute in a %s keeps the first and the last, and makes all gaps equal',
  (direction) => {
    const [start, end] = direction === 'row' ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
    fc.assert(
      fc.property(boxes, (all) => {
        const by = (a: Record<typeof direction, number>, b: Record<typeof direction, number>) => middle(a) - middle(b);
        const middle = (borders: Record<string, number>): number => (borders[start]! + borders[end]!) / 2;
        const before = bordersOf(all, []).toSorted(by);
        const placed = distribute(all, direction);
        const after = placed.map(
          (box) =>
            bordersOf(
              all.filter(({ id }) => id === box.id),
              [box],
            )[0]!,
        );
        if (all.length > 2) {
          expect(after[0]![start]).toBe(before[0]![start]);
          expect(after.at(-1)![end]).toBe(before.at(-1)![end]);
          const gaps = after.slice(1).map((borders, index) => borders[start] - after[index]![end]);
          expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2);
        } else expect(placed.map(({ position }) => position)).toEqual(all.map(({ position }) => position));
      }),
    );
  },
);
