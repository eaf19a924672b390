import { expect, test } from 'vitest';
import { loadWorkflow, readFrom, type LoadedWorkflow } from '../../../src/model/workflow/load';
import type { Problem } from '../../../src/model/workflow/problem';

const entry = 'flows/a.workflow.yaml';

function load(text: string, files: Record<string, string> = {}): Promise<LoadedWorkflow> {
  return loadWorkflow(entry, readFrom({ [entry]: text, ...files }));
}

/** The text that a problem is about. */
function marked(text: string, { range }: Problem): string {
  const lines = text.split('\n');
  if (range.start.line !== range.end.line) return '(several lines)';
  return (lines[range.start.line] ?? '').slice(range.start.character, range.end.character);
}

const cases: [what: string, text: string, code: string, about: string, words: RegExp][] = [
  ['unknown key at the top', 'nodez: {}\nnodes:\n  a: { run: x }\n', 'unknown-key', 'nodez', /Did you mean `nodes`/],
  ['unknown key of a node', 'nodes:\n  a: { run: x, timout: 3s }\n', 'unknown-key', 'timout', /Did you mean `timeout`/],
  [
    'unknown key of a value',
    'nodes:\n  a: { run: x, inputs: { b: { form: c.d } } }\n',
    'unknown-key',
    'form',
    /`from`/,
  ],
  [
    'unknown key of an input',
    'inputs:\n  a: { type: file, defualt: x }\nnodes:\n  a: { run: x }\n',
    'unknown-key',
    'defualt',
    /`default`/,
  ],
  [
    'unknown node in a wire',
    'nodes:\n  build: { run: x }\n  b: { run: x, inputs: { i: { from: biuld.out } } }\n',
    'unknown-node',
    'biuld.out',
    /Did you mean `build`/,
  ],
  [
    'unknown output',
    'nodes:\n  a: { run: x, outputs: { list: l } }\n  b: { run: x, inputs: { i: { from: a.lst } } }\n',
    'unknown-output',
    'a.lst',
    /Did you mean `list`/,
  ],
  [
    'unknown workflow input',
    'nodes:\n  a: { run: x, inputs: { i: { from: inputs.z } } }\n',
    'unknown-input',
    'inputs.z',
    /no input `z`/,
  ],
  [
    'a source that is none',
    'nodes:\n  a: { run: x, inputs: { i: { from: nowhere } } }\n',
    'bad-wire',
    'nowhere',
    /node\.output/,
  ],
  ['unknown node in needs', 'nodes:\n  a: { run: x, needs: [b] }\n', 'unknown-node', 'b', /no node `b`/],
  ['an id twice in needs', 'nodes:\n  b: { run: x }\n  a: { run: x, needs: [b, b] }\n', 'duplicate-need', 'b', /twice/],
  ['a node that needs itself', 'nodes:\n  a: { run: x, needs: [a] }\n', 'self-need', 'a', /itself/],
  [
    'a cycle',
    'nodes:\n  a: { run: x, needs: [c] }\n  b: { run: x, needs: [a] }\n  c: { run: x, needs: [b] }\n',
    'cycle',
    'b',
    /b → c → a → b/,
  ],
  [
    'a wire to itself',
    'nodes:\n  a: { run: x, inputs: { i: { from: a.o } }, outputs: { o: p } }\n',
    'cycle',
    'a',
    /a → a/,
  ],
  ['a wrong type', 'nodes:\n  a: { run: [x] }\n', 'wrong-type', '[x]', /`run` must be a text/],
  ['a node that is a text', 'nodes:\n  a: hello\n', 'wrong-type', 'hello', /`a` must be a map/],
  ['a node that is nothing yet', 'nodes:\n  a:\n', 'wrong-type', 'a', /must be a map that holds `run`/],
  ['nodes as a list', 'nodes: [a]\n', 'wrong-type', '[a]', /`nodes` must be a map/],
  [
    'an unknown shell',
    'nodes:\n  a: { run: x, shell: fish }\n',
    'wrong-type',
    'fish',
    /one of `sh`, `bash`, `python`, `node`/,
  ],
  ['negative retries', 'nodes:\n  a: { run: x, retries: -1 }\n', 'wrong-type', '-1', /whole number, 0 or more/],
  ['half a retry', 'nodes:\n  a: { run: x, retries: 1.5 }\n', 'wrong-type', '1.5', /whole number/],
  ['a bad duration', 'nodes:\n  a: { run: x, timeout: 10 minutes }\n', 'wrong-type', '10 minutes', /length of time/],
  ['no time at all', 'nodes:\n  a: { run: x, timeout: 0s }\n', 'bad-duration', '0s', /can be waited/],
  ['a bad node id', 'nodes:\n  Build it: { run: x }\n', 'invalid-name', 'Build it', /small letters/],
  ['the reserved id', 'nodes:\n  inputs: { run: x }\n', 'invalid-name', 'inputs', /stands for the inputs/],
  [
    'a bad input name',
    'nodes:\n  a: { run: x, inputs: { with-hyphen: 1 } }\n',
    'invalid-name',
    'with-hyphen',
    /underscores/,
  ],
  ['two actions', 'nodes:\n  a: { run: x, script: y.sh }\n', 'many-actions', 'script', /keep one/],
  ['no action', 'nodes:\n  a: { label: x }\n', 'no-action', 'a', /does nothing/],
  ['an empty command', "nodes:\n  a: { run: ' ' }\n", 'empty-action', "' '", /empty/],
  ['a missing script', 'nodes:\n  a: { script: tools/x.sh }\n', 'missing-script', 'tools/x.sh', /no script file/],
  [
    'a missing module',
    'nodes:\n  a: { uses: ./x.module.yaml }\n',
    'missing-module',
    './x.module.yaml',
    /no module file/,
  ],
  [
    'a script outside',
    'nodes:\n  a: { script: ../../x.sh }\n',
    'outside-workspace',
    '../../x.sh',
    /outside of the workspace/,
  ],
  ['an absolute module', 'nodes:\n  a: { uses: /x.module.yaml }\n', 'outside-workspace', '/x.module.yaml', /outside/],
  ['a module that is none', 'nodes:\n  a: { uses: b.yaml }\n', 'not-a-module', 'b.yaml', /module\.yaml/],
  [
    'outputs of a module node',
    'nodes:\n  a: { uses: m.module.yaml, outputs: { a: b } }\n',
    'not-of-module',
    'outputs',
    /remove/,
  ],
  ['no nodes', 'name: x\n', 'no-nodes', '', /no nodes/],
  ['empty nodes', 'nodes: {}\n', 'no-nodes', 'nodes', /no nodes/],
  ['a key twice', 'nodes:\n  a: { run: x }\n  a: { run: y }\n', 'duplicate-key', 'a', /twice/],
  [
    'a default of another type',
    'inputs:\n  n: { type: number, default: many }\nnodes:\n  a: { run: x }\n',
    'bad-default',
    'many',
    /no number/,
  ],
  [
    'an input without a type',
    'inputs:\n  n: { default: many }\nnodes:\n  a: { run: x }\n',
    'missing-key',
    'n',
    /`type` must be one of/,
  ],
  ['an output outside', 'nodes:\n  a: { run: x, outputs: { o: ../o } }\n', 'output-path', '../o', /work folder/],
  ['an absolute output', 'nodes:\n  a: { run: x, outputs: { o: /o } }\n', 'output-path', '/o', /work folder/],
  [
    'an output of nothing',
    'outputs:\n  o: { from: z.o }\nnodes:\n  a: { run: x }\n',
    'unknown-node',
    'z.o',
    /no node `z`/,
  ],
  [
    'a value of two kinds',
    'nodes:\n  a: { run: x, inputs: { i: { from: a.b, file: c } } }\n',
    'bad-value',
    'i',
    /either/,
  ],
  ['an input without a value', 'nodes:\n  a:\n    run: x\n    inputs:\n      i:\n', 'wrong-type', 'i', /`i` must be/],
  ['an alias of nothing', 'nodes:\n  a: *gone\n', 'unknown-anchor', '*gone', /names no anchor/],
  ['no map', '- a\n- b\n', 'not-a-workflow', '(several lines)', /must be a map/],
  ['an empty file', '', 'not-a-workflow', '', /must be a map/],
];

