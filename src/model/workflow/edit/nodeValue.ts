/** Parts of a workflow as YAML values, in the order and style in which people write them. */
import { writtenDuration } from '../duration';
import { inputsNodeId } from '../graph';
import { wireText } from '../wires';
import type { InputValue, Position, WireSource, WorkflowNode } from '../workflow';
import { numberValue, textValue, type YamlEntry, type YamlMap, type YamlPath, type YamlValue } from './yaml/yamlChange';

/** The keys of a node, as a new one of them goes among the others. */
const nodeKeys = 'label needs when uses script shell inputs run outputs timeout retries machine'.split(' ');
const workflowKeys = ['name', 'description', 'project', 'fleet', inputsNodeId, 'nodes', 'outputs', 'layout'];

/** Where new keys go, and what vanishes when it is empty: a node stays, and so does `nodes`. */
export const workflowRules = {
  keyOrder(path: YamlPath): readonly string[] | null {
    if (path.length === 0) return workflowKeys;
    if (path.length !== 2) return null;
    if (path[0] === 'nodes') return nodeKeys;
    return path[0] === 'inputs' ? ['type', 'default'] : null;
  },
  vanishesWhenEmpty(path: YamlPath): boolean {
    if (path.length === 1) return path[0] !== 'nodes';
    return path.length === 3 && path[0] === 'nodes';
  },
};

/** A node with all that differs from the defaults. */
export function nodeValue(node: WorkflowNode): YamlMap {
  const { action } = node;
  const entries: (YamlEntry | null)[] = [
    textEntry('label', node.label),
    node.needs.length === 0 ? null : ['needs', { kind: 'list', items: node.needs.map(textValue) }],
    textEntry('when', node.when === 'success' ? undefined : node.when),
    textEntry('uses', action.kind === 'module' ? action.uses : undefined),
    textEntry('script', action.kind === 'script' ? action.script : undefined),
    textEntry('shell', action.kind === 'module' || action.shell === 'sh' ? undefined : action.shell),
    named('inputs', node.inputs, (input) => inputValue(input.value)),
    textEntry('run', action.kind === 'run' ? action.run : undefined),
    named('outputs', node.outputs, (output) => textValue(output.path)),
    textEntry('timeout', node.timeoutSeconds === undefined ? undefined : writtenDuration(node.timeoutSeconds)),
    node.retries === 0 ? null : ['retries', numberValue(node.retries)],
    textEntry('machine', node.machine),
  ];
  return block(entries.filter((entry) => entry !== null));
}

function textEntry(key: string, text: string | undefined): YamlEntry | null {
  return text === undefined ? null : [key, textValue(text)];
}

function named<Named extends { readonly name: string }>(
  key: string,
  list: readonly Named[],
  value: (item: Named) => YamlValue,
): YamlEntry | null {
  return list.length === 0 ? null : [key, block(list.map((item) => [item.name, value(item)]))];
}

/** What stands behind the name of a node's input. */
export function inputValue(value: InputValue): YamlValue {
  switch (value.kind) {
    case 'literal':
      return textValue(value.value);
    case 'path':
      return flow([['file', textValue(value.path)]]);
    case 'wire':
      return fromValue(value.source);
  }
}

/** `{ from: … }` */
export function fromValue(source: WireSource): YamlMap {
  return flow([['from', textValue(wireText(source))]]);
}

/** `[x, y]`, in whole pixels. */
export function positionValue({ x, y }: Position): YamlValue {
  return { kind: 'list', items: [x, y].map((value) => numberValue(Math.round(value) || 0)) };
}

function block(entries: readonly YamlEntry[]): YamlMap {
  return { kind: 'map', style: 'block', entries };
}

/** A map in braces. */
export function flow(entries: readonly YamlEntry[]): YamlMap {
  return { kind: 'map', style: 'flow', entries };
}
