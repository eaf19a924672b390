/** Changes of one text put together by their place, so that what touches one map is edited at once. */
import type { YamlChange, YamlPath, YamlValue } from './yamlChange';

export interface ChangeTree {
  /** What becomes of the value here; null when only what is inside changes. */
  own: { readonly kind: 'set'; readonly value: YamlValue } | { readonly kind: 'remove' } | null;
  /** New name of the key that leads here. */
  rename: string | null;
  readonly children: Map<string, ChangeTree>;
}

/** The changes as a tree; the last one of two for the same place counts. */
export function changeTreeOf(changes: readonly YamlChange[]): ChangeTree {
  const root = emptyTree();
  for (const change of changes) {
    const place = placeOf(root, change.path);
    if (change.kind === 'rename') place.rename = change.to;
    else place.own = change;
  }
  return root;
}

function emptyTree(): ChangeTree {
  return { own: null, rename: null, children: new Map() };
}

function placeOf(root: ChangeTree, path: YamlPath): ChangeTree {
  let place = root;
  for (const key of path) {
    const next = place.children.get(key) ?? emptyTree();
    place.children.set(key, next);
    place = next;
  }
  return place;
}

/** The value that a place gets which is not there yet; null when it stays away. */
export function newValue({ own, children }: ChangeTree): YamlValue | null {
  if (own !== null) return own.kind === 'set' ? own.value : null;
  const entries = [...children].flatMap(([key, child]) => {
    const value = newValue(child);
    return value === null ? [] : [[key, value] as const];
  });
  return entries.length === 0 ? null : { kind: 'map', style: 'block', entries };
}