test.each(cases)('%s is told where it stands', async (_what, text, code, about, words) => {
  const { problems, versionId } = await load(text, { 'flows/m.module.yaml': 'nodes:\n  w: { run: x }\n' });
  const problem = problems.find((one) => one.code === code);
  expect(problem, JSON.stringify(problems)).toBeDefined();
  if (problem === undefined) return;
  expect(problem).toMatchObject({ severity: 'error', file: entry });
  expect(problem.message).toMatch(words);
  expect(marked(text, problem)).toBe(about);
  expect(versionId).toBeNull();
});

test('text that is no YAML is told with its line, and what can be read is still there', async () => {
  const { problems, workflow } = await load('nodes:\n  a: { run: x }\n  b: { run: "y }\n');
  expect(problems[0]).toMatchObject({ severity: 'error', code: 'yaml' });
  expect(problems[0]?.range.start.line).toBeGreaterThanOrEqual(2);
  expect(workflow?.nodes[0]).toMatchObject({ id: 'a' });
});

test('a broken node stays on the canvas, and its problem names it', async () => {
  const { workflow, problems } = await load(
    'nodes:\n  a: { run: x, retries: -1 }\n  b:\n  c: { run: x, needs: [a] }\n',
  );
  expect(workflow?.nodes.map((node) => node.id)).toEqual(['a', 'b', 'c']);
  expect(problems.map((problem) => problem.nodeId)).toEqual(['a', 'b']);
});

