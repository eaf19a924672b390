import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeDifferences } from '../../../src/model/workflow/describeDifferences';
import { differencesBetween, staleNodes } from '../../../src/model/workflow/diff';
import { differingFiles } from '../../../src/model/workflow/differingFiles';
import { loadWorkflow, readFrom } from '../../../src/model/workflow/load';
import { printWorkflow } from './printWorkflow';
import { written } from './randomWorkflow';

const entry = 'a.workflow.yaml';
const module = 'nodes:\n  w: { run: x, outputs: { o: o } }\noutputs: { o: { from: w.o } }\n';
const base = {
  [entry]: `inputs:
  depth: { type: number, default: 1 }
nodes:
  list: { script: list.sh, outputs: { list: l } }
  scan: { uses: m.module.yaml }
  deep: { run: deep, inputs: { depth: { from: inputs.depth } } }
  count: { run: wc "$l", inputs: { l: { from: list.list } }, outputs: { n: n } }
  report: { run: cat, needs: [scan], inputs: { n: { from: count.n } }, when: always }
layout:
  list: [0, 0]
`,
  'list.sh': 'ls\n',
  'm.module.yaml': module,
};

async function compare(change: (text: string) => string, files: Record<string, string> = {}) {
  const before = await loadWorkflow(entry, readFrom(base));
  const after = await loadWorkflow(entry, readFrom({ ...base, [entry]: change(base[entry]), ...files }));
  const differences = differencesBetween(before, after);
  return { differences, lines: describeDifferences(differences), stale: staleNodes(before, after) };
}

test('an edited command makes its node and all after it stale, and nothing before it', async () => {
  const { lines, stale } = await compare((text) => text.replace('wc "$l"', 'wc -l "$l"'));
  expect(lines).toEqual(['count: command changed']);
  expect(stale).toEqual(['count', 'report']);
});

test('an edited script makes the nodes that run it stale', async () => {
  const { lines, stale } = await compare((text) => text, { 'list.sh': 'ls -a\n' });
  expect(lines).toEqual(['list: script changed']);
  expect(stale).toEqual(['list', 'count', 'report']);
});

test('an edit inside a module makes its node and those that need it stale', async () => {
  const { lines, stale } = await compare((text) => text, { 'm.module.yaml': module.replace('run: x', 'run: y') });
  expect(lines).toEqual(['scan: module changed']);
  expect(stale).toEqual(['scan', 'report']);
});

test('another default of a workflow input makes the nodes that read it stale', async () => {
  const { lines, stale } = await compare((text) => text.replace('default: 1', 'default: 2'));
  expect(lines).toEqual(['Workflow input `depth` changed']);
  expect(stale).toEqual(['deep']);
});

test('a node that was added is stale; a node that was removed takes those after it along', async () => {
  const added = await compare((text) => text.replace('layout:', '  more: { run: x, needs: [deep] }\nlayout:'));
  expect(added.lines).toEqual(['Node more added']);
  expect(added.stale).toEqual(['more']);
  const removed = await compare((text) => text.replace(/ {2}count:.*\n/, ''));
  expect(removed.lines).toEqual(['Node count removed']);
  expect(removed.stale).toEqual(['report']);
});

test('a wire that leads elsewhere is told as one removed and one added', async () => {
  const { differences, lines, stale } = await compare((text) => text.replace('from: count.n', 'from: list.list'));
  expect(differences.changed).toEqual([{ id: 'report', fields: ['wires'] }]);
  expect(lines).toEqual(['Wire from list.list to `n` of report added', 'Wire from count.n to `n` of report removed']);
  expect(stale).toEqual(['report']);
});

test('a moved node is told apart from an edited one, and moves nothing out of date', async () => {
  const { differences, lines, stale } = await compare((text) => text.replace('[0, 0]', '[5, 0]'));
  expect(differences).toMatchObject({ moved: ['list'], changed: [] });
  expect(lines).toEqual([]);
  expect(stale).toEqual([]);
});

test('two ways to write one version do not differ, and nothing is stale', async () => {
  await fc.assert(
    fc.asyncProperty(written, fc.nat(), fc.nat(), async (content, one, other) => {
      const load = (seed: number) => loadWorkflow('flows/a.workflow.yaml', readFrom(printWorkflow(content, seed)));
      const [before, after] = [await load(one), await load(other)];
      expect(describeDifferences(differencesBetween(before, after))).toEqual([]);
      expect(staleNodes(before, after)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('Restore is told exactly the files that differ or are gone', async () => {
  const { source } = await loadWorkflow(entry, readFrom(base));
  const live = { [entry]: `${base[entry]}\n`, 'm.module.yaml': module };
  expect(await differingFiles(source, readFrom(live))).toEqual([
    { file: entry, live: `${base[entry]}\n`, ran: base[entry] },
    { file: 'list.sh', live: null, ran: 'ls\n' },
  ]);
  expect(await differingFiles(source, readFrom(base))).toEqual([]);
});
