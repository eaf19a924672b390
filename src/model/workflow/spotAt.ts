/** What stands at a place of a file: the path that leads there, and whether the place is on a key or in a value. */
import { textOf, type OffsetRange, type Tree } from './yamlTree';

export interface Spot {
  /** Keys from the top down; an item of a list by its index. */
  readonly path: readonly string[];
  readonly on: 'key' | 'value';
  /** The key, or the whole value. */
  readonly range: OffsetRange;
  /** The key, or the value as it was written; null for a value that is no scalar. */
  readonly text: string | null;
}

/** The innermost key, scalar or list at an offset, or just before it; null between them. */
export function spotAt(tree: Tree, offset: number): Spot | null {
  return spotIn(tree, offset, []);
}

function spotIn(tree: Tree, offset: number, path: readonly string[]): Spot | null {
  if (tree.kind === 'map') {
    for (const [key, { keyRange, value }] of tree.entries) {
      const inside = [...path, key];
      if (holds(keyRange, offset)) return { path: inside, on: 'key', range: keyRange, text: key };
      if (!holds(value.range, offset)) continue;
      const found = spotIn(value, offset, inside);
      if (found !== null) return found;
    }
    return null;
  }
  if (tree.kind === 'list') {
    for (const [index, item] of tree.items.entries()) {
      const found = holds(item.range, offset) ? spotIn(item, offset, [...path, String(index)]) : null;
      if (found !== null) return found;
    }
  }
  return holds(tree.range, offset) ? { path, on: 'value', range: tree.range, text: textOf(tree) ?? null } : null;
}

function holds([start, end]: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
