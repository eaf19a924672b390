import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadWorkflow, readFrom } from '../../../src/model/workflow/load';
import type { Workflow, WorkflowNode } from '../../../src/model/workflow/workflow';
import { printWorkflow } from './printWorkflow';
import { written, type Written } from './randomWorkflow';

const entry = 'flows/a.workflow.yaml';

async function versionOf(content: Written, seed: number): Promise<string> {
  const files = printWorkflow(content, seed);
  const loaded = await loadWorkflow(entry, readFrom(files));
  expect(loaded.problems, files[entry]).toEqual([]);
  expect(loaded.versionId).toMatch(/^[0-9a-f]{64}$/);
  return loaded.versionId ?? '';
}

test('comments, order, quoting, line ends, names, labels, positions, spelled-out defaults and moved files keep the version', async () => {
  await fc.assert(
    fc.asyncProperty(written, fc.nat(), fc.nat(), async (content, one, other) => {
      expect(await versionOf(content, one)).toBe(await versionOf(content, other));
    }),
    { numRuns: 200 },
  );
});

type Mutation = (content: Written) => Written | null;

/** A mutation of the first node that `change` can change. */
function ofNode(change: (node: WorkflowNode, workflow: Workflow) => WorkflowNode | null): Mutation {
  return (content) => {
    const { workflow } = content;
    for (const [index, node] of workflow.nodes.entries()) {
      const changed = change(node, workflow);
      if (changed === null) continue;
      return { ...content, workflow: { ...workflow, nodes: workflow.nodes.with(index, changed) } };
    }
    return null;
  };
}

const usesScript = (mark: string) => (content: Written) =>
  content.workflow.nodes.some((node) => node.action.kind === 'script' && node.action.script === mark);
const usesModule = (content: Written) => content.workflow.nodes.some((node) => node.action.kind === 'module');
const inputsOf = (node: WorkflowNode, kind: string) => node.inputs.findIndex((input) => input.value.kind === kind);
const newNode: WorkflowNode = {
  id: 'added',
  action: { kind: 'run', shell: 'sh', run: 'true' },
  inputs: [],
  outputs: [],
  needs: [],
  when: 'success',
  retries: 0,
};

