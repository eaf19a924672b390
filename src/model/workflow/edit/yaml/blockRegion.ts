/**
 * The lines that go with an entry of a block map or list, when it is removed. With its own lines go
 * - the comment behind it, and comments below it that are indented deeper than its key;
 * - the comment lines directly above it, when they clearly speak of it: indented as it is, not the head of the file, no
 *   ruler (`# ---`), and not followed by a further entry that they may speak of too (no blank line or comment between);
 * - blank lines, so that as many stay between its neighbours as stood on one side of it.
 */
import { endOfLine, lineAt, startOfLine, startOfNextLine } from './textLines';
import { CannotEdit, type Entry } from './entries';

export interface Surroundings {
  /** What is above can only be removed as far as here: the end of what stands before the entry. */
  readonly floor: number;
  /** Nothing that stays stands before it in its map. */
  readonly isFirst: boolean;
  /** The entry behind it, if that stays. */
  readonly next: Entry | undefined;
}

const blankLine = /^[ \t]*$/;
const ruler = /[-=#*~]{3}/;

/** From and to offset of what is removed. */
export function removedRegion(text: string, entry: Entry, around: Surroundings): [start: number, end: number] {
  const keyLine = startOfLine(text, entry.start);
  const indent = text.slice(keyLine, entry.start);
  if (!/^ *$/.test(indent)) throw new CannotEdit();
  const end = endWithComments(text, entry, indent.length);
  const lead = leadingComment(text, entry, around.floor);
  const speaksOfNext = around.next !== undefined && startOfLine(text, around.next.start) === end;
  let start = lead === 0 || speaksOfNext || ruler.test(text.slice(lead, keyLine)) ? keyLine : lead;
  const isLast = text.slice(end).trim() === '';
  const isBlankBelow = isLast || blankLine.test(lineAt(text, end));
  const blanks = startOfBlanks(text, start, around.floor);
  if (isBlankBelow && blanks < start) return withoutLastLineEnd(text, blanks, end);
  if (isBlankBelow && around.isFirst && !isLast) return [start, endOfBlanks(text, end)];
  return withoutLastLineEnd(text, start, end);
}

/** Where the comment lines begin that stand directly above an entry, indented as it is; its own line when there are none. */
export function leadingComment(text: string, entry: Entry, floor: number): number {
  let start = startOfLine(text, entry.start);
  const indent = text.slice(start, entry.start);
  while (start > 0) {
    const above = startOfLine(text, start - 1);
    if (above < floor || !lineAt(text, above).startsWith(`${indent}#`)) break;
    start = above;
  }
  return start;
}

/** Where the blank lines begin that stand directly above the line at `start`. */
export function startOfBlanks(text: string, start: number, floor: number): number {
  let first = start;
  while (first > 0) {
    const above = startOfLine(text, first - 1);
    if (above < floor || !blankLine.test(lineAt(text, above))) break;
    first = above;
  }
  return first;
}

function endOfBlanks(text: string, end: number): number {
  let offset = end;
  while (offset < text.length && blankLine.test(lineAt(text, offset))) offset = startOfNextLine(text, offset);
  return offset;
}

/** Behind the last line of the entry and of the deeper comments below it. */
function endWithComments(text: string, entry: Entry, column: number): number {
  let end = startOfNextLine(text, endOfLine(text, entry.end));
  for (let offset = end; offset < text.length; offset = startOfNextLine(text, offset)) {
    const line = lineAt(text, offset);
    if (blankLine.test(line)) continue;
    if (!/^\s*#/.test(line) || line.search(/\S/) <= column) break;
    end = startOfNextLine(text, offset);
  }
  return end;
}

/** A file whose last line has no line end goes on having none. */
function withoutLastLineEnd(text: string, start: number, end: number): [number, number] {
  const isOpen = end === text.length && !text.endsWith('\n');
  return [isOpen && start > 0 ? endOfLine(text, startOfLine(text, start - 1)) : start, end];
}
