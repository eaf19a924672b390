/** The order of boxes within their columns: the one that is there, changed only where fewer wires cross by it. */
import { heightsOf, type Heights, type Pulls } from './arrangeHeights';
import type { GraphNode } from './graph';

export type Columns = readonly (readonly GraphNode[])[];

/** All boxes anew is a great change: it is made only for a clear gain. */
const clearGain = 0.75;
/** A round takes a time that grows with the boxes; 5,000 boxes that were never arranged take two seconds so. */
const mostRounds = { everywhere: 100, ofAllBoxes: 100_000 } as const;

/** Columns in which no change of order that is worth its unrest is left; arranged columns come back as they are. */
export function orderedColumns(before: Columns, pulls: Pulls): Columns {
  let columns = before;
  let heights = heightsOf(columns, pulls);
  let crossings = crossingsOf(columns, pulls, heights);
  const take = (tried: Columns, limit: number): boolean => {
    const triedHeights = heightsOf(tried, pulls);
    const left = crossingsOf(tried, pulls, triedHeights);
    if (left >= crossings || left > limit) return false;
    [columns, heights, crossings] = [tried, triedHeights, left];
    return true;
  };
  const count = columns.reduce((sum, column) => sum + column.length, 1);
  const rounds = Math.min(mostRounds.everywhere, mostRounds.ofAllBoxes / count);
  for (let round = 0; round < rounds; round++) {
    const swapped = ([0, 1] as const).some((parity) =>
      take(everySecond(columns, parity, neighboursSwapped(columns, pulls, heights)), Number.POSITIVE_INFINITY),
    );
    if (!swapped && !take(sortedByNeighbours(columns, pulls, heights), crossings * clearGain)) break;
  }
  return columns;
}

/** Every second column as it was tried: two that are wired to each other and both turn round gain nothing. */
function everySecond(columns: Columns, parity: 0 | 1, tried: Columns): Columns {
  return columns.map((column, index) => (index % 2 === parity ? (tried[index] ?? column) : column));
}

/** Wires that cross, counted at both of their ends: wires of two boxes of a column that end in the other order. */
function crossingsOf(columns: Columns, pulls: Pulls, heights: Heights): number {
  let count = 0;
  for (const column of columns) {
    for (const side of [pulls.sources, pulls.targets]) {
      count += inversions(column.flatMap(({ id }) => endsOf(id, side, heights)));
    }
  }
  return count;
}

/** The heights at which the wires of one side of a box end, from the top. */
function endsOf(id: string, side: Pulls['sources'], heights: Heights): number[] {
  return (side.get(id) ?? []).map(({ other }) => heights.get(other) ?? 0).toSorted((a, b) => a - b);
}

/** Pairs of numbers of which the greater one comes first. */
function inversions(numbers: readonly number[]): number {
  if (numbers.length < 2) return 0;
  const middle = numbers.length >> 1;
  const [left, right] = [numbers.slice(0, middle), numbers.slice(middle)];
  return inversions(left) + inversions(right) + inversionsBetween(left, right);
}

/** Pairs of a number and a lesser one from the second list. */
function inversionsBetween(one: readonly number[], other: readonly number[]): number {
  const [first, second] = [one.toSorted((a, b) => a - b), other.toSorted((a, b) => a - b)];
  let count = 0;
  let below = 0;
  for (const number of first) {
    while (below < second.length && (second[below] ?? 0) < number) below += 1;
    count += below;
  }
  return count;
}

/** Boxes that stand one over the other change places where fewer wires cross by it. */
function neighboursSwapped(columns: Columns, pulls: Pulls, heights: Heights): Columns {
  return columns.map((column) => {
    const boxes = column.map((node) => ({
      node,
      sources: endsOf(node.id, pulls.sources, heights),
      targets: endsOf(node.id, pulls.targets, heights),
    }));
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      for (let at = 0; at + 1 < boxes.length; at++) {
        const [upper, lower] = [boxes[at], boxes[at + 1]];
        if (upper === undefined || lower === undefined) continue;
        const now = inversionsBetween(upper.sources, lower.sources) + inversionsBetween(upper.targets, lower.targets);
        const swapped =
          inversionsBetween(lower.sources, upper.sources) + inversionsBetween(lower.targets, upper.targets);
        if (swapped >= now) continue;
        [boxes[at], boxes[at + 1]] = [lower, upper];
        isSettled = false;
      }
    }
    return boxes.map(({ node }) => node);
  });
}

/** Every column in the order of what its boxes are wired to. */
function sortedByNeighbours(columns: Columns, pulls: Pulls, heights: Heights): Columns {
  return columns.map((column) => {
    const wishes = new Map(
      column.map(({ id }) => {
        const ends = [...endsOf(id, pulls.sources, heights), ...endsOf(id, pulls.targets, heights)];
        const mean = ends.reduce((sum, end) => sum + end, 0) / ends.length;
        return [id, ends.length === 0 ? (heights.get(id) ?? 0) : mean];
      }),
    );
    return column.toSorted((a, b) => (wishes.get(a.id) ?? 0) - (wishes.get(b.id) ?? 0));
  });
}
