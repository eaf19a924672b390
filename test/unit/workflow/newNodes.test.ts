/** Nodes as they begin, and where they come to stand. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editWorkflow } from '../../../src/model/workflow/edit/editWorkflow';
import { placesKept } from '../../../src/model/workflow/edit/placesKept';
import { nodeSize, type GraphNode } from '../../../src/model/workflow/graph';
import { applyEdits } from '../../../src/model/workflow/moveEdit';
import { commandNode, fileNode } from '../../../src/model/workflow/newNode';
import { parseWorkflow } from '../../../src/model/workflow/parse';
import { placeGroup } from '../../../src/model/workflow/placeGroup';
import { rankedPaths } from '../../../src/model/workflow/rankedPaths';
import { nodeKindOfFile, shellOfFile } from '../../../src/model/workflow/scriptFiles';
import type { Shell } from '../../../src/model/workflow/workflow';

const entry = 'a.workflow.yaml';

test('whatever a script is called, its node runs and is written without a mistake', () => {
  const shell = fc.constantFrom<Shell>('sh', 'bash', 'python', 'node');
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), shell, (name, shell) => {
      const edit = { kind: 'paste', nodes: [commandNode(name, shell)], positions: [] } as const;
      const made = editWorkflow('', parseWorkflow(entry, ''), edit);
      if (made.kind === 'refused') throw new Error(made.message);
      const parsed = parseWorkflow(entry, applyEdits('', made.edits));
      expect(parsed.problems).toEqual([]);
      expect(parsed.workflow?.nodes[0]?.label ?? parsed.workflow?.nodes[0]?.id).toBe(name.trim() || 'script');
    }),
  );
});

test('a file gives its node name and shell', () => {
  expect(fileNode('tools/List packages.mjs')).toMatchObject({
    id: 'list-packages',
    action: { kind: 'script', shell: 'node', script: 'tools/List packages.mjs' },
  });
  expect(fileNode('./scan.module.yaml')).toMatchObject({ id: 'scan', action: { kind: 'module' } });
  expect(shellOfFile('x.PY')).toBe('python');
  expect(nodeKindOfFile('.sh')).toBeNull();
  expect(nodeKindOfFile('README.md')).toBeNull();
  expect(nodeKindOfFile('a.workflow.yaml')).toBeNull();
});

test('files are found by every word, a file that is called so before one that lies there', () => {
  const paths = ['scan/deep/list.sh', 'tools/scan.py', 'tools/rescan.sh', 'list.sh'];
  expect(rankedPaths(paths, 'SCAN')).toEqual(['tools/scan.py', 'tools/rescan.sh', 'scan/deep/list.sh']);
  expect(rankedPaths(paths, 'list scan')).toEqual(['scan/deep/list.sh']);
  expect(rankedPaths(paths, '')).toHaveLength(4);
});

function box(id: string, x: number, y: number): GraphNode {
  return { id, title: id, kind: 'run', what: '', inputPorts: ['a'], outputPorts: [], position: { x, y }, problems: [] };
}

describe('where new nodes stand', () => {
  const place = fc.record({ x: fc.integer({ min: -600, max: 600 }), y: fc.integer({ min: -600, max: 600 }) });

  test('they cover nothing that is there, and keep their places to each other', () => {
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 12 }),
        fc.array(place, { minLength: 1, maxLength: 4 }),
        place,
        (there, come, at) => {
          const graph = { nodes: there.map(({ x, y }, index) => box(`n${index}`, x, y)), edges: [] };
          const group = come.map(({ x, y }, index) => box(`new${index}`, x, y));
          const placed = placeGroup(group, graph, at);
          const [first] = placed;
          for (const [index, { x, y }] of placed.entries()) {
            expect({ x: x - (first?.x ?? 0), y: y - (first?.y ?? 0) }).toEqual({
              x: (come[index]?.x ?? 0) - (come[0]?.x ?? 0),
              y: (come[index]?.y ?? 0) - (come[0]?.y ?? 0),
            });
            for (const other of graph.nodes) {
              const { width, height } = nodeSize(other);
              const isApart =
                x >= other.position.x + width ||
                x + width <= other.position.x ||
                y >= other.position.y + height ||
                y + height <= other.position.y;
              expect(isApart).toBe(true);
            }
          }
        },
      ),
    );
  });

  test('a node in a free spot is where it was asked for', () => {
    expect(placeGroup([box('a', 7, 9)], { nodes: [], edges: [] }, { x: 210, y: 138 })).toEqual([
      { nodeId: 'a', x: 100, y: 100 },
    ]);
  });

  test('nodes without a place stay where they are drawn when a new one gets its place', () => {
    const drawn = { nodes: [box('a', 0, 0), box('b', 300, 0)], edges: [] };
    const positions = [{ nodeId: 'new', x: 600, y: 0 }];
    expect(placesKept(positions, { layout: {} }, drawn).kept).toEqual([
      { nodeId: 'a', x: 0, y: 0 },
      { nodeId: 'b', x: 300, y: 0 },
    ]);
    expect(placesKept(positions, { layout: { a: { x: 0, y: 0 }, b: { x: 1, y: 1 } } }, drawn).kept).toEqual([]);
    const many = { nodes: Array.from({ length: 500 }, (_, index) => box(`n${index}`, index, 0)), edges: [] };
    expect(placesKept(positions, { layout: {} }, many)).toEqual({ positions: [], kept: [] });
  });
});
