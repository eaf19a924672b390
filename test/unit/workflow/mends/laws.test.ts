/** What holds of every mend of every file: its problem is gone, and no other one came. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../../../src/model/workflow/problem';
import { printWorkflow } from '../printWorkflow';
import { written } from '../randomWorkflow';
import { entry, mendsIn, opened, textAfter } from './mended';

/** Slips of the keyboard: a letter is left out, doubled, changed or put into capitals, at a word that may mean something. */
const slip = fc.record({ word: fc.nat(), kind: fc.nat(4), letter: fc.nat(30) });
const words = /[a-z][\w-]*(?:\.[\w-]+)?/g;
const meant = new Set(
  'from file run script uses shell inputs outputs needs when timeout retries machine type default nodes layout always success string sh bash python node small large'.split(
    ' ',
  ),
);

function slipped(text: string, { word, kind, letter }: { word: number; kind: number; letter: number }): string {
  const found = [...text.matchAll(words)].filter(
    ([one]) => meant.has(one) || /^(?:fetch|scan-2|report|constructor|x1|n|in_\d|v\d|inputs)\b/.test(one),
  );
  const match = found[word % Math.max(1, found.length)];
  if (match === undefined) return text;
  const at = match.index + (letter % match[0].length);
  const sign = text[at] ?? '';
  const instead = ['', sign + sign, 'z', sign.toUpperCase(), '-'][kind] ?? '';
  return text.slice(0, at) + instead + text.slice(at + 1);
}

/** What a problem says, wherever it stands and whatever is near: a mend may move lines and make names. */
function saidBy(problems: readonly Problem[]): string[] {
  return problems.map(({ file, code, message }) => `${file} ${code} ${message.split(' Did you mean')[0]}`);
}

test('a mend takes its problem away and brings no other one', { timeout: 120_000 }, async () => {
  const kinds = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      written,
      fc.nat(),
      fc.array(slip, { minLength: 1, maxLength: 3 }),
      async (content, seed, slips) => {
        const files = printWorkflow(content, seed);
        const text = slips.reduce(slipped, files[entry] ?? '');
        const before = await opened(text, files);
        for (const problem of before.file.parsed.problems) {
          for (const mend of mendsIn(before, problem)) {
            if (mend.kind === 'show') continue;
            kinds.set(problem.code, (kinds.get(problem.code) ?? 0) + 1);
            const mended = textAfter(before, mend);
            const left = saidBy((await opened(mended, files)).loaded.problems);
            const had = saidBy(before.loaded.problems);
            const what = [mend.title, problem.message, '--- before', text, '--- after', mended].join('\n');
            const said = saidBy([problem]);
            expect(left.filter((one) => said.includes(one)).length, what).toBeLessThan(
              had.filter((one) => said.includes(one)).length,
            );
            // A second slip may have been hidden behind the first one.
            if (slips.length > 1) continue;
            expect(
              left.filter((one) => !had.includes(one)),
              what,
            ).toEqual([]);
          }
        }
      },
    ),
    { numRuns: 400 },
  );
  // The slips must reach the mends, or the law says nothing.
  for (const code of ['unknown-node', 'unknown-key', 'wrong-type']) {
    expect(kinds.get(code) ?? 0, code).toBeGreaterThan(0);
  }
});
