/** Removes and adds entries of a map or list that has a line for each. */
import { isMap } from 'yaml';
import { leadingComment, removedRegion, startOfBlanks } from './blockRegion';
import { inStyleOf, placeAmong, type Context } from './context';
import type { EditWriter } from './editWriter';
import { keepsLineEnds, type Collection, type Entry } from './entries';
import { blockEntry, flowText } from './printValue';
import { endOfLine, startOfLine } from './textLines';
import type { YamlEntry } from './yamlChange';

export interface CollectionEdit {
  readonly node: Collection;
  readonly entries: readonly Entry[];
  readonly removed: ReadonlySet<Entry>;
  readonly added: readonly YamlEntry[];
  /** Keys in the order in which people write them; null: new ones go to the end. */
  readonly order: readonly string[] | null;
  readonly context: Context;
  /** Where that ends which stands before the first entry. */
  readonly floor: number;
  readonly isRoot: boolean;
  /** Whether an entry of several lines stands apart from the only other one: as the sections of the file do. */
  readonly isApart: boolean;
}

/** Writes the edits. At least one entry stays if any is added. */
export function editBlock(writer: EditWriter, edit: CollectionEdit): void {
  const { entries, removed } = edit;
  for (const [index, entry] of entries.entries()) {
    if (!removed.has(entry)) continue;
    const next = entries[index + 1];
    const [start, end] = removedRegion(writer.text, entry, {
      floor: floorOf(edit, index),
      isFirst: entries.slice(0, index).every((before) => removed.has(before)),
      next: next === undefined || removed.has(next) ? undefined : next,
    });
    writer.replace(start, end, '');
  }
  for (const entry of edit.added) addEntry(writer, edit, entry);
}

function floorOf({ entries, floor }: CollectionEdit, index: number): number {
  return entries[index - 1]?.end ?? floor;
}

function addEntry(writer: EditWriter, edit: CollectionEdit, [key, value]: YamlEntry): void {
  const { text } = writer;
  const { lineEnd } = edit.context;
  const kept = edit.entries.filter((entry) => !edit.removed.has(entry));
  const place = placeAmong(edit.context, edit.entries);
  const printed = isMap(edit.node)
    ? blockEntry([key, inStyleOf(edit.entries, value)], place)
    : `${place.indent}- ${flowText(value, { ...place, style: 'flow' })}`;
  const blank = isSpaced(text, edit, printed.includes('\n')) ? lineEnd : '';
  const before = predecessor(kept, key, edit.order);
  if (before !== undefined) {
    // Behind a text that keeps its line ends, a blank line would become a part of it.
    const separator = keepsLineEnds(text, before.value) ? '' : blank;
    writer.insert(endOfLine(text, before.end), `${lineEnd}${separator}${printed}`);
    return;
  }
  const [first] = kept;
  if (first === undefined) return;
  const comment = leadingComment(text, first, edit.floor);
  // A comment at the head of the file speaks of the file.
  const offset = comment === 0 || comment < edit.floor ? startOfLine(text, first.start) : comment;
  writer.insert(offset, `${printed}${lineEnd}${blank}`);
}

/** The entry that a new one goes behind; undefined when it goes before all. */
function predecessor(kept: readonly Entry[], key: string, order: readonly string[] | null): Entry | undefined {
  const rank = order?.indexOf(key) ?? -1;
  if (order === null || rank === -1) return kept.at(-1);
  return kept.findLast((entry) => order.indexOf(entry.key) < rank);
}

/** True if entries like the new one stand apart by blank lines. */
function isSpaced(text: string, edit: CollectionEdit, hasLines: boolean): boolean {
  const { entries, floor } = edit;
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && hasLines && spansLines(text, only)) return edit.isApart;
  if (!edit.isRoot) return areSpaced(text, entries, floor, () => true);
  return hasLines && sectionsStandApart(text, entries);
}

/** True if blank lines stand between the sections of a file: its entries of several lines. */
export function sectionsStandApart(text: string, entries: readonly Entry[]): boolean {
  return areSpaced(text, entries, 0, (entry) => spansLines(text, entry));
}

function areSpaced(text: string, entries: readonly Entry[], floor: number, counts: (entry: Entry) => boolean): boolean {
  let all = 0;
  let spaced = 0;
  for (const [index, entry] of entries.entries()) {
    if (index === 0 || !counts(entry)) continue;
    const end = entries[index - 1]?.end ?? floor;
    const start = leadingComment(text, entry, end);
    all += 1;
    if (startOfBlanks(text, start, end) < start) spaced += 1;
  }
  return spaced * 2 > all;
}

function spansLines(text: string, entry: Entry): boolean {
  return endOfLine(text, entry.start) < entry.end;
}
