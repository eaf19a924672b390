import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  differenceWords,
  differsFromLast,
  draftsFrom,
  givenValues,
  inputProblem,
  valueLikeLast,
  valueOf,
  withChosen,
} from '../../../src/model/run/inputDrafts';
import { fitsType } from '../../../src/model/workflow/inputValues';
import type { WorkflowInput } from '../../../src/model/workflow/workflow';

const inputs: readonly WorkflowInput[] = [
  { name: 'level', type: 'number', default: '1.10' },
  { name: 'list', type: 'file', default: 'data/list.txt' },
  { name: 'note', type: 'string' },
];
const absolute = (path: string): string => `/flows/${path}`;

test('without a last run every input has its default, and none of them is given', () => {
  const drafts = draftsFrom(inputs, null, absolute);
  expect(drafts.map(valueOf)).toEqual(['1.10', '/flows/data/list.txt', null]);
  expect(drafts.some(differsFromLast)).toBe(false);
  expect(givenValues(drafts)).toEqual({});
  expect(differenceWords(drafts)).toBe('');
});

test('the last run fills in what it was given, and keeps defaults as defaults', () => {
  const drafts = draftsFrom(
    inputs,
    [
      { name: 'level', type: 'number', value: '7' },
      { name: 'list', type: 'file', value: '/flows/data/list.txt' },
      { name: 'gone', type: 'string', value: 'x' },
    ],
    absolute,
  );
  expect(givenValues(drafts)).toEqual({ level: '7' });
  expect(drafts.map(differsFromLast)).toEqual([false, false, false]);
  expect(differenceWords(drafts)).toBe('The same inputs as in the last run');
  const changed = withChosen(drafts, { level: '8', note: 'new' });
  expect(changed.map(differsFromLast)).toEqual([true, false, true]);
  expect(differenceWords(changed)).toBe('2 inputs differ from the last run');
  expect(changed.map(valueLikeLast)).toEqual(['7', null, null]);
});

test('a value that is none of the type any more is left out, and counted as another one', () => {
  const [level] = draftsFrom(inputs, [{ name: 'level', type: 'string', value: 'high' }], absolute);
  expect(level).toMatchObject({ given: null, last: { value: 'high' } });
  expect(differsFromLast(level!)).toBe(true);
});

test('an empty text is a value, and another one than nothing', () => {
  const [note] = draftsFrom([{ name: 'note', type: 'string', default: 'x' }], [], absolute);
  const empty = { ...note!, given: '' };
  expect(valueOf(note!)).toBe('x');
  expect(valueOf(empty)).toBe('');
  expect(inputProblem(empty)).toBeNull();
  expect(givenValues([empty])).toEqual({ note: '' });
});

test('what is no value is said with what to do, and only then', () => {
  const problem = (type: WorkflowInput['type'], given: string | null, fallback: string | null = null) =>
    inputProblem({ input: { name: 'x', type }, given, fallback, last: null });
  expect(problem('number', '1e')).toBe('“1e” is no number: write it like 3 or 2.5.');
  expect(problem('number', '', '1')).toBe('Write a number, or use its default.');
  expect(problem('file', '')).toBe('Choose a file, or leave it unset.');
  expect(problem('boolean', 'yes')).toBe('“yes” is neither true nor false.');
  const types = fc.constantFrom<WorkflowInput['type']>('string', 'number', 'boolean', 'file', 'folder');
  fc.assert(
    fc.property(types, fc.string(), (type, given) => {
      expect(problem(type, given) === null).toBe(fitsType(type, given));
    }),
  );
  for (const type of ['string', 'number', 'boolean', 'file', 'folder'] as const) expect(problem(type, null)).toBeNull();
});

test('a name that every object has is no choice', () => {
  const drafts = draftsFrom([{ name: 'constructor', type: 'string' }], null, absolute);
  expect(withChosen(drafts, {})).toEqual(drafts);
});
