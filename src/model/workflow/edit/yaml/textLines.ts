/** Lines of a text by offset. A line end is `\n` or `\r\n`. */

/** The line end that the text uses first; `\n` when it has one line only. */
export function lineEndOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

/** Where the line begins that `offset` is in. */
export function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line ends that `offset` is in, before its line end. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end === -1) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the next line begins; the end of the text when there is none. */
export function startOfNextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** The line at `offset`, which must be a line's beginning, without its line end. */
export function lineAt(text: string, offset: number): string {
  return text.slice(offset, endOfLine(text, offset));
}

/** Characters before `offset` in its line. */
export function columnOf(text: string, offset: number): number {
  return offset - startOfLine(text, offset);
}
