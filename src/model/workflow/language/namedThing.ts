/** What a word of a workflow file names, wherever it stands: a node, an output, an input. */
import { inputsNodeId } from '../graph';
import { spotAt, type Spot } from '../spotAt';
import { parseWire } from '../wires';
import type { OffsetRange, Tree, TreePath } from '../yamlTree';

export type NamedThing =
  | { readonly kind: 'node'; readonly node: string }
  | { readonly kind: 'output'; readonly node: string; readonly name: string }
  | { readonly kind: 'nodeInput'; readonly node: string; readonly name: string }
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'workflowOutput'; readonly name: string }
  /** A path as written, relative to the file. */
  | { readonly kind: 'file'; readonly path: string };

export interface NamedPlace {
  readonly thing: NamedThing;
  /** The word that names it, without quotation marks. */
  readonly range: OffsetRange;
}

/** The thing named at an offset; null where nothing is. */
export function namedAt(tree: Tree, offset: number, text: string): NamedPlace | null {
  const spot = spotAt(tree, offset);
  if (spot === null || spot.text === null) return null;
  const range = withoutQuotes(text, spot.range);
  if (spot.on === 'key') {
    const thing = keyThing(spot.path);
    return thing === null ? null : { thing, range };
  }
  return valueThing(spot, spot.text, range, offset);
}

function keyThing(path: readonly string[]): NamedThing | null {
  const [section, one, part, name] = path;
  if (one === undefined) return null;
  if (path.length === 2) {
    if (section === 'nodes' || section === 'layout') return { kind: 'node', node: one };
    if (section === 'inputs') return { kind: 'input', name: one };
    return section === 'outputs' ? { kind: 'workflowOutput', name: one } : null;
  }
  if (section !== 'nodes' || path.length !== 4 || name === undefined) return null;
  if (part === 'outputs') return { kind: 'output', node: one, name };
  return part === 'inputs' ? { kind: 'nodeInput', node: one, name } : null;
}

function valueThing({ path }: Spot, word: string, range: OffsetRange, offset: number): NamedPlace | null {
  const [section, , part] = path;
  const isWire = path.at(-1) === 'from' && path.length === (section === 'outputs' ? 3 : 5);
  if (isWire && (section === 'outputs' || part === 'inputs')) return wireThing(word, range, offset);
  if (section !== 'nodes') return null;
  if (part === 'needs' && path.length === 4) return { thing: { kind: 'node', node: word }, range };
  const isFile = path.length === 3 && (part === 'script' || part === 'uses');
  return isFile ? { thing: { kind: 'file', path: word }, range } : null;
}

/** The part of a wire before its dot, or behind it. */
function wireThing(word: string, [start, end]: OffsetRange, offset: number): NamedPlace | null {
  const source = parseWire(word);
  const dot = start + word.indexOf('.');
  // Behind an escape in quotation marks the letters would not stand where they seem to.
  if (source === null || end - start !== word.length) return null;
  const isName = offset > dot;
  if (source.kind === 'output') {
    const { node, output } = source;
    if (isName) return { thing: { kind: 'output', node, name: output }, range: [dot + 1, end] };
    return { thing: { kind: 'node', node }, range: [start, dot] };
  }
  return { thing: { kind: 'input', name: source.input }, range: isName ? [dot + 1, end] : [start, end] };
}

/** The path of the key that declares a thing. */
export function declarationOf(thing: Exclude<NamedThing, { kind: 'file' }>): TreePath {
  switch (thing.kind) {
    case 'node':
      return ['nodes', thing.node];
    case 'output':
      return ['nodes', thing.node, 'outputs', thing.name];
    case 'nodeInput':
      return ['nodes', thing.node, 'inputs', thing.name];
    case 'input':
      return [inputsNodeId, thing.name];
    case 'workflowOutput':
      return ['outputs', thing.name];
  }
}

function withoutQuotes(text: string, [start, end]: OffsetRange): OffsetRange {
  const quote = text[start];
  return (quote === '"' || quote === "'") && end - start > 1 ? [start + 1, end - 1] : [start, end];
}
