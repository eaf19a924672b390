/** What goes to the terminal: results on stdout, everything about them on stderr. */
import { once } from 'node:events';
import { styleText } from 'node:util';

/** One line of the result. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The one value that a command gives with `--json`. */
export function printJson(value: unknown): void {
  printLine(JSON.stringify(value, null, 2));
}

/** Text of any length as it is, waiting for a slow reader. */
export async function printText(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** A remark that is no result: what goes on, what to do next. */
export function printNote(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

export type Tone = 'good' | 'bad' | 'quiet' | 'strong';
const formats = { good: 'green', bad: 'red', quiet: 'dim', strong: 'bold' } as const;

/** `text` in colour on a terminal that shows colours; as it is in a pipe, in a file and with NO_COLOR. */
export function toned(text: string, tone: Tone | null): string {
  return tone === null ? text : styleText(formats[tone], text, { stream: process.stdout });
}

/** Rows as aligned columns, two spaces apart; the last column is as long as it is. */
export function alignedColumns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  }
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
