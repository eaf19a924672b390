/** The parts of a workflow file, for the outline and the breadcrumbs of its text. */
import { textRange } from '../finding';
import type { TextRange } from '../problem';
import { readAction } from '../readWorkflow';
import type { YamlReading } from '../readYaml';
import type { NodeAction } from '../workflow';
import { child, textOf, type MapEntry, type OffsetRange, type Tree } from '../yamlTree';

export interface OutlineSymbol {
  readonly kind: 'section' | 'input' | 'output' | NodeAction['kind'];
  /** The id or name, as the file has it. */
  readonly name: string;
  /** The label, or what it is; empty where there is nothing to add. */
  readonly detail: string;
  readonly range: TextRange;
  /** The key alone. */
  readonly selection: TextRange;
  readonly children: readonly OutlineSymbol[];
}

interface Drawn {
  readonly kind: OutlineSymbol['kind'];
  readonly detail: string;
  readonly children?: readonly OutlineSymbol[];
}

/** The inputs, the nodes with their inputs and outputs, and the outputs, in the order of the file. */
export function outlineOf(text: string, { tree, lines }: Pick<YamlReading, 'tree' | 'lines'>): OutlineSymbol[] {
  const named = (map: Tree | undefined, draw: (value: Tree) => Drawn): OutlineSymbol[] =>
    map?.kind !== 'map' ? [] : Array.from(map.entries, ([name, entry]) => symbol(name, entry, draw(entry.value)));

  const symbol = (name: string, { keyRange, value }: MapEntry, drawn: Drawn): OutlineSymbol => ({
    kind: drawn.kind,
    name,
    detail: drawn.detail,
    range: textRange(wholeRange(text, keyRange, value), lines),
    selection: textRange(keyRange, lines),
    children: drawn.children ?? [],
  });

  const input = (value: Tree): Drawn => ({ kind: 'input', detail: valueWords(value) });
  const output = (value: Tree): Drawn => ({ kind: 'output', detail: valueWords(value) });
  const node = (value: Tree): Drawn => {
    const action = readAction(value);
    const children = [...named(child(value, 'inputs'), input), ...named(child(value, 'outputs'), output)];
    return { kind: action.kind, detail: textOf(child(value, 'label')) || actionWords(action), children };
  };

  if (tree?.kind !== 'map') return [];
  return [...tree.entries].flatMap(([name, entry]) => {
    const draw = { inputs: input, nodes: node, outputs: output }[name];
    if (draw === undefined) return [];
    return [symbol(name, entry, { kind: 'section', detail: '', children: named(entry.value, draw) })];
  });
}

/** What a node does, in a few words. */
export function actionWords(action: NodeAction): string {
  switch (action.kind) {
    case 'run':
      return `${action.shell} command`;
    case 'script':
      return action.script;
    case 'module':
      return action.uses;
  }
}

function valueWords(value: Tree): string {
  const [from, file, type] = ['from', 'file', 'type'].map((key) => textOf(child(value, key)));
  if (from !== undefined) return `from ${from}`;
  const first = textOf(value)?.split('\n', 1)[0];
  return first ?? file ?? [type, textOf(child(value, 'default'))].filter((word) => word !== undefined).join(' = ');
}

/** From the key to the last letter of the value. */
function wholeRange(text: string, [start, keyEnd]: OffsetRange, value: Tree): OffsetRange {
  const end = Math.max(keyEnd, value.range[1]);
  return [start, Math.max(keyEnd, start + text.slice(start, end).trimEnd().length)];
}
