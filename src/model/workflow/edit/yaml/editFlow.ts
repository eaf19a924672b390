/** Removes and adds entries of a map in braces or a list in brackets. */
import { isMap } from 'yaml';
import type { CollectionEdit } from './editBlock';
import type { EditWriter } from './editWriter';
import { placeIn } from './context';
import { CannotEdit, type Entry } from './entries';
import { flowEntry, flowText } from './printValue';
import { columnOf, endOfLine, startOfLine } from './textLines';

/** Writes the edits. At least one entry stays. */
export function editFlow(writer: EditWriter, edit: CollectionEdit): void {
  const { entries, removed } = edit;
  const last = entries.findLast((entry) => !removed.has(entry));
  if (last === undefined) throw new CannotEdit();
  const lastIndex = entries.indexOf(last);
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1];
    if (removed.has(entry) && index < lastIndex && next !== undefined) writer.replace(entry.start, next.start, '');
  }
  const place = placeIn(edit.context);
  const added = edit.added.map(([key, value]) =>
    isMap(edit.node) ? flowEntry([key, value], place) : flowText(value, place),
  );
  const first = entries[lastIndex + 1];
  if (first !== undefined) replaceTail(writer, edit, { last, first }, added);
  else if (added.length > 0) add(writer, edit, last, added);
}

/**
 * Puts the added entries, if any, in the place of all behind `last`, from `first` on. The comment behind the removed ones goes
 * with them, the one behind the entry that is the last now stays.
 */
function replaceTail(
  writer: EditWriter,
  edit: CollectionEdit,
  { last, first }: { readonly last: Entry; readonly first: Entry },
  added: readonly string[],
): void {
  const { text } = writer;
  const end = edit.entries.at(-1)?.end ?? first.end;
  const comment = /^[ \t]*(,?)[ \t]*#.*/.exec(text.slice(end, endOfLine(text, end)));
  const tail = comment === null ? end : end + comment[0].length;
  const between = text.slice(last.end, first.start);
  if (added.length > 0) {
    writer.replace(first.start, end, added.join(`,${separator(text, edit, first)}`));
  } else if (between.includes('#')) {
    const comma = /^\s*,/.exec(between)?.[0].length;
    if (comma === undefined) throw new CannotEdit();
    writer.replace(last.end, last.end + comma, '');
    // What closes the collection may not come to stand behind the comment.
    const isClosedBelow = endOfLine(text, tail) === tail;
    const line = startOfLine(text, first.start);
    writer.replace(isClosedBelow ? endOfLine(text, startOfLine(text, line - 1)) : first.start, tail, '');
  } else {
    writer.replace(last.end, tail, comment?.[1] ?? '');
  }
}

/** What stands behind a comma: the beginning of a line where entries have lines of their own. */
function separator(text: string, edit: CollectionEdit, entry: Entry): string {
  const hasOwnLine = text.slice(startOfLine(text, entry.start), entry.start).trim() === '';
  return hasOwnLine ? edit.context.lineEnd + ' '.repeat(columnOf(text, entry.start)) : ' ';
}

/** Adds behind the last entry, which stays; its comment stays behind it. */
function add(writer: EditWriter, edit: CollectionEdit, last: Entry, added: readonly string[]): void {
  const { text } = writer;
  const { range } = edit.node;
  if (!range) throw new CannotEdit();
  const lineEnd = endOfLine(text, last.end);
  const before = separator(text, edit, last);
  if (before === ' ' || lineEnd >= range[1] - 1) {
    writer.insert(last.end, added.map((entry) => `, ${entry}`).join(''));
    return;
  }
  const hasComma = /^[ \t]*,/.test(text.slice(last.end, lineEnd));
  if (!hasComma) writer.insert(last.end, ',');
  const lines = added.map((entry) => before + entry).join(',');
  writer.insert(lineEnd, hasComma ? `${lines},` : lines);
}
