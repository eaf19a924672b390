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
  const range = old?.range ?? null;
  const start = range === null ? entry.head : range[0];
  if (text.slice(entry.head, start).replaceAll(/#.*/g, '').trim() !== '') throw new CannotEdit();
  const printed = print(text, entry, value, placeIn(context));
  const isBelow = text.slice(entry.head, start).includes('\n');
  if (context.style === 'flow' || (isBelow && printed.below === '' && isScalar(old))) {
    const space = start === entry.head && entry.keyRange !== null && context.style === 'flow' ? ' ' : '';
    writer.replace(start, entry.end, space + printed.inline);
    return;
  }
  const line = old === null || isBelow ? entry.head : start;
  const lineEnd = endOfLine(text, old !== null && !isBelow && !isBlockScalar(old) ? entry.end : line);
  const inlineEnd = isBelow || old === null ? entry.head : isBlockScalar(old) ? endOfHeader(text, start) : entry.end;
  if (printed.inline === '') writer.replace(entry.head, inlineEnd, '');
  else
    writer.replace(
      line,
      inlineEnd,
      line === entry.head && entry.keyRange !== null ? ` ${printed.inline}` : printed.inline,
    );
  writer.replace(lineEnd, Math.max(lineEnd, entry.end), printed.below);
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
  if (!isBlockScalar(scalar) || !scalar.range || /^.[-+]?\d/.test(text.slice(scalar.range[0], scalar.range[0] + 3)))
    return null;
  const body = text.slice(startOfNextLine(text, scalar.range[0]), scalar.range[1]);
  return /^(?:[ \t]*\r?\n)*( +)\S/.exec(body)?.[1] ?? null;
}
