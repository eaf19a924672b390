/** Writes a workflow as YAML in one of very many ways that all mean the same. */
import { wireText } from '../../../src/model/workflow/wires';
import type { InputValue, NodeAction, Workflow, WorkflowNode } from '../../../src/model/workflow/workflow';
import type { Written } from './randomWorkflow';

/** Numbers that follow from a seed, from 0 up to below 1. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Value = string | readonly string[] | ValueMap;
interface ValueMap {
  readonly [key: string]: Value;
}

/** The files of a workflow, its entry `flows/a.workflow.yaml`, with a style and cosmetics that the seed decides. */
export function printWorkflow({ workflow, scripts, module }: Written, seed: number): Record<string, string> {
  const random = randomFrom(seed);
  const oneOf = <Choice>(...choices: Choice[]): Choice => choices[Math.floor(random() * choices.length)] as Choice;
  const scriptPaths = [oneOf('a.sh', 'tools/a.sh', '../a.sh'), oneOf('b.sh', './tools/x/../b.sh')];
  const modulePath = oneOf('m.module.yaml', './sub/m.module.yaml', '../lib/m.module.yaml');
  const keyOf = (path: string): string => new URL(path, 'file:///flows/').pathname.slice(1);

  const words: Words = {
    script: (mark) => scriptPaths[Number(mark.slice(1))] ?? mark,
    module: () => modulePath,
    random,
  };
  const files: Record<string, string> = {};
  for (const [index, path] of scriptPaths.entries()) files[keyOf(path)] = scripts[index] ?? '';
  files[keyOf(modulePath)] = printText(fileValue(module, words), random);
  files['flows/a.workflow.yaml'] = printText(fileValue(workflow, words), random);
  return files;
}

interface Words {
  readonly script: (mark: string) => string;
  readonly module: () => string;
  readonly random: () => number;
}

function fileValue(workflow: Workflow, words: Words): ValueMap {
  const { random } = words;
  const maybe = (value: ValueMap): ValueMap => (random() < 0.4 ? value : {});
  const layout = workflow.nodes
    .filter(() => random() < 0.5)
    .map(({ id }) => [id, [String(Math.floor(random() * 900)), '-12']]);
  return shuffled(random, {
    ...maybe({ name: 'A name' }),
    ...maybe({ description: 'What it is: a test\nof two lines' }),
    ...maybe({ project: '1.10' }),
    ...maybe({ fleet: 'local' }),
    ...(layout.length === 0 ? {} : { layout: Object.fromEntries(layout) as ValueMap }),
    ...named('inputs', random, workflow.inputs, (input) => ({
      type: input.type,
      ...(input.default === undefined ? {} : { default: input.default }),
    })),
    nodes: shuffled(random, Object.fromEntries(workflow.nodes.map((node) => [node.id, nodeValue(node, words)]))),
    ...named('outputs', random, workflow.outputs, (output) => ({ from: wireText(output.from) })),
  });
}

function nodeValue(node: WorkflowNode, words: Words): ValueMap {
  const { random } = words;
  const isSaid = (isDefault: boolean): boolean => !isDefault || random() < 0.3;
  const needs = [...node.needs].sort(() => random() - 0.5);
  return shuffled(random, {
    ...(random() < 0.3 ? { label: 'Some label' } : {}),
    ...actionValue(node.action, words),
    ...named('inputs', random, node.inputs, (input) => inputValue(input.value)),
    ...named('outputs', random, node.outputs, (output) => output.path),
    ...(isSaid(needs.length === 0) ? { needs } : {}),
    ...(isSaid(node.when === 'success') ? { when: node.when } : {}),
    ...(node.timeoutSeconds === undefined ? {} : { timeout: timeoutText(node.timeoutSeconds, random) }),
    ...(isSaid(node.retries === 0) ? { retries: String(node.retries) } : {}),
    ...(node.machine === undefined ? {} : { machine: node.machine }),
  });
}

function actionValue(action: NodeAction, words: Words): ValueMap {
  if (action.kind === 'module') return { uses: words.module() };
  const shell: ValueMap = action.shell !== 'sh' || words.random() < 0.3 ? { shell: action.shell } : {};
  return { ...shell, ...(action.kind === 'run' ? { run: action.run } : { script: words.script(action.script) }) };
}

