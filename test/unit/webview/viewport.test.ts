import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeSize } from '../../../src/model/workflow/graph';
import { firstViewport, viewportAfter, viewportShowing, zoomLimits } from '../../../src/webview/editor/model/viewport';
import { graphNode, graphOf } from './graphs';

const size = { width: 1000, height: 600 };

test('a small workflow opens in the middle and never larger than life', () => {
  expect(firstViewport(graphOf([graphNode('a', 0, 0)], []), size)).toEqual({ x: 390, y: 262, zoom: 1 });
});

test('a large workflow opens at its beginning, where its titles can be read', () => {
  const nodes = Array.from({ length: 500 }, (_, i) => graphNode(`n${i}`, i * 300, 0));
  expect(firstViewport(graphOf(nodes, []), size)).toMatchObject({ x: 24, zoom: zoomLimits.readable });
});

test('a node that is asked for is wholly in sight, and the view moves only if it must', () => {
  const numbers = { min: -3000, max: 3000, noNaN: true };
  fc.assert(
    fc.property(fc.double(numbers), fc.double(numbers), fc.double({ min: 0.1, max: 2, noNaN: true }), (x, y, zoom) => {
      const node = graphNode('a', x, y);
      const after = viewportShowing({ x: 0, y: 0, zoom }, size, node);
      const [left, top] = [x * zoom + after.x, y * zoom + after.y];
      const box = nodeSize(node);
      expect(left).toBeGreaterThanOrEqual(-0.02);
      expect(top).toBeGreaterThanOrEqual(-0.02);
      expect(left + box.width * zoom).toBeLessThanOrEqual(size.width + 0.02);
      expect(top + box.height * zoom).toBeLessThanOrEqual(size.height + 0.02);
      expect(viewportShowing(after, size, node)).toBe(after);
    }),
  );
});

test('of a node that is wider than the view its title is shown, wherever the view was', () => {
  for (const x of [-500, -20, 300]) {
    const after = viewportShowing({ x: 0, y: 0, zoom: 1 }, { width: 160, height: 600 }, graphNode('a', x, 100));
    expect(x + after.x).toBe(0);
  }
});

const tall = graphOf([graphNode('a', 0, 0), graphNode('b', 0, 500)], []);

test('a view that fits the graph fits it again when it gets lower', () => {
  const fitting = firstViewport(tall, { width: 1000, height: 640 });
  const lower = { width: 1000, height: 480 };
  expect(viewportAfter(fitting, tall, { width: 1000, height: 640 }, lower)).toEqual(firstViewport(tall, lower));
});

test('a view that somebody chose stays when the canvas gets another size', () => {
  const chosen = { x: 12, y: 34, zoom: 1.5 };
  expect(viewportAfter(chosen, tall, { width: 1000, height: 640 }, { width: 1000, height: 480 })).toBe(chosen);
});

test('the view stays under the second click of a double click while the inspector takes its width', () => {
  const fitting = firstViewport(tall, { width: 1000, height: 640 });
  expect(viewportAfter(fitting, tall, { width: 1000, height: 640 }, { width: 640, height: 640 })).toBe(fitting);
});