test('literals reach the command as they are written', async () => {
  const written =
    "{ a: 1.10, b: 007, c: 0x10, d: true, e: '1.10', f: \"x\\ny\", g: .inf, h: null, i: 2026-01-01, j: '' }";
  const { workflow, problems } = await load(`nodes:\n  n: { run: x, inputs: ${written} }\n`);
  expect(problems).toEqual([]);
  const values = workflow?.nodes[0]?.inputs.map((input) => input.value.kind === 'literal' && input.value.value);
  expect(values).toEqual(['1.10', '007', '0x10', 'true', '1.10', 'x\ny', '.inf', 'null', '2026-01-01', '']);
});

test('a command that looks like another type is still a command', async () => {
  const { workflow, problems } = await load('name: 1.10\nnodes:\n  a: { run: true }\n');
  expect(problems).toEqual([]);
  expect(workflow).toMatchObject({ name: '1.10', nodes: [{ action: { run: 'true' } }] });
});

test('a file with anchors runs as its written-out twin, and is read-only on the canvas', async () => {
  const twin = await load(
    'nodes:\n  a: { run: x, retries: 2 }\n  b: { run: y, retries: 2 }\n  c: { run: x, retries: 2 }\n',
  );
  const anchors = await load('nodes:\n  a: &a { run: x, retries: 2 }\n  b: { <<: *a, run: y }\n  c: *a\n');
  expect(anchors.problems).toEqual([]);
  expect(anchors.versionId).toBe(twin.versionId);
  expect(anchors.readOnly).toMatch(/anchors/);
  expect(twin.readOnly).toBeNull();
});

test('aliases that stand for millions of parts are refused quickly', async () => {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const item = level === 0 ? 'x' : `*l${level - 1}`;
    return `l${level}: &l${level} [${Array.from({ length: 9 }, () => item).join(', ')}]`;
  });
  const { problems } = await load(levels.join('\n'));
  expect(problems.map((problem) => problem.code)).toContain('too-many-aliases');
});

