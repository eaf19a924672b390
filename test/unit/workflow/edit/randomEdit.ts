/** Random edits of a workflow: most of them possible, some of them not. */
import * as fc from 'fast-check';
import type { NodeField, WorkflowEdit } from '../../../../src/model/workflow/edit/workflowEdit';
import type { InputValue, WireSource, Workflow, WorkflowNode } from '../../../../src/model/workflow/workflow';

/** What decides an edit, whatever the workflow is that it meets. */
export type Dice = readonly number[];

/** Numbers for one edit. */
export const dice: fc.Arbitrary<Dice> = fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 });

const texts = [
  'Plain',
  'a b: c',
  '# no',
  "it's",
  'say "x"',
  ' led',
  'null',
  '1.10',
  'é ✓ 日本',
  'tab\tin',
  '- x',
  '{a}',
  'a, b',
  '*x',
  '&x',
  '!t',
];
const commands = [
  'true',
  'echo "$a" > out',
  'one\ntwo\n',
  'one\n\n\ttab\n  deep',
  ' led\nx\n',
  '\nfirst\n',
  'end\n\n\n',
  'x: |\n  y\n',
  'if x; then\n\ty # z\nfi\n',
  'a\r\nb',
  'trail  \nx\n',
  '# c\nd\n',
];
const newIds = ['fresh', 'b-2', 'true', 'n', 'constructor', 'z9', 'Bad Id', 'inputs', 'scan'];
const names = ['a', 'list', 'in_0', 'v0', 'out', 'null', 'x_1', 'Not', 'report'];

