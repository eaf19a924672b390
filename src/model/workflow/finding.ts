/** A problem before it knows its file: what the checks of one text give. */
import type { LineCounter } from 'yaml';
import type { Problem, TextPosition, TextRange } from './problem';
import type { OffsetRange } from './yamlTree';

export interface Finding {
  readonly severity: Problem['severity'];
  readonly code: string;
  readonly message: string;
  readonly range: OffsetRange;
  readonly nodeId?: string;
}

/** The finding as a problem of a file, with lines and columns instead of offsets. */
export function problemOf(finding: Finding, file: string, lines: LineCounter): Problem {
  const { range, ...rest } = finding;
  return { ...rest, file, range: textRange(range, lines) };
}

/** Offsets as lines and columns. */
export function textRange([start, end]: OffsetRange, lines: LineCounter): TextRange {
  return { start: positionOf(start, lines), end: positionOf(end, lines) };
}

function positionOf(offset: number, lines: LineCounter): TextPosition {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
}
