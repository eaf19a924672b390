import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LanguageFile } from '../../../../src/model/workflow/language/languageFile';
import { readYaml } from '../../../../src/model/workflow/readYaml';
import type { Workflow } from '../../../../src/model/workflow/workflow';
import { realFiles } from '../edit/realFiles';

const file = 'flows/a.workflow.yaml';
const module: Workflow = {
  kind: 'module',
  fleet: 'local',
  inputs: [
    { name: 'names', type: 'file' },
    { name: 'depth', type: 'number' },
  ],
  nodes: [],
  outputs: [{ name: 'found', from: { kind: 'output', node: 'x', output: 'y' } }],
  layout: {},
};
const around = { moduleOf: (uses: string) => (uses === './scan.module.yaml' ? module : null) };

const head = `inputs:
  lockfile: { type: file, default: package-lock.json }
  strict: { type: boolean }
nodes:
  packages: { run: x, outputs: { list: l.txt, tree: t.txt } }
  scan: { uses: ./scan.module.yaml, inputs: { names: { from: packages.list } } }
`;
const tail = `  report: { run: x, needs: [scan] }
`;

/** What is offered where the bar stands. */
function offered(marked: string, offer: 'all' | 'names' = 'all') {
  const offset = marked.lastIndexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const answer = new LanguageFile(file, text).completion(offset, around, offer);
  return { text, offset, answer, labels: answer?.items.map(({ label }) => label) ?? null };
}

const inNode = (lines: string): string => `${head}  new:\n${lines}\n${tail}`;
const allWires = ['inputs.lockfile', 'inputs.strict', 'packages.list', 'packages.tree', 'scan.found'];

/** Texts as they are while somebody types, and what is offered. */
const goldens: [what: string, text: string, labels: readonly string[] | null][] = [
  ['wires behind from', inNode('    inputs: { a: { from: | } }'), allWires],
  ['wires behind from, nothing closed yet', inNode('    inputs: { a: { from: |'), allWires],
  ['wires in block style', inNode('    inputs:\n      a:\n        from: |'), allWires],
  ['wires in quotation marks', inNode('    inputs: { a: { from: "|" } }'), allWires],
  ['wires with the braces around them', inNode('    inputs:\n      a: |'), allWires.map((wire) => `{ from: ${wire} }`)],
  ['outputs behind the dot', inNode('    inputs: { a: { from: packages.| } }'), ['packages.list', 'packages.tree']],
  ['outputs of a module behind the dot', inNode('    inputs: { a: { from: scan.|'), ['scan.found']],
  [
    'inputs of the workflow behind the dot',
    inNode('    inputs: { a: { from: inputs.l|'),
    ['inputs.lockfile', 'inputs.strict'],
  ],
  ['no outputs of a node that is not there', inNode('    inputs: { a: { from: nowhere.|'), []],
  [
    'no node that waits for this one',
    `nodes:\n  a: { run: x, inputs: { i: { from: | } }, outputs: { o: o } }\n  b: { run: x, needs: [a], outputs: { o: o } }\n  c: { run: x, outputs: { o: o } }\n`,
    ['c.o'],
  ],
  ['nodes in needs', inNode('    needs: [|]'), ['packages', 'scan', 'report']],
  ['nodes in needs, but those that stand there', inNode('    needs: [scan, |]'), ['packages', 'report']],
  ['nodes in needs in front of one', inNode('    needs: [|, scan]'), ['packages', 'report']],
  ['nodes in a list of lines', inNode('    needs:\n      - |'), ['packages', 'scan', 'report']],
  ['nodes in a list of lines not indented', inNode('    needs:\n    - scan\n    - re|'), ['packages', 'report']],
  ['a whole list behind needs', inNode('    needs: |'), ['packages', 'scan', 'report']],
  ['shells', inNode('    run: x\n    shell: |'), ['sh', 'bash', 'python', 'node']],
  ['shells right behind the colon', inNode('    run: x\n    shell:|'), ['sh', 'bash', 'python', 'node']],
  ['conditions in flow style', `${head}  new: { run: x, when: |`, ['success', 'always']],
  ['machines', inNode('    machine: s|'), ['small', 'medium', 'large']],
  ['types of inputs', 'inputs:\n  a: { type: | }\n', ['string', 'boolean', 'number', 'file', 'folder']],
  ['values of a boolean', 'inputs:\n  a: { type: boolean, default: | }\n', ['true', 'false']],
  ['keys of the file', 'name: x\n|', ['description', 'project', 'fleet', 'inputs', 'nodes', 'outputs', 'layout']],
  ['keys of an input', 'inputs:\n  a: { type: file, | }\n', ['default']],
  [
    'keys of a node that runs something',
    inNode('    run: x\n    |'),
    ['label', 'shell', 'inputs', 'outputs', 'needs', 'when', 'timeout', 'retries', 'machine'],
  ],
  [
    'keys of a node of a module',
    inNode('    uses: ./scan.module.yaml\n    |'),
    ['label', 'inputs', 'needs', 'when', 'timeout', 'retries', 'machine'],
  ],
  ['keys of a value', inNode('    inputs: { a: { | } }'), ['from', 'file']],
  ['inputs of a module', `${head}  new: { uses: ./scan.module.yaml, inputs: { | } }\n`, ['names', 'depth']],
  ['nodes to place', `${head}layout:\n  scan: [0, 0]\n  |`, ['packages']],
  ['nothing in a command', inNode('    run: |-\n      echo |'), null],
  ['nothing in a comment', inNode('    run: x # |'), null],
  ['nothing for the id of a node', `${head}  ne|`, []],
  ['nothing behind a value that is closed', inNode('    needs: [scan] |'), null],
];

