import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { cellText, plainText } from '../../../src/cli/plainText';

test('a name that holds escape sequences, line breaks or turned text is one line of text', () => {
  expect(plainText('\u001b[31mred\u001b[0m')).toBe('\ufffd[31mred\ufffd[0m');
  expect(plainText('two\r\nlines\tand a tab')).toBe('two lines and a tab');
  expect(plainText('\u202egnp.exe\u2069')).toBe('gnp.exe');
  expect(plainText('Täglich 日本語 👍🏽 عربي')).toBe('Täglich 日本語 👍🏽 عربي');
});

test('no text can move the cursor, colour what follows, or grow a table beyond 100 characters', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), (text) => {
      const shown = cellText(text);
      expect(shown).not.toMatch(/\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(Array.from(shown).length).toBeLessThanOrEqual(100);
    }),
  );
});

test('a name of 10,000 characters is cut between characters, with an ellipsis', () => {
  expect(cellText('👍'.repeat(10_000))).toBe(`${'👍'.repeat(99)}…`);
});
