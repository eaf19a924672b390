import { expect, test } from 'vitest';
import type { InputDraft } from '../../../src/model/run/inputDrafts';
import type { ChosenForRun, RunFormState } from '../../../src/protocol/runForm';
import { createFormStore } from '../../../src/webview/runForm/model/formStore';
import { pathProblem } from '../../../src/webview/runForm/model/pathWords';

const draft = (name: string, different: Partial<InputDraft> = {}): InputDraft => ({
  input: { name, type: 'file' },
  given: null,
  fallback: null,
  last: null,
  ...different,
});
const form = (...drafts: InputDraft[]): RunFormState => ({
  subject: { kind: 'workflow', path: '/w/a.workflow.yaml' },
  title: 'Run a.workflow.yaml',
  version: { kind: 'live', isModule: false },
  filledFrom: null,
  folder: '/flows',
  name: '',
  drafts,
});

test('an edit of the workflow keeps what was chosen, for inputs that are still there', () => {
  const kept: ChosenForRun[] = [];
  const store = createFormStore((chosen) => kept.push(chosen));
  store.renew(form(draft('a'), draft('b')));
  expect(kept).toEqual([]);
  store.choose({ a: '/one' });
  store.choose({ b: '/two' });
  store.setName('Mine');
  expect(kept.at(-1)).toEqual({ values: { a: '/one', b: '/two' }, name: 'Mine' });
  store.renew(form(draft('b', { fallback: '/new' }), draft('c', { given: '/three' })));
  expect(store.current()?.drafts.map(({ given }) => given)).toEqual(['/two', '/three']);
  expect(store.current()?.name).toBe('Mine');
});

test('a path that leads nowhere says whose it is', () => {
  const found = (one: InputDraft, path: string, kind: 'file' | 'folder' | 'nothing') =>
    pathProblem(one, { path, found: kind });
  const one = draft('a', { fallback: '/default', last: { value: '/last' } });
  expect(found({ ...one, given: '/x' }, '/x', 'file')).toBeNull();
  expect(found({ ...one, given: '/x' }, '/x', 'folder')).toBe('This is a folder, not a file: /x');
  expect(found({ ...one, given: '/x' }, '/x', 'nothing')).toBe('This file does not exist: /x');
  expect(found({ ...one, given: '/last' }, '/last', 'nothing')).toBe('The file of the last run is gone: /last');
  expect(found(one, '/default', 'nothing')).toBe('The default file does not exist: /default');
  expect(found({ ...one, input: { name: 'a', type: 'folder' }, given: '/x' }, '/x', 'file')).toBe(
    'This is a file, not a folder: /x',
  );
});
