/** What an edit answers when it cannot be made, and what it says beside its edits. */
import { expect, test } from 'vitest';
import { editWorkflow } from '../../../../src/model/workflow/edit/editWorkflow';
import { freeId, freeName } from '../../../../src/model/workflow/edit/freeId';
import type { EditSurroundings, WorkflowEdit } from '../../../../src/model/workflow/edit/workflowEdit';
import { anchorsSentence, parseWorkflow } from '../../../../src/model/workflow/parse';
import type { Workflow } from '../../../../src/model/workflow/workflow';

const text = `inputs:
  limit: { type: number }
nodes:
  fetch: { run: echo fetch of limit, outputs: { data: d } }
  count: { run: 'prefetch; fetch "$rows"', inputs: { rows: { from: fetch.data } }, outputs: { n: n } }
  report: { needs: [count], run: z }
  mod: { uses: ./m.module.yaml }
outputs:
  all: { from: count.n }
`;

const module: Workflow = {
  kind: 'module',
  fleet: 'local',
  inputs: [
    { name: 'table', type: 'file' },
    { name: 'flag', type: 'boolean' },
  ],
  nodes: [],
  outputs: [{ name: 'out', from: { kind: 'output', node: 'x', output: 'y' } }],
  layout: {},
};
const around: EditSurroundings = { moduleOf: () => module };

const plain = { inputs: [], outputs: [], needs: [], when: 'success', retries: 0 } as const;
const action = { kind: 'run', shell: 'sh', run: 'true' } as const;
const from = (node: string, output: string) => ({ kind: 'wire', source: { kind: 'output', node, output } }) as const;

function answer(edit: WorkflowEdit, file = text) {
  return editWorkflow(file, parseWorkflow('a.module.yaml', file), edit, around);
}

test.each<[WorkflowEdit, string]>([
  [
    { kind: 'renameNode', nodeId: 'fetch', to: 'count' },
    'There is a node `count` already. Use `count-2`, for example.',
  ],
  [
    { kind: 'renameNode', nodeId: 'fetch', to: 'inputs' },
    '`inputs` stands for the inputs of the workflow. Use `inputs-2`, for example.',
  ],
  [
    { kind: 'renameNode', nodeId: 'fetch', to: 'Größte Liste!' },
    '`Größte Liste!` cannot be used here: a node id is small letters, digits and hyphens, and begins with a letter. Use `grosste-liste`, for example.',
  ],
  [{ kind: 'renameNode', nodeId: 'fech', to: 'x' }, 'There is no node `fech`. Did you mean `fetch`?'],
  [
    { kind: 'addNode', node: { id: 'report', action, ...plain } },
    'There is a node `report` already. Use `report-2`, for example.',
  ],
  [
    { kind: 'setNodeInput', nodeId: 'fetch', name: 'n', value: from('count', 'n') },
    '`count` waits for `fetch` already: fetch → count. The other way round it would never end.',
  ],
  [
    { kind: 'moveWire', nodeId: 'count', name: 'nothing', to: { nodeId: 'report', name: 'x' } },
    '`nothing` of `count` has no wire.',
  ],
  [
    { kind: 'addNeed', nodeId: 'fetch', need: 'report' },
    '`report` waits for `fetch` already: fetch → count → report. The other way round it would never end.',
  ],
  [{ kind: 'addNeed', nodeId: 'fetch', need: 'fetch' }, '`fetch` cannot wait for itself.'],
  [
    { kind: 'setNodeInput', nodeId: 'report', name: 'n', value: from('count', 'm') },
    '`count` has no output `m`. Did you mean `n`?',
  ],
  [
    { kind: 'setNodeInput', nodeId: 'report', name: 'n', value: from('mod', 'outt') },
    '`mod` has no output `outt`. Did you mean `out`?',
  ],
  [
    { kind: 'setNodeInput', nodeId: 'mod', name: 'flag', value: from('count', 'n') },
    '`flag` of `mod` takes a boolean; this is a file or folder.',
  ],
  [
    { kind: 'setNodeInput', nodeId: 'mod', name: 'flag', value: { kind: 'literal', value: 'maybe' } },
    '`flag` of `mod` takes a boolean; `maybe` is none.',
  ],
  [
    { kind: 'setNodeInput', nodeId: 'mod', name: 'tabel', value: from('count', 'n') },
    'The module of `mod` has no input `tabel`. Did you mean `table`?',
  ],
  [
    {
      kind: 'setNodeInput',
      nodeId: 'mod',
      name: 'table',
      value: { kind: 'wire', source: { kind: 'input', input: 'limit' } },
    },
    '`table` of `mod` takes a file; this is a number.',
  ],
  [
    { kind: 'setNodeField', nodeId: 'mod', field: { name: 'shell', value: 'node' } },
    'A node that uses a module has no `shell` of its own.',
  ],
  [
    { kind: 'setNodeField', nodeId: 'fetch', field: { name: 'timeout', value: 'soon' } },
    '`soon` is no length of time; write one such as `45s`, `10m` or `1h30m`.',
  ],
  [
    { kind: 'setNodeField', nodeId: 'fetch', field: { name: 'run', value: ' ' } },
    '`run` of `fetch` is empty; write what it runs.',
  ],
  [
    { kind: 'setNodeOutput', nodeId: 'fetch', name: 'data', path: '../up' },
    "`../up` is outside of the node's work folder; name a file or folder inside it.",
  ],
  [
    { kind: 'setWorkflowInput', name: 'limit', type: 'number', default: 'many' },
    'The default of `limit` is no number: `many`.',
  ],
  [
    { kind: 'renameNodeOutput', nodeId: 'fetch', name: 'data', to: 'All data' },
    '`All data` cannot be used here: a name is small letters, digits and underscores, and begins with a letter (it becomes an environment variable). Use `all_data`, for example.',
  ],
])('%j is refused: %s', (edit, message) => {
  expect(answer(edit)).toMatchObject({ kind: 'refused', message });
});

