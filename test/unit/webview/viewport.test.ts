import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeSize } from '../../../src/model/workflow/graph';
import { firstViewport, viewportShowing, zoomLimits } from '../../../src/webview/editor/model/viewport';
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
