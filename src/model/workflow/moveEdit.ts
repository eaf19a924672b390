/** The smallest text edits that give nodes new positions. All else in the file stays byte for byte. */
import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import { findLayoutSection, usesAnchors } from './layoutSection';
import { anchorsSentence } from './parse';
import { nodeIdPattern } from './names';

/** Replaces `length` UTF-16 units from `offset` on; edits come in order and do not touch each other. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

export interface MovedNode {
  readonly nodeId: string;
  /** Canvas pixels; rounded to whole ones. */
  readonly x: number;
  readonly y: number;
}

export type LayoutEdits =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  /** The file cannot be edited this way: why, and what to do, in a sentence. */
  | { readonly kind: 'refused'; readonly message: string };

/** The edits of a workflow file's text that set `layout` of the moved nodes; none for those that are already there. */
export function layoutEdits(text: string, moved: readonly MovedNode[]): LayoutEdits {
  const positions = new Map(moved.map((node) => [node.nodeId, positionText(node)]));
  if (positions.size === 0) return { kind: 'edits', edits: [] };
  if (usesAnchors(text)) return { kind: 'refused', message: anchorsSentence };
  const { start, end } = findLayoutSection(text) ?? { start: 0, end: text.length };
  const edits = editsWithin(text.slice(start, end), positions, lineEndOf(text));
  if (edits === null) return { kind: 'refused', message: refusal };
  return { kind: 'edits', edits: edits.map((edit) => ({ ...edit, offset: edit.offset + start })) };
}

/** The text with the edits made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let end = 0;
  for (const edit of edits) {
    result += text.slice(end, edit.offset) + edit.text;
    end = edit.offset + edit.length;
  }
  return result + text.slice(end);
}

const refusal = 'The `layout` of this file is written in a way that the canvas cannot edit; edit it as text.';

type Numbers = readonly [x: string, y: string];

function positionText({ x, y }: MovedNode): Numbers {
  const whole = (value: number): string => String(Math.round(value) || 0);
  return [whole(x), whole(y)];
}

function lineEndOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}

function entryText(id: string, [x, y]: Numbers): string {
  return `${nodeIdPattern.test(id) ? id : JSON.stringify(id)}: [${x}, ${y}]`;
}

/** A `layout` behind everything else. */
function appended(text: string, indent: string, positions: ReadonlyMap<string, Numbers>): TextEdit {
  const lineEnd = lineEndOf(text);
  const isEnded = text.endsWith('\n');
  const entries = Array.from(positions, ([id, numbers]) => `${indent}  ${entryText(id, numbers)}`);
  const added = [`${indent}layout:`, ...entries].join(lineEnd);
  return { offset: text.length, length: 0, text: isEnded ? added + lineEnd : lineEnd + added };
}

/** Edits of a YAML text that has `layout` or is a map that can have it; null when they cannot be told. */
function editsWithin(text: string, positions: ReadonlyMap<string, Numbers>, lineEnd: string): TextEdit[] | null {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return null;
  const pairs = root.items.filter((pair) => keyOf(pair) === 'layout');
  const [pair] = pairs;
  if (pairs.length > 1) return null;
  if (pair === undefined) {
    if (root.flow) return intoFlowMap(root, 'layout: ', positions);
    const key = rangeOf(root.items[0]?.key);
    const hasEndMark = /^\.\.\./m.test(text);
    return key === null || hasEndMark ? null : [appended(text, ' '.repeat(columnOf(text, key[0])), positions)];
  }
  const layout = pair.value;
  if (isMap(layout)) return editsOfMap(text, layout, positions, lineEnd);
  if (layout !== null && !(isScalar(layout) && layout.value === null)) return null;
  const entries = Array.from(positions, ([id, numbers]) => entryText(id, numbers));
  const range = isScalar(layout) ? layout.range : null;
  if (range && range[0] < range[1]) {
    return [{ offset: range[0], length: range[1] - range[0], text: `{ ${entries.join(', ')} }` }];
  }
  const key = rangeOf(pair.key);
  if (root.flow || key === null) return null;
  const indent = ' '.repeat(columnOf(text, key[0]) + 2);
  return [insertedLines(endOfLine(text, key[1]), indent, entries, lineEnd)];
}