test('a byte order mark, deep nesting and strange keys do no harm', async () => {
  expect((await load('\uFEFFnodes:\n  a: { run: x }\n')).problems).toEqual([]);
  expect((await load(`nodes: ${'['.repeat(20_000)}`)).workflow?.nodes ?? []).toEqual([]);
  const strange = await load(
    '__proto__: { a: 1 }\n? [a]\n: 1\nnodes:\n  __proto__: { run: x }\n  constructor: { run: x }\n',
  );
  expect(strange.problems.filter((problem) => problem.severity === 'error').length).toBeGreaterThan(0);
  expect(strange.workflow?.nodes.map((node) => node.id)).toContain('constructor');
});

test('a problem inside a module carries the file of the module', async () => {
  const { problems } = await load('nodes:\n  a: { uses: m.module.yaml }\n', {
    'flows/m.module.yaml': 'nodes:\n  w: { rn: x }\n',
  });
  expect(problems.map((problem) => problem.file)).toEqual(['flows/m.module.yaml', 'flows/m.module.yaml']);
  expect(problems.some((problem) => problem.nodeId !== undefined)).toBe(false);
});

test('wires of a module node must be inputs and outputs of the module', async () => {
  const module =
    'inputs: { list: { type: file } }\nnodes:\n  w: { run: x, outputs: { o: o } }\noutputs:\n  report: { from: w.o }\n';
  const text =
    'nodes:\n  a: { uses: m.module.yaml, inputs: { lst: 1 } }\n  b: { run: x, inputs: { r: { from: a.repot } } }\n';
  const { problems } = await load(text, { 'flows/m.module.yaml': module });
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    ['unknown-input', 'The module of `a` has no input `lst`. Did you mean `list`?'],
    ['unknown-output', '`a` has no output `repot`. Did you mean `report`?'],
  ]);
});

test('modules that use each other are refused with the way round', async () => {
  const { problems, versionId } = await load('nodes:\n  a: { uses: m.module.yaml }\n', {
    'flows/m.module.yaml': 'nodes:\n  w: { uses: n.module.yaml }\n',
    'flows/n.module.yaml': 'nodes:\n  w: { uses: m.module.yaml }\n',
  });
  expect(problems).toMatchObject([{ code: 'module-cycle', file: 'flows/n.module.yaml' }]);
  expect(problems[0]?.message).toContain('flows/m.module.yaml → flows/n.module.yaml → flows/m.module.yaml');
  expect(versionId).toBeNull();
});

test('a file that is not there is a problem, not a failure', async () => {
  const loaded = await loadWorkflow('x.workflow.yaml', readFrom({}));
  expect(loaded).toMatchObject({ workflow: null, versionId: null, problems: [{ code: 'missing-file' }] });
});

test.each(['0', '0s', '10mm', '-5', "'0'"])('a timeout of %s is told once', async (timeout) => {
  const { problems } = await load(`nodes:\n  a: { run: x, timeout: ${timeout} }\n`);
  expect(problems).toHaveLength(1);
});

test.each([
  ['45s', 45],
  ['10m', 600],
  ['1h30m', 5400],
  ['1h1s', 3601],
  ['90', 90],
  ["'90'", 90],
])('a timeout of %s is %i seconds', async (timeout, seconds) => {
  const { workflow, problems } = await load(`nodes:\n  a: { run: x, timeout: ${timeout} }\n`);
  expect(problems).toEqual([]);
  expect(workflow?.nodes[0]?.timeoutSeconds).toBe(seconds);
});

test('a position of a node that is gone is only a warning', async () => {
  const { problems, versionId } = await load('nodes:\n  a: { run: x }\nlayout:\n  b: [0, 0]\n  a: [1]\n');
  expect(problems.map((problem) => problem.severity)).toEqual(['warning', 'warning']);
  expect(versionId).not.toBeNull();
});
