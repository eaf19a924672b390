/** Which lines of two texts are not in both. */

export interface TextLine {
  readonly text: string;
  readonly isChanged: boolean;
}

/** More lines than this are told as one changed piece between what begins and what ends alike. */
const mostCompared = 300;

/** The lines of both texts, those that only one has marked; what they have in common is as long as it can be. */
export function changedLines(left: string, right: string): { left: TextLine[]; right: TextLine[] } {
  const [before, after] = [linesOf(left), linesOf(right)];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const middle = commonLines(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const told = (lines: readonly string[], common: ReadonlySet<number>): TextLine[] =>
    lines.map((text, index) => {
      const isInside = index >= start && index < lines.length - end;
      return { text, isChanged: isInside && !common.has(index - start) };
    });
  return { left: told(before, middle.left), right: told(after, middle.right) };
}

function linesOf(text: string): string[] {
  if (text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

/** Indices of the lines of a longest common subsequence, in each list. */
function commonLines(left: readonly string[], right: readonly string[]): { left: Set<number>; right: Set<number> } {
  const common = { left: new Set<number>(), right: new Set<number>() };
  if (left.length === 0 || right.length === 0 || Math.max(left.length, right.length) > mostCompared) return common;
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[row] === right[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (let row = 0, column = 0; row < left.length && column < right.length;) {
    if (left[row] === right[column]) {
      common.left.add(row);
      common.right.add(column);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return common;
}