function editsOfMap(
  text: string,
  layout: YAMLMap,
  positions: ReadonlyMap<string, Numbers>,
  lineEnd: string,
): TextEdit[] | null {
  const edits: TextEdit[] = [];
  const missing = new Map(positions);
  for (const pair of layout.items) {
    const id = keyOf(pair);
    const numbers = id === null ? undefined : missing.get(id);
    if (id === null || numbers === undefined) continue;
    const changes = editsOfEntry(text, pair, numbers);
    if (changes === null) return null;
    edits.push(...changes);
    missing.delete(id);
  }
  if (missing.size === 0) return edits;
  if (layout.flow) return [...edits, ...(intoFlowMap(layout, '', missing) ?? [])];
  const first = rangeOf(layout.items[0]?.key);
  const lastPair = layout.items.at(-1);
  const last = lastPair === undefined ? null : endOfContent(lastPair);
  if (first === null || last === null) return null;
  const indent = ' '.repeat(columnOf(text, first[0]));
  const entries = Array.from(missing, ([id, numbers]) => entryText(id, numbers));
  return [...edits, insertedLines(endOfLine(text, last), indent, entries, lineEnd)];
}

/** Replaces the two numbers alone; an entry without two of them is replaced when it stands in one line. */
function editsOfEntry(text: string, pair: Pair, numbers: Numbers): TextEdit[] | null {
  const { value } = pair;
  if (isSeq(value) && value.items.length === 2) {
    const ranges = value.items.map(rangeOf);
    if (value.items.every((item) => isScalar(item))) {
      return ranges.flatMap((range, index) => (range === null ? [] : replaced(text, range, numbers[index] ?? '')));
    }
  }
  const range = rangeOf(value);
  const isBlock = (isSeq(value) || isMap(value)) && value.flow !== true;
  if (range === null || isBlock || text.slice(...range).includes('\n')) return null;
  const list = `[${numbers.join(', ')}]`;
  return replaced(text, range, text[range[0] - 1] === ':' ? ` ${list}` : list);
}

function replaced(text: string, [start, end]: readonly [number, number], by: string): TextEdit[] {
  return text.slice(start, end) === by ? [] : [{ offset: start, length: end - start, text: by }];
}

function intoFlowMap(map: YAMLMap, key: string, positions: ReadonlyMap<string, Numbers>): TextEdit[] | null {
  const joined = Array.from(positions, ([id, numbers]) => entryText(id, numbers)).join(', ');
  const added = key === '' ? joined : `${key}{ ${joined} }`;
  const last = map.items.at(-1);
  const range = rangeOf(map);
  if (range === null) return null;
  if (last === undefined) return [{ offset: range[0] + 1, length: 0, text: ` ${added} ` }];
  const end = endOfContent(last);
  return end === null ? null : [{ offset: end, length: 0, text: `, ${added}` }];
}

/** Where the last word of a pair ends, without the comments and line ends behind it. */
function endOfContent(pair: Pair): number | null {
  const { value } = pair;
  if ((isSeq(value) || isMap(value)) && !value.flow) {
    const last = value.items.at(-1);
    return isMap(value) ? endOfContent(last as Pair) : (rangeOf(last)?.[1] ?? null);
  }
  return rangeOf(value)?.[1] ?? rangeOf(pair.key)?.[1] ?? null;
}

function insertedLines(offset: number, indent: string, entries: readonly string[], lineEnd: string): TextEdit {
  return { offset, length: 0, text: entries.map((entry) => `${lineEnd}${indent}${entry}`).join('') };
}

/** The end of the line that `offset` is in, before its line end. */
function endOfLine(text: string, offset: number): number {
  const match = /\r?\n/.exec(text.slice(offset));
  return match === null ? text.length : offset + match.index;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function keyOf(pair: Pair): string | null {
  return isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value)) : null;
}

function rangeOf(node: unknown): readonly [number, number] | null {
  const range = isScalar(node) || isMap(node) || isSeq(node) ? (node as Node).range : null;
  return range ? [range[0], range[1]] : null;
}
