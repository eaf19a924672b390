import { expect, test } from 'vitest';
import { LanguageFile } from '../../../../src/model/workflow/language/languageFile';

const file = 'flows/a.workflow.yaml';
const text = `inputs:
  lockfile: { type: file, default: package-lock.json }
nodes:
  packages:
    label: List packages
    run: |
      list "$lockfile"
      # more
    inputs: { lockfile: { from: inputs.lockfile }, depth: 2 }
    outputs: { list: packages.txt }
  report: { needs: [packages], script: tools/report.mjs, shell: node, inputs: { p: { from: "packages.list" } } }
layout:
  packages: [0, 0]
`;

const names = (broken: string): string[][] =>
  new LanguageFile(file, broken).outline().map(({ name, children }) => [name, ...children.map((one) => one.name)]);

/** What is said where the bar stands. */
function hoverAt(marked: string) {
  const offset = marked.indexOf('|#');
  const plain = marked.replace('|#', '');
  const found = new LanguageFile(file, plain).hover(offset, {});
  return found === null ? null : { word: plain.slice(...found.range), ...found.text };
}

test('the outline names inputs, nodes and outputs, with what each is', () => {
  const [inputs, nodes] = new LanguageFile(file, text).outline();
  expect(inputs?.children.map(({ name, detail }) => [name, detail])).toEqual([
    ['lockfile', 'file = package-lock.json'],
  ]);
  expect(nodes?.children.map(({ name, detail, kind }) => [name, detail, kind])).toEqual([
    ['packages', 'List packages', 'run'],
    ['report', 'tools/report.mjs', 'script'],
  ]);
  expect(nodes?.children[0]?.children.map(({ name, detail }) => [name, detail])).toEqual([
    ['lockfile', 'from inputs.lockfile'],
    ['depth', '2'],
    ['list', 'packages.txt'],
  ]);
});

test('the range of a node is all of it, and nothing of the next one', () => {
  const [, nodes] = new LanguageFile(file, text.replaceAll('\n', '\r\n')).outline();
  const [packages, report] = nodes?.children ?? [];
  expect(packages?.range).toEqual({ start: { line: 3, character: 2 }, end: { line: 9, character: 35 } });
  expect(packages?.selection).toEqual({ start: { line: 3, character: 2 }, end: { line: 3, character: 10 } });
  expect(report?.range.start).toEqual({ line: 10, character: 2 });
});

test.each([
  ['a bracket that was not closed', text.replace('{ from: inputs.lockfile }, depth: 2 }', '{ from: inp')],
  ['a list that was not closed', text.replace('[packages], script', '[packages, script')],
  ['a key without its colon', text.replace('    outputs: {', '    outp\n    outputs: {')],
  ['a quotation mark that was not closed', text.replace('"packages.list"', '"packages.list')],
  ['a dash that stands alone', text.replace('    run: |', '    needs:\n      -\n    run: |')],
  ['a tab before a key', text.replace('    label:', '\tlabel:')],
  ['a bracket too many', text.replace('depth: 2 }', 'depth: 2 } }')],
])('%s leaves the other nodes in the outline', (_, broken) => {
  const [inputs, nodes] = names(broken);
  expect(inputs).toEqual(['inputs', 'lockfile']);
  expect(nodes?.slice(0, 2)).toEqual(['nodes', 'packages']);
});

test.each([
  ['id of a node', 'needs: [pack|#ages]', 'packages', 'List packages (packages)'],
  ['node of a wire', '"pack|#ages.list"', 'packages', 'List packages (packages)'],
  ['output of a wire', '"packages.li|#st"', 'list', 'packages.list'],
  ['input of the workflow', 'inputs.lock|#file', 'lockfile', 'inputs.lockfile'],
  ['place of a node', '  pack|#ages: [0, 0]', 'packages', 'List packages (packages)'],
])('hover on the %s says what it is', (_, marked, word, title) => {
  expect(hoverAt(text.replace(marked.replace('|#', ''), marked))).toMatchObject({ word, title });
});

test('hover says the type and the default of an input, and the path of an output', () => {
  expect(hoverAt(text.replace('inputs.lockfile', 'inputs.lockf|#ile'))?.facts).toEqual([
    { name: 'Type', value: 'file' },
    { name: 'Default', value: 'package-lock.json' },
  ]);
  expect(hoverAt(text.replace('"packages.list"', '"packages.l|#ist"'))?.facts[0]).toEqual({
    name: 'Path',
    value: 'packages.txt',
  });
});

test('hover says nothing inside of a command, nor of what is not there', () => {
  expect(hoverAt(text.replace('list "$lock', 'li|#st "$lock'))).toBeNull();
  expect(hoverAt(text.replace('"packages.list"', 'now|#here.list'))).toBeNull();
});

test('a declaration is found from a wire', () => {
  const language = new LanguageFile(file, text);
  const range = language.declaration(text.indexOf('packages.list') + 'packages.l'.length);
  expect(range && text.slice(...range)).toBe('list');
});
