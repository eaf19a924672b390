/** Two versions and two runs next to each other. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedVersions } from '../../../src/model/compare/comparedVersions';
import { nodeSize, type GraphNode } from '../../../src/model/workflow/graph';
import { comparisonOf } from '../../../src/model/compare/comparison';
import { differencesBetween } from '../../../src/model/workflow/diff';
import { loadWorkflow, readFrom } from '../../../src/model/workflow/load';
import type { NodeField } from '../../../src/model/workflow/nodeField';
import type { WorkflowNode } from '../../../src/model/workflow/workflow';
import { listGroups } from '../../../src/webview/compare/model/listItems';
import { printWorkflow } from '../workflow/printWorkflow';
import { written } from '../workflow/randomWorkflow';
import '../../laws';

const entry = 'flows/a.workflow.yaml';

test('the comparison of two versions names every difference of the model, with its values, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(written, written, fc.nat(), fc.nat(), fc.boolean(), async (one, other, a, b, related) => {
      const second = related ? { ...other, scripts: one.scripts, module: one.module } : other;
      const left = await loadWorkflow(entry, readFrom(printWorkflow(one, a)));
      const right = await loadWorkflow(entry, readFrom(printWorkflow(second, b)));
      const compared = comparedVersions(left, right);
      expect(compared).not.toBeNull();
      if (compared === null) return;
      const told = differencesBetween(left, right);
      const own = compared.nodes.filter(({ path }) => !path.includes('/'));
      const idsOf = (kind: string) => own.filter((node) => node.kind === kind).map(({ path }) => path);
      expect(idsOf('added')).toEqual(told.added);
      expect(idsOf('removed')).toEqual(told.removed);
      expect(idsOf('moved')).toEqual(told.moved);
      expect(idsOf('changed')).toEqual(told.changed.map(({ id }) => id));
      for (const { id, fields } of told.changed) {
        const node = own.find(({ path }) => path === id);
        expect(new Set(node?.values.flatMap((value) => value.fields))).toEqual(new Set(fields));
        for (const { left: before, right: after } of node?.values ?? []) expect(before ?? after).not.toBeNull();
      }
      const wiresOf = (kind: string) =>
        compared.graph.edges
          .filter(({ id, targetPort }) => compared.edgeKinds[id] === kind && targetPort !== null)
          .map(({ source, sourcePort, target, targetPort }) => `${source}.${sourcePort}>${target}.${targetPort}`);
      const wireText = ({ from, node, input }: { from: string; node: string; input: string }) =>
        `${from}>${node}.${input}`;
      expect(wiresOf('added').sort()).toEqual(told.addedWires.map(wireText).sort());
      expect(wiresOf('removed').sort()).toEqual(told.removedWires.map(wireText).sort());
      expect(compared.declared.map(({ name }) => name)).toEqual([
        ...told.inputs.map((name) => `input ${name}`),
        ...told.outputs.map((name) => `output ${name}`),
      ]);
      const insideModules = compared.nodes.filter(({ path }) => path.includes('/'));
      for (const { path } of insideModules) {
        expect(told.changed.find(({ id }) => path.startsWith(`${id}/`))?.fields).toContain('module');
      }
      expect(compared.isSameVersion).toBe(left.versionId === right.versionId);
      if (compared.isSameVersion) {
        expect(
          compared.nodes.every(({ kind, values }) => kind === 'moved' || values.every(({ name }) => name === 'label')),
        ).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

/** One thing about a node made otherwise, whatever it was, and the field of the model that it is. */
const plants: readonly (readonly [field: NodeField, change: (node: WorkflowNode) => WorkflowNode])[] = [
  ['retries', (node) => ({ ...node, retries: node.retries + 1 })],
  ['timeout', (node) => ({ ...node, timeoutSeconds: (node.timeoutSeconds ?? 0) + 7 })],
  ['when', (node) => ({ ...node, when: node.when === 'always' ? 'success' : 'always' })],
  ['machine', (node) => ({ ...node, machine: node.machine === 'large' ? 'small' : 'large' })],
  ['outputs', (node) => ({ ...node, outputs: [...node.outputs, { name: 'planted', path: 'planted.txt' }] })],
  ['inputs', (node) => ({ ...node, inputs: [...node.inputs, { name: 'planted', value: literal('1') }] })],
  ['command', (node) => ({ ...node, action: { kind: 'run', shell: 'sh', run: 'echo planted' } })],
];
function literal(value: string) {
  return { kind: 'literal' as const, value };
}