test.each(goldens)('offers %s', (_, text, labels) => {
  expect(offered(text).labels).toEqual(labels);
});

test('keys and choices are left to another extension that offers them, names are not', () => {
  expect(offered(inNode('    |'), 'names').labels).toEqual([]);
  expect(offered(inNode('    shell: |'), 'names').labels).toEqual([]);
  expect(offered(inNode('    needs: [|]'), 'names').labels).toEqual(['packages', 'scan', 'report']);
});

test.each([
  ['script', 'script'],
  ['uses', 'module'],
] as const)('files are asked for behind %s', (key, files) => {
  expect(offered(inNode(`    ${key}: |`)).answer?.files).toBe(files);
});

test('what is accepted replaces the word that it stands in, and not what is behind it', () => {
  const { answer, text } = offered(inNode('    inputs: { a: { from: packages.li|st } } # c'));
  expect(text.slice(answer?.start, answer?.end)).toBe('packages.list');
});

test('a key that has its colon gets no other one', () => {
  const { answer } = offered(inNode('    lab|: x'));
  expect(answer?.items.find(({ label }) => label === 'label')?.snippet).toBe('label');
});

test('nodes that an unfinished line hides are known from the text before', () => {
  const whole = `${head}${tail}`;
  const before = new LanguageFile(file, whole);
  const text = whole.replace('  report: { run: x, needs: [scan] }', '  report: { run: x, inputs: { a: { from: ');
  const answer = new LanguageFile(file, text, before.good).completion(text.length - 1, around, 'all');
  expect(answer?.items.map(({ label }) => label)).toEqual(allWires);
});

test('every item makes valid YAML in the place where it is accepted', () => {
  for (const [, marked] of goldens) {
    const { text, answer, labels } = offered(marked);
    if (answer === null || labels?.length === 0 || !readsWell(text)) continue;
    for (const { snippet } of answer.items) {
      const lineStart = text.lastIndexOf('\n', answer.start - 1) + 1;
      const indent = /^ */.exec(text.slice(lineStart))?.[0] ?? '';
      const inserted = (answer.needsSpace ? ' ' : '') + expanded(snippet, indent);
      const after = text.slice(0, answer.start) + inserted + text.slice(answer.end);
      expect(
        readYaml(after).findings.filter(({ code }) => code === 'yaml'),
        after,
      ).toEqual([]);
    }
  }
});

/** A snippet as VS Code inserts it with every stop filled in. */
function expanded(snippet: string, indent: string): string {
  const filled = snippet
    .replaceAll(/\$\{\d:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$1/, snippet.includes('\n') ? 'k: v' : '1');
  return filled.replaceAll('\\}', '}').replaceAll('\n\t', `\n${indent}  `);
}

function readsWell(text: string): boolean {
  return readYaml(text).findings.every(({ code }) => code !== 'yaml');
}

test('no place of any text, cut off anywhere, is too much', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(realFiles)), fc.nat(), fc.nat(), (text, cut, at) => {
      const typed = text.slice(0, cut % (text.length + 1));
      const language = new LanguageFile(file, typed);
      const offset = at % (typed.length + 1);
      const answer = language.completion(offset, around, 'all');
      expect(answer === null || (answer.start <= offset && offset <= answer.end)).toBe(true);
      language.outline();
      language.hover(offset, around);
    }),
    { numRuns: 300 },
  );
});
