import { expect, test } from 'vitest';
import { differsFromLast, draftsFrom, givenValues, valueOf } from '../../../src/model/run/inputDrafts';
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
  expect(differsFromLast({ ...drafts[0]!, given: '8' })).toBe(true);
  expect(differsFromLast({ ...drafts[2]!, given: 'new' })).toBe(true);
});

test('a value that is none of the type any more is left out, and counted as another one', () => {
  const [level] = draftsFrom(inputs, [{ name: 'level', type: 'string', value: 'high' }], absolute);
  expect(level).toMatchObject({ given: null, last: 'high' });
  expect(differsFromLast(level!)).toBe(true);
});
