import { expect, test } from 'vitest';
import { afterGraph, answered, asked, dragged, noMoves } from '../../../src/webview/editor/model/moves';
import { graphNode, graphOf } from './graphs';

const before = graphOf([graphNode('a', 0, 0)], []);
const moved = graphOf([graphNode('a', 80, 40)], []);
const inHand = dragged(noMoves, [['a', { x: 80, y: 40 }]]);

test('a graph that comes during a drag does not throw the node back', () => {
  expect(afterGraph(inHand)).toBe(inHand);
  expect(afterGraph(asked(inHand)).positions.get('a')).toEqual({ x: 80, y: 40 });
});

test('the host may answer before its graph comes: the node stays until then, and then is the host’s', () => {
  const done = answered(asked(inHand), before);
  expect(done.positions.get('a')).toEqual({ x: 80, y: 40 });
  expect(afterGraph(done).positions.size).toBe(0);
});

test('the graph may come before the answer: nothing is left over', () => {
  expect(answered(afterGraph(asked(inHand)), moved).positions.size).toBe(0);
});

test('an answer that comes while the next drag is in hand leaves that alone', () => {
  const next = dragged(asked(inHand), [['a', { x: 120, y: 40 }]]);
  expect(answered(next, moved)).toBe(next);
});
