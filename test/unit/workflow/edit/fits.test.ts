/** What may be wired to what: offered is exactly what would not be refused. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkEdit } from '../../../../src/model/workflow/edit/checkEdit';
import {
  sourcesOf,
  targetsOf,
  type ConnectionSource,
  type ConnectionTarget,
  type NodeFit,
} from '../../../../src/model/workflow/edit/fits';
import type { EditSurroundings, WorkflowEdit } from '../../../../src/model/workflow/edit/workflowEdit';
import { inputsNodeId } from '../../../../src/model/workflow/graph';
import { parseWorkflow } from '../../../../src/model/workflow/parse';
import type { WireSource, Workflow } from '../../../../src/model/workflow/workflow';

const entry = 'a.workflow.yaml';
const types = ['string', 'boolean', 'number', 'file', 'folder'] as const;
/** In the order of the file; those of `m…` use a module. */
const ids = ['a', 'b', 'm1', 'c', 'm2', 'd'];
const names = ['x', 'y', 'z'];

/** A file of some nodes with some wires among them, without a cycle, and a module of some inputs and outputs. */
const files = fc.record({
  inputs: fc.uniqueArray(fc.record({ name: fc.constantFrom(...names), type: fc.constantFrom(...types) }), {
    selector: ({ name }) => name,
  }),
  moduleInputs: fc.uniqueArray(fc.record({ name: fc.constantFrom(...names), type: fc.constantFrom(...types) }), {
    selector: ({ name }) => name,
  }),
  /** Input `name` of node `to`, which comes from an earlier node or is a literal; or order, if `name` is null. */
  wires: fc.uniqueArray(
    fc.record({
      to: fc.nat(ids.length - 1),
      from: fc.option(fc.nat(ids.length - 1)),
      name: fc.option(fc.constantFrom(...names)),
    }),
    { maxLength: 12, selector: ({ to, name, from }) => `${to} ${name ?? `needs ${from}`}` },
  ),
  knowsModule: fc.boolean(),
});
type File = typeof files extends fc.Arbitrary<infer Value> ? Value : never;

function textOf({ inputs, wires }: File): string {
  const lines = inputs.map(({ name, type }) => `  ${name}: { type: ${type} }`);
  const nodes = ids.map((id, at) => {
    const into = wires.filter(({ to, from }) => to === at && (from === null || from < at));
    const given = into.flatMap(({ name, from }) => {
      if (name === null) return [];
      return [`${name}: ${from === null ? 'text' : `{ from: ${ids[from] ?? ''}.out }`}`];
    });
    const needs = into.flatMap(({ name, from }) => (name === null && from !== null ? [ids[from]] : []));
    const action = id.startsWith('m') ? 'uses: ./m.module.yaml' : 'run: x, outputs: { out: o }';
    return `  ${id}: { ${action}, needs: [${needs.join(', ')}], inputs: { ${given.join(', ')} } }`;
  });
  return [...(lines.length > 0 ? ['inputs:', ...lines] : []), 'nodes:', ...nodes, ''].join('\n');
}

interface Meant {
  readonly workflow: Workflow;
  readonly around: EditSurroundings;
  readonly isRefused: (edit: WorkflowEdit) => boolean;
}

function meant(file: File): Meant {
  const text = textOf(file);
  const { workflow } = parseWorkflow(entry, text);
  if (workflow === null) throw new Error(`The file cannot be read:\n${text}`);
  const module: Workflow = {
    kind: 'module',
    fleet: 'local',
    inputs: file.moduleInputs,
    nodes: [],
    outputs: [{ name: 'out', from: { kind: 'input', input: 'x' } }],
    layout: {},
  };
  const around = { moduleOf: () => (file.knowsModule ? module : null) };
  return { workflow, around, isRefused: (edit) => checkEdit(workflow, edit, around) !== null };
}

function wire(source: WireSource, nodeId: string, name: string): WorkflowEdit {
  return { kind: 'setNodeInput', nodeId, name, value: { kind: 'wire', source } };
}

function fitOf(fits: readonly NodeFit[], nodeId: string): NodeFit {
  return fits.find((fit) => fit.nodeId === nodeId) ?? { nodeId, ports: [], newInputs: [], order: false };
}

