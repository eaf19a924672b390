import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrange } from '../../../src/model/workflow/arrange';
import { nodeSize } from '../../../src/model/workflow/graph';
import type { Position } from '../../../src/model/workflow/workflow';

const sketch = fc
  .record({
    ports: fc.array(fc.nat(4), { minLength: 1, maxLength: 25 }),
    wires: fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 40 }),
    placed: fc.array(fc.tuple(fc.nat(24), fc.integer({ min: -600, max: 600 }), fc.integer({ min: -600, max: 600 }))),
  })
  .map(({ ports, wires, placed }) => {
    const nodes = ports.map((count, index) => ({
      id: index === 0 ? 'constructor' : `n${index}`,
      inputPorts: Array.from({ length: count }, (_, port) => `p${port}`),
      outputPorts: ['out'],
    }));
    const idAt = (index: number): string => nodes[index % nodes.length]?.id ?? '';
    const edges = wires.map(([from, to]) => ({ source: idAt(from), target: idAt(to) }));
    const layout: Record<string, Position> = {};
    for (const [index, x, y] of placed) layout[idAt(index)] = { x, y };
    return { nodes, edges, layout };
  });

test('placed nodes stay, every node gets whole pixels, new ones cover nothing, and twice gives the same', () => {
  fc.assert(
    fc.property(sketch, ({ nodes, edges, layout }) => {
      const positions = arrange(nodes, edges, layout);
      expect([...positions.keys()].sort()).toEqual(nodes.map((node) => node.id).sort());
      for (const [id, position] of Object.entries(layout)) expect(positions.get(id)).toEqual(position);
      expect([...arrange(nodes, edges, layout)]).toEqual([...positions]);
      for (const node of nodes) {
        const a = { ...positions.get(node.id)!, ...nodeSize(node) };
        expect([a.x, a.y].every(Number.isInteger)).toBe(true);
        if (Object.hasOwn(layout, node.id)) continue;
        for (const other of nodes) {
          if (other === node) continue;
          const b = { ...positions.get(other.id)!, ...nodeSize(other) };
          const overlaps = a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
          expect(overlaps, `${node.id} and ${other.id}`).toBe(false);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test.each([10, 3_000])('among %i nodes data flows from left to right', (count) => {
  const nodes = Array.from({ length: count }, (_, index) => ({ id: `n${index}`, inputPorts: [], outputPorts: [] }));
  const edges = nodes.slice(5).map((node, index) => ({ source: `n${index}`, target: node.id }));
  const positions = arrange(nodes, edges, {});
  for (const { source, target } of edges) expect(positions.get(source)!.x).toBeLessThan(positions.get(target)!.x);
});

test('a new node stands right of what it depends on', () => {
  const nodes = ['a', 'b'].map((id) => ({ id, inputPorts: [], outputPorts: [] }));
  const positions = arrange(nodes, [{ source: 'a', target: 'b' }], { a: { x: 100, y: 40 } });
  expect(positions.get('b')).toEqual({ x: 400, y: 40 });
});
