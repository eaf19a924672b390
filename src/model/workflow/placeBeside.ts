/** Finds room for new boxes among those that have their place. */
import { nodeBox, nodeSize, type GraphEdge, type GraphNode } from './graph';
import { OccupiedRoom, type Box } from './occupiedRoom';
import { planOf } from './plan';
import type { Position, WorkflowNode } from './workflow';

export type ArrangedNode = Pick<GraphNode, 'id' | 'inputPorts' | 'outputPorts'>;
export type ArrangedEdge = Pick<GraphEdge, 'source' | 'target'>;

/** Empty canvas pixels between two boxes of a column, and between two columns. */
export const gap = { row: 32, column: 80 } as const;

/**
 * Positions of all nodes: `placed` as they are, the others right of what they depend on, else left of what depends on
 * them, else under everything; moved down until they cover no other box.
 */
export function placeBeside(
  nodes: readonly ArrangedNode[],
  edges: readonly ArrangedEdge[],
  placed: ReadonlyMap<string, Position>,
): Map<string, Position> {
  const positions = new Map(placed);
  const room = new OccupiedRoom();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const boxAt = (id: string): Box | null => {
    const position = positions.get(id);
    const node = byId.get(id);
    return position === undefined || node === undefined ? null : { ...position, ...nodeSize(node) };
  };
  const isBox = (box: Box | null): box is Box => box !== null;
  const fixed = [...placed.keys()].map(boxAt).filter(isBox);
  for (const box of fixed) room.take(box);
  const corner = { x: min(fixed.map((box) => box.x)), y: max(fixed.map((box) => box.y + box.height)) + gap.row };

  const { order, before, after } = orderOf(nodes, edges);
  for (const id of order) {
    const node = byId.get(id);
    if (node === undefined || positions.has(id)) continue;
    const left = (before.get(id) ?? []).map(boxAt).filter(isBox);
    const right = (after.get(id) ?? []).map(boxAt).filter(isBox);
    let wish: Position = corner;
    if (left.length > 0) {
      wish = { x: max(left.map((box) => box.x + box.width)) + gap.column, y: mean(left.map((box) => box.y)) };
    } else if (right.length > 0) {
      const x = min(right.map((box) => box.x)) - gap.column - nodeBox.width;
      wish = { x, y: mean(right.map((box) => box.y)) };
    }
    const box = room.firstFree({ x: Math.round(wish.x), y: Math.round(wish.y), ...nodeSize(node) }, gap.row);
    room.take(box);
    positions.set(id, { x: box.x, y: box.y });
  }
  return positions;
}

/** Ids so that each comes behind those it depends on; nodes on a cycle come last. */
function orderOf(nodes: readonly ArrangedNode[], edges: readonly ArrangedEdge[]) {
  const needs = new Map<string, string[]>(nodes.map((node) => [node.id, []]));
  for (const { source, target } of edges) if (source !== target) needs.get(target)?.push(source);
  const steps = nodes.map(({ id }): WorkflowNode => ({
    id,
    action: { kind: 'run', shell: 'sh', run: '' },
    inputs: [],
    outputs: [],
    needs: needs.get(id) ?? [],
    when: 'success',
    retries: 0,
  }));
  const plan = planOf({ nodes: steps });
  const ids = nodes.map((node) => node.id);
  return { order: [...new Set([...plan.order, ...ids])], before: plan.dependencies, after: plan.dependents };
}

function min(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
}

function max(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), Number.NEGATIVE_INFINITY);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
