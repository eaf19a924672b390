import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../src/extension/sentence';
import { plainText, quoted, shortened } from '../../../src/extension/shownText';

/** No half of a character. */
const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text);

describe('A name of somebody else in a sentence', () => {
  it('is no link and no icon of VS Code', () => {
    // The expressions with which VS Code finds them (linkedText.ts, iconLabels.ts).
    const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
    const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;
    const name = '[Update](command:workbench.action.terminal.new) $(trash) [x](https://example.com "y")';
    expect(name).toMatch(link);
    expect(name).toMatch(icon);
    expect(plainText(name)).not.toMatch(link);
    expect(plainText(name)).not.toMatch(icon);
    expect(sentenceOf(new Error(name))).not.toMatch(link);
  });

  it('does not turn the words around it', () => {
    expect(quoted('a\u202Egnp.exe')).toBe('“agnp.exe”');
    expect(quoted('ריצה 1')).toBe('“\u2068ריצה 1\u2069”');
  });

  it('is one line, and short', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 10_000, unit: 'binary' }), (name) => {
        const shown = quoted(name);
        expect(shown.length).toBeLessThanOrEqual(70);
        expect(shown).not.toMatch(/[\n\r\u2028\u202E]/);
      }),
    );
    expect(quoted(`first ${'x'.repeat(10_000)} last`)).toMatch(/^“first x+….*last”$/);
  });

  it('is as it is when there is nothing to it', () => {
    expect(quoted('Nightly audit #12')).toBe('“Nightly audit #12”');
    expect(plainText('a [b] (c) $5')).toBe('a [b] (c) $5');
  });

  it('is cut between characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 5, max: 50 }), (text, length) => {
        const short = shortened(text, length);
        expect(short.length).toBeLessThanOrEqual(Math.max(length, 5));
        if (isWhole(text)) expect(isWhole(short)).toBe(true);
      }),
    );
  });
});
