import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadWorkflow, readFrom } from '../../../src/model/workflow/load';
import { applyEdits, layoutEdits, type MovedNode, type TextEdit } from '../../../src/model/workflow/moveEdit';
import { printWorkflow } from './printWorkflow';
import { nodeIds, written } from './randomWorkflow';

function moved(text: string, ...nodes: [nodeId: string, x: number, y: number][]): string {
  const result = layoutEdits(
    text,
    nodes.map(([nodeId, x, y]) => ({ nodeId, x, y })),
  );
  if (result.kind === 'refused') throw new Error(result.message);
  return applyEdits(text, result.edits);
}

const positions: fc.Arbitrary<MovedNode[]> = fc.uniqueArray(
  fc.record({
    nodeId: fc.constantFrom(...nodeIds, 'inputs'),
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
  }),
  { selector: (node) => node.nodeId, maxLength: 5 },
);

test('after a move the layout is as asked, other positions stay, the version stays, and every other byte stays', async () => {
  const entry = 'flows/a.workflow.yaml';
  await fc.assert(
    fc.asyncProperty(written, fc.nat(), positions, async (content, seed, nodes) => {
      const files = printWorkflow(content, seed);
      const text = files[entry] ?? '';
      const before = await loadWorkflow(entry, readFrom(files));
      const result = layoutEdits(text, nodes);
      if (result.kind === 'refused') throw new Error(result.message);
      const after = await loadWorkflow(entry, readFrom({ ...files, [entry]: applyEdits(text, result.edits) }));
      const asked = Object.fromEntries(nodes.map(({ nodeId, x, y }) => [nodeId, { x, y }]));
      expect(after.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
      expect(after.workflow?.layout).toEqual({ ...before.workflow?.layout, ...asked });
      expect({ ...after.workflow, layout: {} }).toEqual({ ...before.workflow, layout: {} });
      expect(after.versionId).toBe(before.versionId);
      for (const edit of result.edits) expectSmall(text, edit);
    }),
    { numRuns: 200 },
  );
});

/** An edit replaces a number, or adds text without taking any away. */
function expectSmall(text: string, { offset, length }: TextEdit): void {
  expect(text.slice(offset, offset + length)).toMatch(/^(-?\d+)?$/);
}

test('moving a node changes its two numbers and nothing beside them', () => {
  const text = 'nodes:\r\n  a: { run: x } # one\r\nlayout: # where\r\n  a:   [ 1,2 ]   # here\r\n  b: [3, 4]\r\n';
  expect(moved(text, ['a', 10.4, -20])).toBe(text.replace('[ 1,2 ]', '[ 10,-20 ]'));
});

test('a node that stays where it is gives no edit', () => {
  const text = 'nodes:\n  a: { run: x }\nlayout:\n  a: [1, 2]\n';
  expect(layoutEdits(text, [{ nodeId: 'a', x: 1.2, y: 2 }])).toEqual({ kind: 'edits', edits: [] });
});

test('a first position adds one line behind the last one, before the keys that follow', () => {
  const text = 'layout:\n    a: [1, 2] # a\n\n# nodes\nnodes:\n  a: { run: x }\n';
  expect(moved(text, ['b', 3, 4])).toBe(
    'layout:\n    a: [1, 2] # a\n    b: [3, 4]\n\n# nodes\nnodes:\n  a: { run: x }\n',
  );
});

test.each([
  ['nodes:\n  a: { run: x }', 'nodes:\n  a: { run: x }\nlayout:\n  a: [1, 2]'],
  ['nodes:\r\n  a: { run: x }\r\n', 'nodes:\r\n  a: { run: x }\r\nlayout:\r\n  a: [1, 2]\r\n'],
  ['nodes:\n  a: { run: x }\nlayout:\n', 'nodes:\n  a: { run: x }\nlayout:\n  a: [1, 2]\n'],
  ['nodes:\n  a: { run: x }\nlayout: # none', 'nodes:\n  a: { run: x }\nlayout: # none\n  a: [1, 2]'],
  ['layout: {}\nnodes:\n  a: { run: x }\n', 'layout: { a: [1, 2] }\nnodes:\n  a: { run: x }\n'],
  ['layout: null\nnodes:\n  a: { run: x }\n', 'layout: { a: [1, 2] }\nnodes:\n  a: { run: x }\n'],
  ['layout: { b: [0, 0] }\nnodes: { a: { run: x } }\n', 'layout: { b: [0, 0], a: [1, 2] }\nnodes: { a: { run: x } }\n'],
  ['"layout":\n  a:\n    - 0\n    - 0\n', '"layout":\n  a:\n    - 1\n    - 2\n'],
  ['layout:\n  b:\n    - 0\n    - 0\n# end\n', 'layout:\n  b:\n    - 0\n    - 0\n  a: [1, 2]\n# end\n'],
  ['layout:\n  a:\n', 'layout:\n  a: [1, 2]\n'],
  ['layout:\n  a: here\n', 'layout:\n  a: [1, 2]\n'],
  ['{ nodes: { a: { run: x } } }', '{ nodes: { a: { run: x } }, layout: { a: [1, 2] } }'],
  ['  nodes:\n    a: { run: x }\n', '  nodes:\n    a: { run: x }\n  layout:\n    a: [1, 2]\n'],
  ['---\nnodes:\n  a: { run: "a && *b <<E" }\n', '---\nnodes:\n  a: { run: "a && *b <<E" }\nlayout:\n  a: [1, 2]\n'],
])('a position goes into %j', (before, after) => {
  expect(moved(before, ['a', 1, 2])).toBe(after);
});

test.each([
  'nodes:\n  a: &one { run: x }\n  b: *one\n',
  'nodes:\n  a: { run: x }\n  b:\n    <<: { run: x }\n',
  'nodes: [',
  '',
  'nodes:\n  a: { run: x }\n...\n',
  'layout:\n  a: [1, 2]\nlayout:\n  a: [1, 2]\n',
  'layout: 7\n',
])('what cannot be edited safely is refused with a sentence: %j', (text) => {
  const result = layoutEdits(text, [{ nodeId: 'a', x: 1, y: 2 }]);
  expect(result.kind).toBe('refused');
  expect(result.kind === 'refused' ? result.message : '').toMatch(/^This file|^The `layout`.*text\.$/);
});
