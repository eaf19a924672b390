import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { focusAfter, readingOrder } from '../../../src/webview/editor/model/focusOrder';
import { graphNode, graphOf } from './graphs';

const diamond = graphOf(
  [graphNode('start', 0, 100), graphNode('up', 300, 0), graphNode('down', 300, 200), graphNode('end', 600, 100)],
  ['start>up', 'start>down', 'up>end', 'down>end'],
);

test('arrows go along wires, and up and down between the branches', () => {
  expect(focusAfter(diamond, 'start', 'right')).toBe('up');
  expect(focusAfter(diamond, 'up', 'down')).toBe('down');
  expect(focusAfter(diamond, 'down', 'right')).toBe('end');
  expect(focusAfter(diamond, 'end', 'left')).toBe('up');
  expect(focusAfter(diamond, 'end', 'right')).toBe('end');
});

test('Home and End lead to the first and the last node, also from nowhere', () => {
  expect(focusAfter(diamond, null, 'right')).toBe('start');
  expect(focusAfter(diamond, 'up', 'last')).toBe('end');
  expect(focusAfter(diamond, 'a node that is gone', 'first')).toBe('start');
  expect(focusAfter(graphOf([], []), null, 'first')).toBeNull();
});

const graphs = fc
  .uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,3}$/), x: fc.nat(900), y: fc.nat(900) }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 30,
  })
  .map((places) =>
    graphOf(
      places.map(({ id, x, y }) => graphNode(id, x, y)),
      [],
    ),
  );

test('Page Down reaches every node once, and Page Up goes the same way back', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const there = [focusAfter(graph, null, 'first')];
      while (there.length < graph.nodes.length) there.push(focusAfter(graph, there.at(-1) ?? null, 'next'));
      expect(new Set(there).size).toBe(graph.nodes.length);
      const back = there.toReversed();
      back.slice(1).forEach((id, i) => expect(focusAfter(graph, back[i] ?? null, 'previous')).toBe(id));
      expect(there).toEqual(readingOrder(graph).map(({ id }) => id));
    }),
  );
});