function inputValue(value: InputValue): Value {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'path':
      return { file: value.path };
    case 'wire':
      return { from: wireText(value.source) };
  }
}

function timeoutText(seconds: number, random: () => number): string {
  const choices = [`${seconds}s`, String(seconds)];
  if (seconds % 60 === 0) choices.push(`${seconds / 60}m`);
  if (seconds > 3600) choices.push(`1h${seconds - 3600}s`);
  return choices[Math.floor(random() * choices.length)] ?? '';
}

function named<Named extends { readonly name: string }>(
  key: string,
  random: () => number,
  list: readonly Named[],
  value: (item: Named) => Value,
): ValueMap {
  if (list.length === 0) return {};
  return { [key]: shuffled(random, Object.fromEntries(list.map((item) => [item.name, value(item)]))) };
}

function shuffled(random: () => number, map: ValueMap): ValueMap {
  return Object.fromEntries(Object.entries(map).sort(() => random() - 0.5));
}

function printText(value: ValueMap, random: () => number): string {
  const lineEnd = random() < 0.3 ? '\r\n' : '\n';
  const lines = [...(random() < 0.3 ? ['# a comment', ''] : []), ...blockMap(value, '', random)];
  const text = lines.join('\n').replaceAll('\n', lineEnd);
  return random() < 0.3 ? text : text + lineEnd;
}

/** Lines of a map in block style. Numbers must stay plain, since a quoted one is a text. */
function blockMap(map: ValueMap, indent: string, random: () => number): string[] {
  const step = random() < 0.5 ? '  ' : '    ';
  return Object.entries(map).flatMap(([key, value]) => {
    const before = random() < 0.1 ? [`${indent}# about ${key}`] : random() < 0.1 ? [''] : [];
    const after = random() < 0.1 ? '  # so' : '';
    const mustBePlain = key === 'retries';
    if (typeof value === 'string') {
      const block = blockScalar(value, indent + step, random);
      if (block !== null) return [...before, `${indent}${key}: ${block}`];
      return [...before, `${indent}${key}: ${mustBePlain ? value : scalar(value, random)}${after}`];
    }
    if (isList(value)) {
      const isPosition = value.length === 2 && value[1] === '-12';
      const items = value.map((item) => (isPosition ? item : scalar(item, random)));
      if (value.length === 0 || random() < 0.5) return [...before, `${indent}${key}: [${items.join(', ')}]${after}`];
      return [...before, `${indent}${key}:${after}`, ...items.map((item) => `${indent}${step}- ${item}`)];
    }
    if (random() < 0.3 || Object.keys(value).length === 0) {
      return [...before, `${indent}${key}: ${flow(value, random, key)}`];
    }
    return [...before, `${indent}${key}:${after}`, ...blockMap(value, indent + step, random)];
  });
}

function flow(value: Value, random: () => number, key: string): string {
  if (typeof value === 'string') return key === 'retries' ? value : scalar(value, random);
  if (isList(value)) {
    const isPosition = value.length === 2 && value[1] === '-12';
    return `[${value.map((item) => (isPosition ? item : scalar(item, random))).join(', ')}]`;
  }
  const entries = Object.entries(value).map(([name, item]) => `${name}: ${flow(item, random, name)}`);
  return random() < 0.5 ? `{${entries.join(', ')}}` : `{ ${entries.join(',  ')} }`;
}

function scalar(text: string, random: () => number): string {
  const isPlain = /^[\w.~/-]([\w./$"&> -]*[\w./"-])?$/.test(text);
  const choice = random();
  if (isPlain && choice < 0.5) return text;
  if (!text.includes('\n') && choice < 0.75) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text);
}

function blockScalar(text: string, indent: string, random: () => number): string | null {
  if (!/^\S[^]*[^\n]\n$/.test(text) || random() < 0.3) return null;
  return `|\n${text
    .slice(0, -1)
    .split('\n')
    .map((line) => indent + line)
    .join('\n')}`;
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}
