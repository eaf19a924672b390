/** From a tree to a workflow with every default filled in. Takes what can be read; what is wrong, others report. */
import { inputTypes, machineSizes, shells, whens } from './choices';
import { parseDuration } from './duration';
import { parseWire } from './wires';
import type { InputValue, NodeAction, Position, Workflow, WorkflowInput, WorkflowKind, WorkflowNode } from './workflow';
import { child, entriesOf, textOf, type MapTree, type Tree } from './yamlTree';

/** The workflow that a tree describes, as far as it can be read. */
export function readWorkflow(tree: MapTree, kind: WorkflowKind): Workflow {
  return {
    kind,
    ...optional('name', textOf(child(tree, 'name')) || undefined),
    ...optional('description', textOf(child(tree, 'description'))),
    ...optional('project', textOf(child(tree, 'project')) || undefined),
    fleet: textOf(child(tree, 'fleet')) || 'local',
    inputs: entriesOf(child(tree, 'inputs')).map(([name, input]) => readInput(name, input)),
    nodes: entriesOf(child(tree, 'nodes')).map(([id, node]) => readNode(id, node)),
    outputs: entriesOf(child(tree, 'outputs')).flatMap(([name, output]) => {
      const from = parseWire(textOf(child(output, 'from')) ?? '');
      return from === null ? [] : [{ name, from }];
    }),
    layout: Object.fromEntries(entriesOf(child(tree, 'layout')).flatMap(([id, value]) => readPosition(id, value))),
  };
}

function readInput(name: string, tree: Tree): WorkflowInput {
  return {
    name,
    type: oneOf(inputTypes, textOf(child(tree, 'type'))) ?? 'string',
    ...optional('default', textOf(child(tree, 'default'))),
  };
}

function readNode(id: string, tree: Tree): WorkflowNode {
  const retries = child(tree, 'retries');
  const retryCount = retries?.kind === 'scalar' ? retries.value : 0;
  return {
    id,
    ...optional('label', textOf(child(tree, 'label')) || undefined),
    action: readAction(tree),
    inputs: entriesOf(child(tree, 'inputs')).flatMap(([name, input]) => {
      const value = readInputValue(input);
      return value === null ? [] : [{ name, value }];
    }),
    outputs: entriesOf(child(tree, 'outputs')).flatMap(([name, output]) => {
      const path = textOf(output);
      return path === undefined ? [] : [{ name, path }];
    }),
    needs: readNeeds(child(tree, 'needs')),
    when: oneOf(whens, textOf(child(tree, 'when'))) ?? 'success',
    ...optional('timeoutSeconds', parseDuration(textOf(child(tree, 'timeout')) ?? '') ?? undefined),
    retries: typeof retryCount === 'number' && Number.isInteger(retryCount) && retryCount > 0 ? retryCount : 0,
    ...optional('machine', oneOf(machineSizes, textOf(child(tree, 'machine')))),
  };
}

/** The first of `run`, `script`, `uses`; a node with none has an empty command. */
export function readAction(tree: Tree): NodeAction {
  const shell = oneOf(shells, textOf(child(tree, 'shell'))) ?? 'sh';
  const run = textOf(child(tree, 'run'));
  const script = textOf(child(tree, 'script'));
  const uses = textOf(child(tree, 'uses'));
  if (run === undefined && script !== undefined) return { kind: 'script', shell, script };
  if (run === undefined && uses !== undefined) return { kind: 'module', uses };
  return { kind: 'run', shell, run: run ?? '' };
}

function readInputValue(tree: Tree): InputValue | null {
  const literal = textOf(tree);
  if (literal !== undefined) return { kind: 'literal', value: literal };
  const path = textOf(child(tree, 'file'));
  if (path !== undefined) return { kind: 'path', path };
  const source = parseWire(textOf(child(tree, 'from')) ?? '');
  return source === null ? null : { kind: 'wire', source };
}

function readNeeds(tree: Tree | undefined): string[] {
  const ids = tree?.kind === 'list' ? tree.items.flatMap((item) => textOf(item) ?? []) : [];
  return [...new Set(ids)];
}

function readPosition(id: string, tree: Tree): [string, Position][] {
  const [x, y] = tree.kind === 'list' ? tree.items : [];
  if (x?.kind !== 'scalar' || y?.kind !== 'scalar') return [];
  return typeof x.value === 'number' && typeof y.value === 'number' && Number.isFinite(x.value + y.value)
    ? [[id, { x: x.value, y: y.value }]]
    : [];
}

function oneOf<Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined {
  return values.find((value) => value === text);
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  const result: { [K in Key]?: Value } = {};
  if (value !== undefined) result[key] = value;
  return result;
}
