/** Mends that change one word of the text. */
import type { Spot } from '../spotAt';
import { isEditable, named, type Mend, type MendedFile } from './mend';

/** The edit where edits can be made; else (anchors, an error elsewhere) the same word written in its place. */
export function wordMend(spot: Spot, to: string, file: MendedFile, edit: Mend): Mend | null {
  return isEditable(file) ? edit : changeWord(spot, to, file);
}

/** Writes another word in the place of one, in the quotation marks that it has; null where it is written another way. */
export function changeWord({ range, text }: Spot, to: string, file: MendedFile): Mend | null {
  const [start, end] = range;
  const written = file.text.slice(start, end);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  if (text === null || written !== `${quote}${text}${quote}`) return null;
  const textEdits = [{ offset: start + quote.length, length: text.length, text: to }];
  return { kind: 'text', title: `Change to ${named(to)}`, textEdits };
}