const mutations: Record<string, Mutation> = {
  'a node more': (content) => ({
    ...content,
    workflow: { ...content.workflow, nodes: [...content.workflow.nodes, newNode] },
  }),
  'the last node less': (content) =>
    content.workflow.nodes.length < 2
      ? null
      : { ...content, workflow: { ...content.workflow, nodes: content.workflow.nodes.slice(0, -1) } },
  'another id of the last node': (content) => ({
    ...content,
    workflow: {
      ...content.workflow,
      nodes: [...content.workflow.nodes.slice(0, -1), { ...content.workflow.nodes.at(-1)!, id: 'renamed' }],
    },
  }),
  'another command': ofNode((node) =>
    node.action.kind === 'run' ? { ...node, action: { ...node.action, run: `${node.action.run} ` } } : null,
  ),
  'another shell': ofNode((node) =>
    node.action.kind === 'module'
      ? null
      : { ...node, action: { ...node.action, shell: node.action.shell === 'bash' ? 'sh' : 'bash' } },
  ),
  'a command that is a script now': ofNode((node) =>
    node.action.kind === 'run' ? { ...node, action: { kind: 'script', shell: node.action.shell, script: '@0' } } : null,
  ),
  'the line ends of a script': (content) =>
    usesScript('@0')(content)
      ? { ...content, scripts: [content.scripts[0].replace(/$/, '\r'), content.scripts[1]] }
      : null,
  'a comment in a script': (content) =>
    usesScript('@1')(content) ? { ...content, scripts: [content.scripts[0], `${content.scripts[1]}#`] } : null,
  'a command inside the module': (content) =>
    usesModule(content)
      ? {
          ...content,
          module: { ...content.module, nodes: content.module.nodes.map((node) => ({ ...node, retries: 5 })) },
        }
      : null,
  'an input of the module more': (content) =>
    usesModule(content)
      ? {
          ...content,
          module: { ...content.module, inputs: [...content.module.inputs, { name: 'more', type: 'file' }] },
        }
      : null,
  'a literal written otherwise': ofNode((node) => {
    const index = inputsOf(node, 'literal');
    const input = node.inputs[index];
    if (input?.value.kind !== 'literal') return null;
    const value = { kind: 'literal', value: `${input.value.value}0` } as const;
    return { ...node, inputs: node.inputs.with(index, { ...input, value }) };
  }),
  'a path that is a literal now': ofNode((node) => {
    const index = inputsOf(node, 'path');
    const input = node.inputs[index];
    if (input?.value.kind !== 'path') return null;
    return {
      ...node,
      inputs: node.inputs.with(index, { ...input, value: { kind: 'literal', value: input.value.path } }),
    };
  }),
  'a wire that is a literal now': ofNode((node) => {
    const index = inputsOf(node, 'wire');
    const input = node.inputs[index];
    if (input === undefined) return null;
    return { ...node, inputs: node.inputs.with(index, { ...input, value: { kind: 'literal', value: 'inputs.in_0' } }) };
  }),
  'a wire less': ofNode((node) => {
    const index = inputsOf(node, 'wire');
    return index === -1 ? null : { ...node, inputs: node.inputs.toSpliced(index, 1) };
  }),
  'a wire more': ofNode((node) =>
    node.action.kind === 'module'
      ? null
      : {
          ...node,
          inputs: [...node.inputs, { name: 'more', value: { kind: 'wire', source: { kind: 'input', input: 'in_0' } } }],
        },
  ),
  'another name of an input': ofNode((node) =>
    node.action.kind === 'module' || node.inputs.length === 0
      ? null
      : { ...node, inputs: node.inputs.with(0, { ...node.inputs[0]!, name: 'other' }) },
  ),
  'a need more': ofNode((node, { nodes }) => {
    const free = nodes.slice(0, nodes.indexOf(node)).find((other) => !node.needs.includes(other.id));
    return free === undefined ? null : { ...node, needs: [...node.needs, free.id] };
  }),
  'a need less': ofNode((node) => (node.needs.length === 0 ? null : { ...node, needs: node.needs.slice(1) })),
  'another condition': ofNode((node) => ({ ...node, when: node.when === 'always' ? 'success' : 'always' })),
  'a second more of timeout': ofNode((node) => ({ ...node, timeoutSeconds: (node.timeoutSeconds ?? 9) + 1 })),
  'a retry more': ofNode((node) => ({ ...node, retries: node.retries + 1 })),
  'another machine': ofNode((node) => ({ ...node, machine: 'medium' })),
  'another output path': ofNode((node) =>
    node.outputs.length === 0 ? null : { ...node, outputs: [{ name: 'out', path: 'other.txt' }] },
  ),
  'an output more': ofNode((node) =>
    node.action.kind === 'module' ? null : { ...node, outputs: [...node.outputs, { name: 'more', path: 'out.txt' }] },
  ),
  'another type of a workflow input': (content) => {
    const [first, ...rest] = content.workflow.inputs;
    const changed = { ...first!, type: first!.type === 'string' ? ('file' as const) : ('string' as const) };
    if (changed.type === 'file' && changed.default === '') return null;
    return { ...content, workflow: { ...content.workflow, inputs: [changed, ...rest] } };
  },
  'no default of a workflow input': (content) => {
    const index = content.workflow.inputs.findIndex((input) => input.default !== undefined);
    if (index === -1) return null;
    const { name, type } = content.workflow.inputs[index]!;
    return {
      ...content,
      workflow: { ...content.workflow, inputs: content.workflow.inputs.with(index, { name, type }) },
    };
  },
  'a workflow input more': (content) => ({
    ...content,
    workflow: { ...content.workflow, inputs: [...content.workflow.inputs, { name: 'more', type: 'string' }] },
  }),
};

for (const [name, mutate] of Object.entries(mutations)) {
  test(`${name} is another version`, async () => {
    let applied = 0;
    await fc.assert(
      fc.asyncProperty(written, fc.nat(), async (content, seed) => {
        const mutated = mutate(content);
        if (mutated === null) return;
        applied += 1;
        expect(await versionOf(mutated, seed)).not.toBe(await versionOf(content, seed));
      }),
      { numRuns: 40 },
    );
    expect(applied).toBeGreaterThan(0);
  });
}

test('a script or module that is missing, or an error, leaves no version', async () => {
  const text = 'nodes:\n  a: { script: gone.sh }\n';
  expect((await loadWorkflow('a.workflow.yaml', readFrom({ 'a.workflow.yaml': text }))).versionId).toBeNull();
});
