import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { planOf, withAllAfter } from '../../../src/model/workflow/plan';
import type { WorkflowNode } from '../../../src/model/workflow/workflow';
import { written } from './randomWorkflow';

function node(id: string, ...needs: string[]): WorkflowNode {
  return {
    id,
    action: { kind: 'run', shell: 'sh', run: 'x' },
    inputs: [],
    outputs: [],
    needs,
    when: 'success',
    retries: 0,
  };
}

test('in the order every node stands behind all that it is wired to or needs', () => {
  fc.assert(
    fc.property(written, ({ workflow }) => {
      const { order, dependencies, dependents, cycles } = planOf({ nodes: workflow.nodes.toReversed() });
      const place = new Map(order.map((id, index) => [id, index]));
      expect(cycles).toEqual([]);
      expect([...order].sort()).toEqual(workflow.nodes.map(({ id }) => id).sort());
      for (const [id, before] of dependencies) {
        for (const other of before) {
          expect(place.get(other)).toBeLessThan(place.get(id)!);
          expect(dependents.get(other)).toContain(id);
        }
      }
    }),
  );
});

test('an end node is one that nothing depends on and that does not run always', () => {
  const nodes = [node('a'), node('b', 'a'), node('c', 'a'), { ...node('report', 'b'), when: 'always' as const }];
  expect([...planOf({ nodes }).endNodes]).toEqual(['c']);
});

test('each knot of nodes that wait for each other is named once, and what only stands behind it is not', () => {
  const nodes = [node('free'), node('a', 'b'), node('b', 'a', 'free'), node('c', 'b'), node('x', 'x')];
  const { order, cycles } = planOf({ nodes });
  expect(order).toEqual(['free']);
  expect(cycles).toEqual([['b', 'a'], ['x']]);
});

test('all that comes after a node is found once, through every way', () => {
  const nodes = [node('a'), node('b', 'a'), node('c', 'a'), node('d', 'b', 'c'), node('e')];
  expect([...withAllAfter(planOf({ nodes }), ['b', 'c'])].sort()).toEqual(['b', 'c', 'd']);
});
