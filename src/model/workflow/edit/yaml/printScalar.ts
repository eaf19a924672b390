/** A text as a YAML scalar, as a person would write it where it stands. */
import { isMap, isScalar, parseDocument, type Scalar } from 'yaml';
import type { YamlValue } from './yamlChange';

/** A value behind its key: what stands in the key's line, and the lines below it (each with its line end before it). */
export interface Printed {
  readonly inline: string;
  readonly below: string;
}

export interface ScalarPlace {
  /** Inside of `{ }` or `[ ]` a scalar has one line and other words need quotes. */
  readonly style: 'block' | 'flow';
  /** Spaces before the key. */
  readonly indent: string;
  /** Spaces that the lines of a block scalar have more. */
  readonly step: string;
  readonly lineEnd: string;
  /** How the scalar is written that stands there now. */
  readonly before?: Scalar.Type | undefined;
}

/** The scalar, in the first of the ways below that reads back as the same text. */
export function printScalar(value: YamlValue & { kind: 'text' | 'number' }, place: ScalarPlace): Printed {
  const { text } = value;
  if (value.kind === 'number') return { inline: text, below: '' };
  for (const printed of candidates(text, place)) {
    if (readsBack(printed, text, place)) return printed;
  }
  return { inline: doubleQuoted(text), below: '' };
}

function* candidates(text: string, place: ScalarPlace): Generator<Printed> {
  const { before } = place;
  if (text.includes('\n') && place.style === 'block' && !text.includes('\r')) yield literalBlock(text, place);
  if (before === 'BLOCK_FOLDED' && place.style === 'block') yield foldedBlock(text, place);
  if (text.includes('\n')) return;
  if (before === 'QUOTE_SINGLE') yield { inline: singleQuoted(text), below: '' };
  if (before === 'QUOTE_DOUBLE') return;
  if (text !== '' && !nullWord.test(text)) yield { inline: text, below: '' };
  if (/["\\]/.test(text)) yield { inline: singleQuoted(text), below: '' };
}

const simpleText = /^[A-Za-z_./][\w./-]*$/;
/** Read back as they are, these would still puzzle a reader, and other programs. */
const nullWord = /^(?:null|Null|NULL|~)$/;

function readsBack(printed: Printed, text: string, place: ScalarPlace): boolean {
  const { inline, below } = printed;
  if (below === '' && inline === text && simpleText.test(text)) return true;
  const yaml =
    place.style === 'flow' ? `{ a: ${inline}, b: [${inline}] }` : `${place.indent}a: ${inline}${below}${place.lineEnd}`;
  const document = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false });
  const root = document.contents;
  if (document.errors.length > 0 || document.warnings.length > 0 || !isMap(root)) return false;
  const read = root.items[0]?.value;
  if (!isScalar(read) || read.anchor !== undefined || read.comment) return false;
  if (read.type === 'PLAIN') return read.tag === undefined && read.source === text && inline === text;
  return read.value === text;
}

/** Never `|+`: what is written below it, a blank line too, would become a part of the text. */
function literalBlock(text: string, place: ScalarPlace): Printed {
  const isEnded = text.endsWith('\n');
  const indication = /^\n* /.test(text) ? String(place.step.length) : '';
  const lines = (isEnded ? text.slice(0, -1) : text).split('\n');
  return { inline: `|${indication}${isEnded ? '' : '-'}`, below: printedLines(lines, place) };
}

const foldedWidth = 100;

function foldedBlock(text: string, place: ScalarPlace): Printed {
  const lines = [''];
  for (const word of text.trimEnd().split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + word.length < foldedWidth) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return { inline: text.endsWith('\n') ? '>' : '>-', below: printedLines(lines, place) };
}

function printedLines(lines: readonly string[], { indent, step, lineEnd }: ScalarPlace): string {
  return lines.map((line) => `${lineEnd}${line === '' ? '' : indent + step + line}`).join('');
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A key; quoted only where it would look like another kind of value. */
export function printKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) && !/^(?:true|false|null)$/i.test(key) ? key : JSON.stringify(key);
}
