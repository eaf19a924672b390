/** Problems with the place in the file's structure that they are about, and with what mends them. */
import type { Problem } from '../problem';
import { spotAt } from '../spotAt';
import type { Mend, MendedFile } from './mend';
import { mendsOf } from './mendsOf';

export interface PlacedProblem {
  readonly problem: Problem;
  /** Such as `nodes`, `scan`, `inputs`, `list`, `from`; empty when it is about the whole file. */
  readonly path: readonly string[];
  /** The most likely one first; none where nothing is obvious. */
  readonly mends: readonly Mend[];
}

/** The problems of a file in their order, each at its place. */
export function placedProblems(file: MendedFile): PlacedProblem[] {
  const { tree, lines } = file.reading;
  return file.parsed.problems.map((problem) => {
    const { line, character } = problem.range.start;
    const spot = tree === null ? null : spotAt(tree, (lines.lineStarts[line] ?? 0) + character);
    return { problem, path: spot?.path ?? [], mends: mendsOf(problem, file) };
  });
}