/** The edit that the dice give for a workflow. */
export function editOf(workflow: Workflow, dice: Dice): WorkflowEdit {
  let next = 1;
  const pick = <Item>(items: readonly Item[], otherwise: Item): Item => {
    next += 1;
    return items.length === 0 ? otherwise : (items[(dice[next % dice.length] ?? 0) % items.length] ?? otherwise);
  };
  const ids = workflow.nodes.map((node) => node.id);
  const nodeId = pick(ids, 'none');
  const node = workflow.nodes.find(({ id }) => id === nodeId);
  const nameIn = (list: readonly { readonly name: string }[]): string =>
    pick([...list.map(({ name }) => name), ...list.map(({ name }) => name), ...names.slice(0, 1)], 'a');
  const source = (): WireSource => {
    const from = workflow.nodes.find(({ id }) => id === pick(ids, 'none'));
    const input = pick(workflow.inputs, undefined as never);
    if (from !== undefined && pick([true, true, false], true)) {
      return { kind: 'output', node: from.id, output: nameIn(from.outputs) };
    }
    return { kind: 'input', input: input?.name ?? 'none' };
  };
  const value = (): InputValue =>
    pick<() => InputValue>(
      [
        () => ({ kind: 'literal', value: pick([...texts, ...commands], '') }),
        () => ({ kind: 'path', path: pick(['data/x.txt', 'a b', '../y'], '') }),
        () => ({ kind: 'wire', source: source() }),
      ],
      () => ({ kind: 'literal', value: '' }),
    )();
  const at = () => ({ x: pick([0, 300, -20.4], 0), y: pick([0, 120, 77.7], 0) });
  const newNode = (): WorkflowNode => ({
    id: pick(newIds, 'fresh'),
    ...(pick([true, false], true) ? { label: pick(texts, '') } : {}),
    action: pick<WorkflowNode['action']>(
      [
        { kind: 'run', shell: 'sh', run: pick(commands, '') },
        { kind: 'script', shell: 'node', script: 'tools/a.mjs' },
        { kind: 'run', shell: 'bash', run: 'true' },
      ],
      { kind: 'run', shell: 'sh', run: 'true' },
    ),
    inputs: pick([true, false], true) ? [{ name: 'a', value: value() }] : [],
    outputs: pick([true, false], true) ? [{ name: 'out', path: 'out.txt' }] : [],
    needs: pick([true, false], true) && nodeId !== 'none' ? [nodeId] : [],
    when: pick(['success', 'always'], 'success'),
    ...(pick([true, false], true) ? { timeoutSeconds: pick([1, 90, 3600, 5400], 1) } : {}),
    retries: pick([0, 2], 0),
    ...(pick([true, false], true) ? { machine: pick(['small', 'large'], 'small') } : {}),
  });
  const field = (): NodeField =>
    pick<() => NodeField>(
      [
        () => ({ name: 'label', value: pick([...texts, null], null) }),
        () => ({ name: 'run', value: pick(commands, '') }),
        () => ({ name: 'script', value: pick(['a.sh', 'tools/b c.mjs'], '') }),
        () => ({ name: 'uses', value: './m.module.yaml' }),
        () => ({ name: 'shell', value: pick(['node', 'sh', null], null) }),
        () => ({ name: 'needs', value: ids.filter((id) => pick([true, false, false], false) && id !== nodeId) }),
        () => ({ name: 'when', value: pick(['always', 'success', null], null) }),
        () => ({ name: 'timeout', value: pick(['10m', '45', '1h30m', 'soon', null], null) }),
        () => ({ name: 'retries', value: pick([0, 3, null], null) }),
        () => ({ name: 'machine', value: pick(['medium', null], null) }),
      ],
      () => ({ name: 'label', value: null }),
    )();
  const of = workflow;
  const kinds: (() => WorkflowEdit)[] = [
    () => ({ kind: 'addNode', node: newNode(), ...(pick([true, false], true) ? { at: at() } : {}) }),
    () => ({ kind: 'addNode', node: newNode() }),
    () => ({
      kind: 'removeNodes',
      nodeIds: pick([true, false, false], true) ? [...new Set([nodeId, pick(ids, nodeId)])] : [nodeId],
    }),
    () => ({ kind: 'renameNode', nodeId, to: pick(newIds, 'fresh') }),
    () => ({ kind: 'setNodeField', nodeId, field: field() }),
    () => ({ kind: 'setNodeField', nodeId, field: field() }),
    () => ({ kind: 'setNodeField', nodeId, field: field() }),
    () => ({ kind: 'setNodeInput', nodeId, name: pick(names, 'a'), value: value() }),
    () => ({ kind: 'setNodeInput', nodeId, name: nameIn(node?.inputs ?? []), value: value() }),
    () => ({ kind: 'removeNodeInput', nodeId, name: nameIn(node?.inputs ?? []) }),
    () => ({ kind: 'renameNodeInput', nodeId, name: nameIn(node?.inputs ?? []), to: pick(names, 'a') }),
    () => {
      const wired = (node?.inputs ?? []).filter(({ value: given }) => given.kind === 'wire');
      const to = workflow.nodes.find(({ id }) => id === pick(ids, 'none'));
      const name = pick([nameIn(to?.inputs ?? []), pick(names, 'a')], 'a');
      return { kind: 'moveWire', nodeId, name: nameIn(wired), to: { nodeId: to?.id ?? 'none', name } };
    },
    () => ({ kind: 'setNodeOutput', nodeId, name: pick(names, 'a'), path: pick(['x.txt', 'a: b', '../z'], '') }),
    () => ({ kind: 'removeNodeOutput', nodeId, name: nameIn(node?.outputs ?? []) }),
    () => ({ kind: 'renameNodeOutput', nodeId, name: nameIn(node?.outputs ?? []), to: pick(names, 'a') }),
    () => ({ kind: 'addNeed', nodeId, need: pick(ids, 'none') }),
    () => ({ kind: 'removeNeed', nodeId, need: pick(node?.needs ?? [], 'none') }),
    () => ({
      kind: 'setWorkflowField',
      field: pick(['name', 'description', 'project', 'fleet'] as const, 'name'),
      value: pick([...texts, 'two\nlines', null, null], null),
    }),
    () => ({
      kind: 'setWorkflowInput',
      name: pick([nameIn(of.inputs), pick(names, 'a')], 'a'),
      type: pick(['string', 'file', 'number', 'boolean'] as const, 'string'),
      default: pick([null, 'x', '7', 'true'], null),
    }),
    () => ({ kind: 'removeWorkflowInput', name: nameIn(of.inputs) }),
    () => ({ kind: 'renameWorkflowInput', name: nameIn(of.inputs), to: pick(names, 'a') }),
    () => ({ kind: 'setWorkflowOutput', name: pick(names, 'a'), from: source() }),
    () => ({ kind: 'removeWorkflowOutput', name: nameIn(of.outputs) }),
    () => ({ kind: 'renameWorkflowOutput', name: nameIn(of.outputs), to: pick(names, 'a') }),
    () => ({ kind: 'move', moved: [{ nodeId, ...at() }] }),
    () => {
      const copied = workflow.nodes.filter(() => pick([true, false, false], false));
      return { kind: 'paste', nodes: copied, positions: copied.map(({ id }) => ({ nodeId: id, ...at() })) };
    },
  ];
  const kind = kinds[(dice[0] ?? 0) % kinds.length];
  if (kind === undefined) throw new Error('no kind of edit');
  return kind();
}