test('a difference planted in one node is what the list of the page names, and no other node', async () => {
  await fc.assert(
    fc.asyncProperty(
      written,
      fc.nat(),
      fc.nat(),
      fc.constantFrom(...plants),
      async (one, at, seed, [field, change]) => {
        const nodes = one.workflow.nodes.filter(({ action }) => action.kind === 'run');
        const planted = nodes[at % Math.max(1, nodes.length)];
        fc.pre(planted !== undefined);
        const other = one.workflow.nodes.map((node) => (node === planted ? change(node) : node));
        const left = await loadWorkflow(entry, readFrom(printWorkflow(one, seed)));
        const changed = { ...one, workflow: { ...one.workflow, nodes: other } };
        const right = await loadWorkflow(entry, readFrom(printWorkflow(changed, seed)));
        const versions = comparedVersions(left, right);
        if (versions === null) throw new Error('not comparable');
        const groups = listGroups(comparisonOf(versions, { kind: 'live' }, { kind: 'live' }));
        const named = groups.flatMap(({ items }) => items).filter((item) => item.kind === 'node');
        // The two are written apart, each with places and labels of its own.
        const differing = named.filter(
          ({ difference: { kind, values } }) =>
            kind !== 'moved' && values.some(({ fields }) => fields.some((one) => one !== 'label')),
        );
        expect(differing.map(({ difference }) => [difference.kind, difference.path])).toEqual([
          ['changed', planted?.id],
        ]);
        const [{ difference }] = differing as [(typeof differing)[number]];
        expect(difference.values.flatMap(({ fields }) => fields)).toContain(field);
        for (const { left: before, right: after } of difference.values) expect(before).not.toBe(after);
      },
    ),
    { numRuns: 150 },
  );
});

const base = {
  'a.workflow.yaml': `nodes:
  list: { run: ls, outputs: { list: l } }
  scan: { uses: m.module.yaml }
  report: { run: cat "$n", inputs: { n: { from: list.list } } }
layout:
  list: [0, 0]
  scan: [300, 0]
  report: [600, 0]
`,
  'm.module.yaml':
    'inputs: { depth: { type: number, default: 1 } }\nnodes:\n  fetch: { run: x, outputs: { o: o } }\n  inner: { uses: n.module.yaml }\noutputs: { o: { from: fetch.o } }\n',
  'n.module.yaml': 'nodes:\n  deep: { script: deep.sh }\n',
  'deep.sh': 'echo 1\n',
};

async function compare(change: Partial<typeof base>) {
  const left = await loadWorkflow('a.workflow.yaml', readFrom(base));
  const right = await loadWorkflow('a.workflow.yaml', readFrom({ ...base, ...change }));
  const compared = comparedVersions(left, right);
  if (compared === null) throw new Error('not comparable');
  return compared;
}

test('what changed inside of modules is named by its path, at any depth, with its own file to look at', async () => {
  const { nodes, files } = await compare({ 'deep.sh': 'echo 2\n' });
  expect(nodes.map(({ path, kind }) => [path, kind])).toEqual([
    ['scan', 'changed'],
    ['scan/inner', 'changed'],
    ['scan/inner/deep', 'changed'],
  ]);
  const deep = nodes.at(-1);
  expect(deep?.values).toEqual([
    { name: 'script', fields: ['script'], left: 'echo 1\n', right: 'echo 2\n', look: 'code' },
  ]);
  expect(deep?.texts).toEqual([{ label: 'deep.sh', left: 'deep.sh', right: 'deep.sh', nodeId: null }]);
  expect(files.map(({ label }) => label)).toEqual(['deep.sh']);
});

test('another input of a module stands with the node that uses it', async () => {
  const module = base['m.module.yaml'].replace('default: 1', 'default: 2');
  const { nodes } = await compare({ 'm.module.yaml': module });
  expect(nodes[0]?.values).toContainEqual({
    name: 'module input depth',
    fields: ['module'],
    left: 'number, default 1',
    right: 'number, default 2',
    look: 'words',
  });
});

test('a removed node is drawn with its wires where it was, and under the node that took its place', async () => {
  const workflow = base['a.workflow.yaml']
    .replace(/ {2}list:.*\n/, '  other: { run: ls -a, outputs: { list: l } }\n')
    .replace('from: list.list', 'from: other.list')
    .replace('  list: [0, 0]', '  other: [4, 0]');
  const { graph, edgeKinds, nodes } = await compare({ 'a.workflow.yaml': workflow });
  expect(nodes.map(({ path, kind }) => `${path} ${kind}`)).toEqual(['report changed', 'other added', 'list removed']);
  const at = (id: string) => graph.nodes.find((node) => node.id === id) as GraphNode;
  expect(at('list').position).toEqual({ x: 0, y: nodeSize(at('other')).height + 24 });
  expect(edgeKinds).toEqual({ 'list.list>report.n': 'removed', 'other.list>report.n': 'added' });
});
