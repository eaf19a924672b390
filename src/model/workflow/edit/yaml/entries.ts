/** The entries of a YAML collection with the offsets that an edit needs. */
import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { startOfLine } from './textLines';

export type Collection = YAMLMap | YAMLSeq;

export interface Entry {
  /** The key, or the index in a list. */
  readonly key: string;
  /** Where its key begins, or the dash of a list's item. */
  readonly start: number;
  /** Behind the colon or the dash; the beginning of an item in `[ ]`. */
  readonly head: number;
  /** Behind its last word: comments and line ends after it are not its own. */
  readonly end: number;
  readonly keyRange: readonly [start: number, end: number] | null;
  /** Null when there is none. */
  readonly value: unknown;
}

/** Thrown inside the compiler where a text is written in a way that it cannot edit safely. */
export class CannotEdit extends Error {}

/** A map or a list. */
export function isCollection(node: unknown): node is Collection {
  return isMap(node) || isSeq(node);
}

/** The entries in the order of the text. Throws CannotEdit for keys and items that are written in a rare way. */
export function entriesOf(text: string, collection: Collection): Entry[] {
  return isMap(collection)
    ? collection.items.map((pair) => entryOfPair(text, pair))
    : collection.items.map((item, index) => entryOfItem(text, item, index, collection.flow === true));
}

function entryOfPair(text: string, pair: Pair): Entry {
  const range = isScalar(pair.key) ? pair.key.range : null;
  if (!isScalar(pair.key) || !range) throw new CannotEdit();
  const keyRange = [range[0], range[1]] as const;
  const colon = /^[ \t]*:/.exec(text.slice(range[1], range[1] + 1000));
  if (colon === null) throw new CannotEdit();
  const head = range[1] + colon[0].length;
  const key = pair.key.source ?? String(pair.key.value);
  return { key, start: range[0], head, end: endOfNode(text, pair.value) ?? head, keyRange, value: present(pair.value) };
}

function entryOfItem(text: string, item: unknown, index: number, isFlow: boolean): Entry {
  const range = isScalar(item) ? item.range : null;
  if (!range || !isScalar(item) || range[0] === range[1]) throw new CannotEdit();
  const end = endOfNode(text, item) ?? range[1];
  if (isFlow) return { key: String(index), start: range[0], head: range[0], end, keyRange: null, value: item };
  const dash = /-[ \t]+$/.exec(text.slice(startOfLine(text, range[0]), range[0]));
  if (dash === null) throw new CannotEdit();
  const start = range[0] - dash[0].length;
  return { key: String(index), start, head: start + 1, end, keyRange: null, value: item };
}

/** A value that is not written at all is none. */
function present(node: unknown): unknown {
  return isScalar(node) && node.range && node.range[0] === node.range[1] ? null : node;
}

/** Where a node's last word ends; null when nothing is written. */
function endOfNode(text: string, node: unknown): number | null {
  if (isCollection(node) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    return isMap(node) ? entryOfPair(text, last as Pair).end : endOfNode(text, last);
  }
  if (isAlias(node)) throw new CannotEdit();
  const range = isScalar(node) || isCollection(node) ? node.range : null;
  if (!range || range[0] === range[1]) return null;
  if (!isBlockScalar(node)) return range[1];
  const written = text.slice(range[0], range[1]);
  return (
    range[0] +
    (keepsLineEnds(text, node) ? written.replace(/\r?\n$/, '') : written.replace(/(?:\r?\n[ \t]*)+$/, '')).length
  );
}

/** True for `|` and `>`. */
export function isBlockScalar(node: unknown): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

/** True for `|+` and `>+`: empty lines below it are a part of the text. */
export function keepsLineEnds(text: string, node: unknown): boolean {
  if (isCollection(node) && node.flow !== true) {
    const last: unknown = node.items.at(-1);
    return keepsLineEnds(text, isMap(node) ? (last as Pair).value : last);
  }
  const start = isScalar(node) && isBlockScalar(node) ? node.range?.[0] : undefined;
  return start !== undefined && /^[|>]\d*\+/.test(text.slice(start, start + 4));
}
