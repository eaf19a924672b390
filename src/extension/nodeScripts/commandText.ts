/** From the text of a script's tab to the command that the workflow gets. */

/**
 * The command to write for what was saved in a tab. What was read is written back as it was; otherwise what an editor does to
 * a file by itself is no part of the command: a byte order mark, CR LF for LF, and an end of line behind a command of one line.
 */
export function commandOf(saved: string, current: string): string {
  if (saved === current) return current;
  const text = current.startsWith('\uFEFF') ? saved : saved.replace(/^\uFEFF/, '');
  const command = current.includes('\r') ? text : text.replaceAll('\r\n', '\n');
  const isOneLine = command.indexOf('\n') === command.length - 1;
  return isOneLine && current !== '' && !current.includes('\n') ? command.slice(0, -1) : command;
}
