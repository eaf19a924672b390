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
  const kept = entries.filter((entry) => !removed.has(entry));
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1];
    if (!removed.has(entry)) continue;
    if (next !== undefined && entries.slice(index).some((later) => !removed.has(later))) {
      writer.replace(entry.start, next.start, '');
      continue;
    }
    // From here on all go: what is left of the commas goes with them.
    const last = kept.at(-1);
    if (last !== undefined) removeTail(writer, last, entry, entries.at(-1) ?? entry);
    break;
  }
  if (edit.added.length > 0) add(writer, edit, kept.at(-1));
}

/** Removes the last entries with the comment behind them, but not one behind the entry that is the last then. */
function removeTail(writer: EditWriter, last: Entry, first: Entry, end: Entry): void {
  const { text } = writer;
  const comment = /^[ \t]*(,?)[ \t]*#.*/.exec(text.slice(end.end, endOfLine(text, end.end)));
  const tail = comment === null ? end.end : end.end + comment[0].length;
  const between = text.slice(last.end, first.start);
  if (!between.includes('#')) {
    writer.replace(last.end, tail, comment?.[1] ?? '');
    return;
  }
  const comma = /^\s*,/.exec(between)?.[0].length;
  if (comma === undefined) throw new CannotEdit();
  writer.replace(last.end, last.end + comma, '');
  // What closes the collection may not come to stand behind the comment.
  const isClosedBelow = endOfLine(text, tail) === tail;
  const line = startOfLine(text, first.start);
  writer.replace(isClosedBelow ? endOfLine(text, startOfLine(text, line - 1)) : first.start, tail, '');
}

function add(writer: EditWriter, edit: CollectionEdit, last: Entry | undefined): void {
  const { text } = writer;
  const { range } = edit.node;
  if (last === undefined || !range) throw new CannotEdit();
  const place = placeIn(edit.context);
  const printed = edit.added.map(([key, value]) =>
    isMap(edit.node) ? flowEntry([key, value], place) : flowText(value, place),
  );
  const hasOwnLine = text.slice(startOfLine(text, last.start), last.start).trim() === '';
  const lineEnd = endOfLine(text, last.end);
  if (!hasOwnLine || lineEnd >= range[1] - 1) {
    writer.insert(last.end, printed.map((entry) => `, ${entry}`).join(''));
    return;
  }
  const indent = ' '.repeat(columnOf(text, last.start));
  const hasComma = /^[ \t]*,/.test(text.slice(last.end, lineEnd));
  if (!hasComma) writer.insert(last.end, ',');
  const lines = printed.map((entry) => `${edit.context.lineEnd}${indent}${entry}`).join(',');
  writer.insert(lineEnd, hasComma ? `${lines},` : lines);
}
