/** What a node is made of, value by value, as texts that can stand side by side. */
import type { Surroundings } from '../workflow/canonical';
import { fieldWords } from '../workflow/describeDifferences';
import { writtenDuration } from '../workflow/duration';
import type { NodeField } from '../workflow/nodeField';
import { wireText } from '../workflow/wires';
import type { InputValue, WorkflowNode } from '../workflow/workflow';
import type { FieldDifference, ValueDifference } from './difference';
import { shortenedPair } from './shortened';

interface Value {
  readonly field: NodeField;
  readonly name: string;
  readonly text: string;
  /** Equal when it means the same. */
  readonly meaning: string;
  readonly look: ValueDifference['look'];
}

/** A node of one side with what stands around it; null: the side has no such node. */
export type NodeSide = { readonly node: WorkflowNode; readonly around: Surroundings } | null;

/** The values that differ, in the order of the inspector. Of a node that only one side has these are all its values. */
export function fieldDifferences(left: NodeSide, right: NodeSide): FieldDifference[] {
  const before = valuesOf(left);
  const after = valuesOf(right);
  const names = [...new Set([...after.keys(), ...before.keys()])];
  return names.flatMap((name): FieldDifference[] => {
    const one = before.get(name);
    const other = after.get(name);
    const known = other ?? one;
    if (known === undefined || one?.meaning === other?.meaning) return [];
    const fields = [...new Set([one, other].flatMap((value) => (value === undefined ? [] : [value.field])))];
    const texts = shortenedPair({ left: one?.text ?? null, right: other?.text ?? null });
    return [{ name, fields, ...texts, look: known.look }];
  });
}

function valuesOf(side: NodeSide): Map<string, Value> {
  if (side === null) return new Map();
  const { node, around } = side;
  const values: Value[] = [
    ...(node.label === undefined ? [] : [word('label', node.label)]),
    ...actionValues(node, around),
    ...node.inputs.map(({ name, value }): Value => {
      const field = value.kind === 'wire' ? 'wires' : 'inputs';
      return { field, name: `input ${name}`, text: inputText(value), meaning: JSON.stringify(value), look: 'words' };
    }),
    ...node.outputs.map(({ name, path }): Value => ({ ...word('outputs', path), name: `output ${name}` })),
    ...(node.needs.length === 0 ? [] : [word('needs', [...node.needs].sort().join(', '))]),
    ...(node.when === 'success' ? [] : [word('when', 'always')]),
    ...(node.timeoutSeconds === undefined ? [] : [word('timeout', writtenDuration(node.timeoutSeconds))]),
    ...(node.retries === 0 ? [] : [word('retries', String(node.retries))]),
    ...(node.machine === undefined ? [] : [word('machine', node.machine)]),
  ];
  return new Map(values.map((value) => [value.name, value]));
}

function word(field: NodeField, text: string): Value {
  return { field, name: names[field] ?? fieldWords[field], text, meaning: text, look: 'words' };
}

const names: Partial<Record<NodeField, string>> = { needs: 'runs after' };

function actionValues({ action }: WorkflowNode, around: Surroundings): Value[] {
  switch (action.kind) {
    case 'run':
      return [code('command', action.run), word('shell', action.shell)];
    case 'script':
      return [code('script', around.scriptText(action.script) ?? ''), word('shell', action.shell)];
    case 'module': {
      const version = around.moduleVersion(action.uses);
      const text = version === null ? action.uses : `${action.uses} (version ${version.slice(0, 12)})`;
      return [{ ...word('module', text), meaning: version ?? '' }];
    }
  }
}

function code(field: NodeField, text: string): Value {
  return { ...word(field, text), look: 'code' };
}

function inputText(value: InputValue): string {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'path':
      return `file ${value.path}`;
    case 'wire':
      return `from ${wireText(value.source)}`;
  }
}
