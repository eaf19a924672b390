/** Finds the `run:` of a node in the lines that say of it. */

/** Index of the line of the node's own `run:`; null when it has none, or is written on one line. `lines` begin with its id. */
export function commandLine(lines: readonly string[]): number | null {
  const first = lines.find((line, index) => index > 0 && /^\s*[^\s#]/.test(line));
  const indent = /^ */.exec(first ?? '')?.[0] ?? '';
  // Deeper lines are values of other keys, the text of a command too.
  const line = lines.findIndex((text, index) => index > 0 && text.startsWith(`${indent}run:`));
  return line > 0 ? line : null;
}