/** Every source that a card could show, also such as no wire can come from. */
function allSources(workflow: Workflow): ConnectionSource[] {
  return [
    ...[...workflow.inputs.map(({ name }) => name), 'gone'].map((input) => ({ kind: 'input', input }) as const),
    ...[...ids, 'gone'].flatMap((node) => [
      { kind: 'output', node, output: 'out' } as const,
      { kind: 'output', node, output: 'gone' } as const,
      { kind: 'node', node } as const,
    ]),
  ];
}

test('a source is offered exactly the inputs, new inputs and nodes whose edit would be made', () => {
  fc.assert(
    fc.property(files, (file) => {
      const { workflow, around, isRefused } = meant(file);
      for (const source of allSources(workflow)) {
        const fits = targetsOf(workflow, source, around);
        for (const node of workflow.nodes) {
          const { ports, newInputs, order } = fitOf(fits, node.id);
          const mayWait =
            source.kind !== 'input' && !isRefused({ kind: 'addNeed', nodeId: node.id, need: source.node });
          if (source.kind === 'node') expect(order).toBe(mayWait);
          else expect(order).toBe(mayWait && ports.length + newInputs.length > 0 ? true : order && mayWait);
          if (source.kind === 'node') continue;
          const inputs = node.inputs.map(({ name }) => name);
          expect(ports).toEqual(inputs.filter((name) => !isRefused(wire(source, node.id, name))));
          expect(newInputs.filter((name) => inputs.includes(name) || isRefused(wire(source, node.id, name)))).toEqual(
            [],
          );
          const another = names.find((name) => !inputs.includes(name) && !isRefused(wire(source, node.id, name)));
          if (another !== undefined) expect(newInputs).not.toEqual([]);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('an input is offered exactly the sources whose edit would be made, and a node those it may wait for', () => {
  fc.assert(
    fc.property(files, (file) => {
      const { workflow, around, isRefused } = meant(file);
      for (const node of workflow.nodes) {
        for (const input of node.inputs.map(({ name }) => name)) {
          const target: ConnectionTarget = { kind: 'input', node: node.id, input };
          const fits = sourcesOf(workflow, target, around);
          for (const source of allSources(workflow)) {
            if (source.kind === 'node') continue;
            const [from, port] = source.kind === 'input' ? [inputsNodeId, source.input] : [source.node, source.output];
            const isKnown = source.kind === 'input' || file.knowsModule || !from.startsWith('m');
            if (!isKnown) continue;
            expect(fitOf(fits, from).ports.includes(port)).toBe(!isRefused(wire(source, node.id, input)));
          }
        }
        const fits = sourcesOf(workflow, { kind: 'node', node: node.id }, around);
        expect(fits.map(({ nodeId }) => nodeId)).toEqual(
          ids.filter((need) => !isRefused({ kind: 'addNeed', nodeId: node.id, need })),
        );
      }
    }),
    { numRuns: 300 },
  );
});

test('a new input is offered under the name of its source, or the next one that is free', () => {
  const parsed = parseWorkflow(
    entry,
    'nodes:\n  a: { run: x, outputs: { list: l } }\n  b: { run: x, inputs: { list: 1 } }\n',
  );
  const fits = targetsOf(parsed.workflow as Workflow, { kind: 'output', node: 'a', output: 'list' }, {});
  expect(fits).toEqual([{ nodeId: 'b', ports: ['list'], newInputs: ['list_2'], order: true }]);
});

test('in a chain of 5,000 nodes all targets are those behind', () => {
  const nodes = Array.from({ length: 5000 }, (_, at) => {
    const before = at === 0 ? '' : `, inputs: { v: { from: n${at - 1}.out } }`;
    return `  n${at}: { run: x, outputs: { out: o }${before} }`;
  });
  const { workflow } = parseWorkflow(entry, `nodes:\n${nodes.join('\n')}\n`);
  const fits = targetsOf(workflow as Workflow, { kind: 'output', node: 'n2500', output: 'out' }, {});
  expect(fits).toHaveLength(2499);
});
