/** How high each box stands in its column, so that wires are as level as the order within the columns allows. */
import { gap } from './boxes';
import { nodeBox, nodeSize, type Graph, type GraphNode } from './graph';

/** Tops of all boxes, in canvas pixels. */
export type Heights = ReadonlyMap<string, number>;

/** A wire from a box, as the difference in height that would make it level. */
interface Pull {
  readonly other: string;
  readonly rise: number;
}

export interface Pulls {
  readonly sources: ReadonlyMap<string, readonly Pull[]>;
  readonly targets: ReadonlyMap<string, readonly Pull[]>;
}

/** What each box is wired to, on both sides. */
export function pullsOf(graph: Graph): Pulls {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const sources = new Map<string, Pull[]>(graph.nodes.map(({ id }) => [id, []]));
  const targets = new Map<string, Pull[]>(graph.nodes.map(({ id }) => [id, []]));
  for (const { source, target, sourcePort, targetPort } of graph.edges) {
    const [from, to] = [nodes.get(source), nodes.get(target)];
    if (from === undefined || to === undefined || from === to) continue;
    const rise = portHeight(from.outputPorts, sourcePort) - portHeight(to.inputPorts, targetPort);
    sources.get(target)?.push({ other: source, rise });
    targets.get(source)?.push({ other: target, rise: -rise });
  }
  return { sources, targets };
}

function portHeight(ports: readonly string[], port: string | null): number {
  const line = port === null ? -1 : ports.indexOf(port);
  return line < 0 ? nodeBox.headerHeight / 2 : nodeBox.headerHeight + (line + 0.5) * nodeBox.portHeight;
}

/** Tops that follow from the order within the columns alone, so that the same order always looks the same. */
export function heightsOf(columns: readonly (readonly GraphNode[])[], { sources, targets }: Pulls): Heights {
  const heights = new Map<string, number>();
  const place = (column: readonly GraphNode[], pullsOn: (id: string) => readonly Pull[]): void => {
    const tops = nearWishes(
      column.map((node) => {
        const pulls = pullsOn(node.id).flatMap(({ other, rise }) => {
          const top = heights.get(other);
          return top === undefined ? [] : [top + rise];
        });
        const wish = pulls.length === 0 ? heights.get(node.id) : mean(pulls);
        return { length: nodeSize(node).height + gap.row, wish: wish ?? 0, weight: pulls.length === 0 ? 0.1 : 1 };
      }),
    );
    for (const [index, node] of column.entries()) heights.set(node.id, tops[index] ?? 0);
  };
  const both = (id: string): readonly Pull[] => [...(sources.get(id) ?? []), ...(targets.get(id) ?? [])];
  for (const column of columns) place(column, (id) => sources.get(id) ?? []);
  for (const column of columns.toReversed()) place(column, both);
  for (const column of columns) place(column, both);
  return heights;
}

interface Wish {
  readonly length: number;
  readonly wish: number;
  readonly weight: number;
}

/** Tops in the given order, none over another, with the least sum of squares to what was wished. */
function nearWishes(wishes: readonly Wish[]): number[] {
  // Boxes that touch form a block, which moves as one.
  const blocks: { top: number; weight: number; length: number; count: number }[] = [];
  for (const { wish, weight, length } of wishes) {
    let block = { top: wish, weight, length, count: 1 };
    for (
      let above = blocks.at(-1);
      above !== undefined && above.top + above.length > block.top;
      above = blocks.at(-1)
    ) {
      blocks.pop();
      const total = above.weight + block.weight;
      block = {
        top: (above.top * above.weight + (block.top - above.length) * block.weight) / total,
        weight: total,
        length: above.length + block.length,
        count: above.count + block.count,
      };
    }
    blocks.push(block);
  }
  const tops: number[] = [];
  for (const { top, count } of blocks) {
    let next = top;
    for (let left = count; left > 0; left--) {
      const { length } = wishes[tops.length] ?? { length: 0 };
      tops.push(next);
      next += length;
    }
  }
  return tops;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
