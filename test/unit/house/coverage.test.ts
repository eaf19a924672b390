/** docs/coverage.md names a test for each promise, and each test that it names is there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const readText = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Row {
  readonly promise: string;
  readonly proof: string;
}

/** Rows of the tables: the promise in the first cell, what proves it in the second. */
const rows: readonly Row[] = readText('docs/coverage.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (-+|Sentence|Bug) \|/.test(line))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .map(([, promise = '', proof = '']) => ({ promise, proof }));

/** `file` › title, as often as a row has it. */
const citations = (row: Row): { file: string; title: string }[] =>
  [...row.proof.matchAll(/`([^`]+)` › ([^;]+)/g)].map(([, file = '', title = '']) => ({ file, title: title.trim() }));

describe('docs/coverage.md', () => {
  it('names a test for each promise, or who owes it', () => {
    expect(rows.length).toBeGreaterThan(40);
    const unproven = rows.filter((row) => citations(row).length === 0 && !row.proof.startsWith('owed by '));
    expect(unproven.map(({ promise }) => promise)).toEqual([]);
  });

  it('names tests that are there, in the workbench or the extension host', () => {
    const missing = rows.flatMap(citations).filter(({ file, title }) => {
      const isOutermost = /^test\/(ui|extension)\//.test(file);
      return !isOutermost || !existsSync(path.join(root, file)) || !readText(file).includes(title);
    });
    expect(missing).toEqual([]);
  });
});
