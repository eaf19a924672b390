/** What an edit takes over from the text around it: indentation, line ends, block or flow. */
import { isMap } from 'yaml';
import { isCollection, type Entry } from './entries';
import type { ValuePlace } from './printValue';
import { columnOf } from './textLines';
import type { YamlValue } from './yamlChange';

/** Around an entry of a collection. */
export interface Context {
  readonly text: string;
  readonly style: 'block' | 'flow';
  /** Where the entry begins, or one beside it. */
  readonly start: number;
  readonly step: string;
  readonly lineEnd: string;
}

/** Spaces by which the file indents: those of its first map in a map; two when there is none. */
export function firstStep(text: string, root: unknown): number {
  if (!isMap(root)) return 2;
  for (const { key, value } of root.items) {
    if (!isMap(value) || value.flow === true || !value.range || !isMap(root) || !hasRange(key)) continue;
    const step = columnOf(text, value.range[0]) - columnOf(text, key.range[0]);
    if (step > 0) return step;
  }
  return 2;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

/** Where a value of the entry at `context.start`, or of a new one beside it, is printed. */
export function placeIn(context: Context): ValuePlace {
  const { text, style, start, step, lineEnd } = context;
  return { style, indent: ' '.repeat(columnOf(text, start)), step, lineEnd };
}

/** As `placeIn`, for a new entry among others: indented within as the last of them that has a map over several lines. */
export function placeAmong(context: Context, entries: readonly Entry[]): ValuePlace {
  const place = placeIn(context);
  for (const { start, value } of entries.toReversed()) {
    if (!isMap(value) || value.flow === true || !value.range) continue;
    const step = columnOf(context.text, value.range[0]) - columnOf(context.text, start);
    if (step > 0) return { ...place, step: ' '.repeat(step) };
  }
  return place;
}

/** A new value in the style of its neighbours: a map in braces where the last map is, unless it has texts of several lines. */
export function inStyleOf(entries: readonly Entry[], value: YamlValue): YamlValue {
  if (value.kind !== 'map') return value;
  const last = entries.findLast((entry) => isMap(entry.value) && entry.value.items.length > 0)?.value;
  if (!isCollection(last)) return value;
  const style = last.flow === true && !hasLines(value) ? 'flow' : last.flow === true ? value.style : 'block';
  return { ...value, style };
}

function hasLines(value: YamlValue): boolean {
  switch (value.kind) {
    case 'text':
      return value.text.includes('\n');
    case 'number':
      return false;
    case 'list':
      return value.items.some(hasLines);
    case 'map':
      return value.entries.some(([, item]) => hasLines(item));
  }
}
