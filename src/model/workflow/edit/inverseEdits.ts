/** Taking edits back. */
import type { TextEdit } from '../moveEdit';

/** The edits that turn the edited text into `text` again, byte for byte. */
export function inverseEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map(({ offset, length, text: added }) => {
    const inverse = { offset: offset + shift, length: added.length, text: text.slice(offset, offset + length) };
    shift += added.length - length;
    return inverse;
  });
}
