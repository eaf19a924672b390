/** Puts another value behind a key, and leaves the comment there. */
import { isCollection, isBlockScalar, CannotEdit, type Entry } from './entries';
import { isScalar, type Scalar } from 'yaml';
import { placeIn, type Context } from './context';
import type { EditWriter } from './editWriter';
import { printScalar, type Printed } from './printScalar';
import { printValue, type ValuePlace } from './printValue';
import { endOfLine, startOfNextLine } from './textLines';
import type { YamlValue } from './yamlChange';

/** Writes the edits that replace the whole value of an entry. */
export function replaceValue(writer: EditWriter, entry: Entry, value: YamlValue, context: Context): void {
  const { text } = writer;
  const old = isScalar(entry.value) || isCollection(entry.value) ? entry.value : null;
  const start = old?.range?.[0] ?? entry.head;
  const before = text.slice(entry.head, start);
  // A tag, or what else may stand there, says how the value is read.
  if (before.replaceAll(/#.*/g, '').trim() !== '') throw new CannotEdit();
  // A text that is there already stays as it is written, lines of blanks at its end too.
  if (value.kind === 'text' && isScalar(old) && old.value === value.text) return;
  const printed = print(text, entry, value, placeIn(context));
  const isBelow = before.includes('\n');
  const isOneLine = printed.below === '' && isScalar(old);
  if (old !== null && (context.style === 'flow' || (isBelow && isOneLine))) {
    writer.replace(start, entry.end, printed.inline);
  } else if (old === null || isBelow) {
    replaceParts(writer, entry, printed, { inline: [entry.head, entry.head], below: endOfLine(text, entry.head) });
  } else if (isBlockScalar(old)) {
    replaceParts(writer, entry, printed, { inline: [start, endOfHeader(text, start)], below: endOfLine(text, start) });
  } else {
    replaceParts(writer, entry, printed, { inline: [start, entry.end], below: endOfLine(text, entry.end) });
  }
}

/** Where the old value stands: its part in the line of the key, and the end of the line from which on its lines follow. */
interface Parts {
  readonly inline: readonly [start: number, end: number];
  readonly below: number;
}

function replaceParts(writer: EditWriter, entry: Entry, { inline, below }: Printed, parts: Parts): void {
  const [start, end] = parts.inline;
  if (inline === '') writer.replace(entry.head, end, '');
  else writer.replace(start, end, start === entry.head && entry.keyRange !== null ? ` ${inline}` : inline);
  // A comment behind the old last line would become a part of a new one.
  const oldEnd = below === '' ? entry.end : endOfLine(writer.text, entry.end);
  writer.replace(parts.below, Math.max(parts.below, oldEnd), below);
}

/** Behind `|-` or the like. */
function endOfHeader(text: string, start: number): number {
  return start + (/^[|>][-+\d]*/.exec(text.slice(start, start + 4))?.[0].length ?? 0);
}

function print(text: string, entry: Entry, value: YamlValue, place: ValuePlace): Printed {
  if (value.kind !== 'text' && value.kind !== 'number') return printValue(value, place);
  const old = isScalar(entry.value) ? entry.value : null;
  const step = (old === null ? null : bodyIndent(text, old)?.slice(place.indent.length)) || place.step;
  return printScalar(value, { ...place, step, before: old?.type });
}

/** The indentation of a block scalar's lines; null for other scalars and those that say theirs. */
function bodyIndent(text: string, scalar: Scalar): string | null {
  if (!isBlockScalar(scalar) || !scalar.range) return null;
  const saysIndent = /^.[-+]?\d/.test(text.slice(scalar.range[0], scalar.range[0] + 3));
  if (saysIndent) return null;
  const body = text.slice(startOfNextLine(text, scalar.range[0]), scalar.range[1]);
  return /^(?:[ \t]*\r?\n)*( +)\S/.exec(body)?.[1] ?? null;
}
