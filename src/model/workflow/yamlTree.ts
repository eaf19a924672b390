/** What a YAML text says, as a small immutable tree that knows where each part stands and how it was written. */

/** UTF-16 offsets into the text, the second one behind the last character. */
export type OffsetRange = readonly [start: number, end: number];

export type Tree = ScalarTree | MapTree | ListTree;

export interface ScalarTree {
  readonly kind: 'scalar';
  readonly range: OffsetRange;
  /** The characters of a plain scalar as written, the content of a quoted or block one. */
  readonly text: string;
  readonly value: string | number | boolean | null;
}

export interface MapTree {
  readonly kind: 'map';
  readonly range: OffsetRange;
  readonly entries: ReadonlyMap<string, MapEntry>;
}

export interface MapEntry {
  readonly keyRange: OffsetRange;
  readonly value: Tree;
}

export interface ListTree {
  readonly kind: 'list';
  readonly range: OffsetRange;
  readonly items: readonly Tree[];
}

export type TreePath = readonly PropertyKey[];

/** The part at a path; undefined when there is none. */
export function treeAt(tree: Tree, path: TreePath): Tree | undefined {
  let part: Tree | undefined = tree;
  for (const key of path) {
    if (part?.kind === 'map') part = part.entries.get(String(key))?.value;
    else if (part?.kind === 'list') part = part.items[Number(key)];
    else return undefined;
  }
  return part;
}

/** Where the key stands that leads to `path`; the nearest part above when there is none. */
export function keyRangeAt(tree: Tree, path: TreePath): OffsetRange {
  if (path.length === 0) return [tree.range[0], tree.range[0]];
  const parentPath = path.slice(0, -1);
  const parent = treeAt(tree, parentPath);
  const key = path.at(-1);
  if (parent?.kind === 'map') {
    const entry = parent.entries.get(String(key));
    if (entry !== undefined) return entry.keyRange;
  }
  if (parent?.kind === 'list') {
    const item = parent.items[Number(key)];
    if (item !== undefined) return item.range;
  }
  return keyRangeAt(tree, parentPath);
}

/** Where a value stands: a scalar or list itself, a map by its key (a map may fill the whole file). */
export function rangeAt(tree: Tree, path: TreePath): OffsetRange {
  const part = treeAt(tree, path);
  const isEmpty = part?.kind === 'scalar' && part.range[0] === part.range[1];
  return part === undefined || part.kind === 'map' || isEmpty ? keyRangeAt(tree, path) : part.range;
}

/** The value of a key when the tree is a map that has it. */
export function child(tree: Tree | undefined, key: string): Tree | undefined {
  return tree?.kind === 'map' ? tree.entries.get(key)?.value : undefined;
}

/** The entries of a map as pairs; none for anything else. */
export function entriesOf(tree: Tree | undefined): [key: string, value: Tree][] {
  return tree?.kind === 'map' ? Array.from(tree.entries, ([key, entry]) => [key, entry.value]) : [];
}

/** A scalar as it was written; undefined for a map, a list, or nothing at all. */
export function textOf(tree: Tree | undefined): string | undefined {
  if (tree?.kind !== 'scalar') return undefined;
  return tree.value === null && tree.text === '' ? undefined : tree.text;
}

/** The plain data of a tree, for a schema. */
export function plainOf(tree: Tree): unknown {
  switch (tree.kind) {
    case 'scalar':
      return isOnlyText(tree) ? tree.text : tree.value;
    case 'list':
      return tree.items.map(plainOf);
    case 'map':
      return Object.fromEntries(Array.from(tree.entries, ([key, entry]) => [key, plainOf(entry.value)]));
  }
}

/** `.inf` and a written-out `null` have no place in the format but as text; a value that is missing is null. */
function isOnlyText({ value, text }: ScalarTree): boolean {
  return value === null ? text !== '' : typeof value === 'number' && !Number.isFinite(value);
}