test.each([
  ['nodes:\n  a: &one { run: x }\n  b: *one\n', anchorsSentence],
  ['nodes:\n  a: { run: x\n  b: 1\n', 'The text must be mended before the canvas can edit it. Line '],
  [
    'nodes:\n  a: { run: x }\n  a: { run: y }\n',
    'The text must be mended before the canvas can edit it. Line 3: `a` stands here twice; remove one of them.',
  ],
  ['only words', 'This part of the file is written in a way that the canvas cannot edit safely; edit it as text.'],
  [
    'nodes:\n  ? a\n  : { run: x }\n',
    'This part of the file is written in a way that the canvas cannot edit safely; edit it as text.',
  ],
])('no edit at all is made of %j', (file, message) => {
  const result = answer({ kind: 'addNode', node: { id: 'new', action, ...plain } }, file);
  expect(result.kind === 'refused' ? result.message : result.edits).toContain(message);
});

test('a rename says in which commands the old name goes on standing, and touches none', () => {
  const result = answer({ kind: 'renameNode', nodeId: 'fetch', to: 'load' });
  expect(result.kind === 'edits' ? result.notes : result).toEqual([
    { kind: 'stillInScript', nodeId: 'load', word: 'fetch', message: expect.stringContaining('write `load` there') },
    { kind: 'stillInScript', nodeId: 'count', word: 'fetch', message: expect.stringContaining('has the word `fetch`') },
  ]);
});

test('a paste says which nodes got other ids and what was left out', () => {
  const node = { id: 'fetch', action, ...plain, needs: ['gone'], inputs: [{ name: 'x', value: from('count', 'zz') }] };
  const result = answer({ kind: 'paste', nodes: [node], positions: [] });
  expect(result.kind === 'edits' ? result.notes : result).toEqual([
    { kind: 'renamed', from: 'fetch', to: 'fetch-2' },
    { kind: 'leftOut', nodeId: 'fetch-2', source: 'count.zz' },
    { kind: 'leftOut', nodeId: 'fetch-2', source: 'gone' },
  ]);
});

test.each([
  ['build', [], 'build'],
  ['build', ['build'], 'build-2'],
  ['build-2', ['build-2', 'build-3'], 'build-4'],
  ['3 Häuser', [], 'hauser'],
  ['日本', [], 'node'],
  ['inputs', [], 'inputs-2'],
])('the id nearest to %j beside %j is %j', (wanted, taken, id) => {
  expect(freeId(wanted, new Set(taken))).toBe(id);
});

test('a free name has no hyphen', () => {
  expect(freeName('Licence list', new Set(['licence_list']))).toBe('licence_list_2');
});
