import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsInEditor, lineEndOf } from '../../../src/extension/workflowEditor/lineEnds';
import { smallestReplace } from '../../../src/extension/workflowEditor/smallestReplace';

const text = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n', '😀', '😁', 'name: x\n')).map((parts) => parts.join(''));

function applied(before: string, after: string): string {
  const replace = smallestReplace(before, after);
  return replace === null ? before : before.slice(0, replace.start) + replace.text + before.slice(replace.end);
}

describe('the edit of a Restore', () => {
  it('gives exactly the text of the snapshot', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applied(before, after)).toBe(after);
      }),
    );
  });

  it('touches only what lies between the common beginning and the common end', () => {
    expect(smallestReplace('one\ntwo\nthree\n', 'one\n2\nthree\n')).toEqual({ start: 4, end: 7, text: '2' });
    expect(smallestReplace('same', 'same')).toBeNull();
  });

  it('never cuts a character or a line end in two', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const replace = smallestReplace(before, after);
        if (replace === null) return;
        const isCut = (at: number) => /^(\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(before.slice(at - 1, at + 1));
        expect(isCut(replace.start) || isCut(replace.end)).toBe(false);
        expect(replace.text).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
      }),
    );
  });
});

describe('a text that an editor could not hold byte for byte', () => {
  it('is one with two kinds of line ends, or with another byte order mark than the file', () => {
    expect(fitsInEditor('a\n', 'a\r\nb\r\n')).toBe(true);
    expect(fitsInEditor('a\n', 'a\r\nb\n')).toBe(false);
    expect(fitsInEditor('a\n', 'a\rb')).toBe(false);
    expect(fitsInEditor('a\n', '\uFEFFa\n')).toBe(false);
    expect(fitsInEditor('\uFEFFb\n', '\uFEFFa\n')).toBe(true);
  });

  it('has the line end that it begins to use', () => {
    expect(lineEndOf('a\r\nb')).toBe('\r\n');
    expect(lineEndOf('a')).toBe('\n');
  });
});
