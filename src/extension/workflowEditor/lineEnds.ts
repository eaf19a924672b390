/** What an editor can hold: it knows one kind of line end for a file, and keeps the byte order mark to itself. */

/** True if an editor can turn `before` into exactly `after`: one kind of line end, and the byte order mark as it is. */
export function fitsInEditor(before: string, after: string): boolean {
  const marked = (text: string): boolean => text.startsWith('\uFEFF');
  return hasOneLineEnd(after) && marked(after) === marked(before);
}

/** The line end of the text; LF when it has none. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function hasOneLineEnd(text: string): boolean {
  const withoutPairs = text.replaceAll('\r\n', '');
  if (withoutPairs.includes('\r')) return false;
  return !(text.includes('\r\n') && withoutPairs.includes('\n'));
}
