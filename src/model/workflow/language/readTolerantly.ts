/** Reads as much as can be read of a text that somebody is typing. Every offset is one of the text. */
import { readYaml, type YamlReading } from '../readYaml';
import { scanText } from './scanText';

export interface TolerantReading extends Pick<YamlReading, 'tree' | 'lines'> {
  /** False if parts had to be left out. */
  readonly isWhole: boolean;
}

/** So many lines are left out one after the other; of a long text one, as reading takes about a second a megabyte. */
const mostLines = 8;
const longText = 100_000;

/** The text without what breaks it: brackets that were not closed, then lines that are no YAML. `read` reads a whole text. */
export function readTolerantly(text: string, read: (text: string) => YamlReading): TolerantReading {
  const first = read(text);
  if (brokenAt(first).length === 0) return { tree: first.tree, lines: first.lines, isWhole: true };
  let masked = scanText(text, text.length).unfinished.reduce((rest, [start, end]) => blank(rest, start, end), text);
  let reading = masked === text ? first : readYaml(masked);
  const lines = text.length > longText ? 1 : mostLines;
  for (let count = 0; count < lines; count++) {
    // Errors behind the first one are mostly its echo.
    const [offset] = brokenAt(reading);
    if (offset === undefined) break;
    masked = blankLine(masked, offset);
    reading = readYaml(masked);
  }
  return { tree: reading.tree, lines: reading.lines, isWhole: false };
}

function brokenAt({ findings }: YamlReading): number[] {
  return findings
    .flatMap(({ code, severity, range }) => (code === 'yaml' && severity === 'error' ? [range[0]] : []))
    .sort((one, other) => one - other);
}

function blankLine(text: string, offset: number): string {
  const isEmpty = (line: string): boolean => line.trim() === '';
  const start = text.lastIndexOf('\n', Math.min(offset, text.length - 1) - 1) + 1;
  const next = text.indexOf('\n', start);
  const end = next === -1 ? text.length : next;
  // Said of the end of a line, an error is about what stands in it or before it.
  if (isEmpty(text.slice(start, end)) && start > 0) return blankLine(text, start - 1);
  return blank(text, start, end);
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replaceAll(/[^\r\n]/g, ' ') + text.slice(end);
}
