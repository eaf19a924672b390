/** Collects the edits of one text and puts them in order. */
import type { TextEdit } from '../../moveEdit';
import { CannotEdit } from './entries';

export class EditWriter {
  readonly #edits: TextEdit[] = [];

  constructor(readonly text: string) {}

  insert(offset: number, text: string): void {
    this.replace(offset, offset, text);
  }

  /** Leaves out the lines at both ends that stay as they are. */
  replace(start: number, end: number, by: string): void {
    const old = this.text.slice(start, end);
    if (old === by) return;
    const before = sameLinesAtStart(old, by);
    const behind = sameLinesAtEnd(old.slice(before), by.slice(before));
    const offset = start + before;
    this.#edits.push({ offset, length: end - behind - offset, text: by.slice(before, by.length - behind) });
  }

  /** The edits in order, those that meet as one. Throws CannotEdit when two of them want the same text. */
  finish(): TextEdit[] {
    const sorted = this.#edits
      .map((edit, index) => ({ edit, index }))
      .sort((a, b) => a.edit.offset - b.edit.offset || a.edit.length - b.edit.length || a.index - b.index);
    const result: TextEdit[] = [];
    for (const { edit } of sorted) {
      const last = result.at(-1);
      const end = last === undefined ? -1 : last.offset + last.length;
      if (last === undefined || edit.offset > end) result.push(edit);
      else if (edit.offset === end) result[result.length - 1] = joined(last, edit);
      else if (last.text === '' && edit.text === '') result[result.length - 1] = union(last, edit);
      else throw new CannotEdit();
    }
    return result;
  }
}

function joined(first: TextEdit, second: TextEdit): TextEdit {
  return { offset: first.offset, length: first.length + second.length, text: first.text + second.text };
}

function union(first: TextEdit, second: TextEdit): TextEdit {
  const end = Math.max(first.offset + first.length, second.offset + second.length);
  return { offset: first.offset, length: end - first.offset, text: '' };
}

function sameLinesAtStart(a: string, b: string): number {
  let same = 0;
  for (let line = a.indexOf('\n'); line !== -1; line = a.indexOf('\n', line + 1)) {
    if (a.slice(same, line + 1) !== b.slice(same, line + 1)) break;
    same = line + 1;
  }
  return same;
}

/** Ends at a line end, which stays too: `\r\n` is never split. */
function sameLinesAtEnd(a: string, b: string): number {
  let same = 0;
  for (let length = 1; length <= a.length && length <= b.length; length++) {
    if (a[a.length - length] !== b[b.length - length]) break;
    if (a[a.length - length] !== '\n') continue;
    const isPaired = a[a.length - length - 1] === '\r' && b[b.length - length - 1] === '\r';
    same = isPaired ? length + 1 : a[a.length - length - 1] === '\r' ? same : length;
  }
  return same;
}
