/** What is to change in a YAML text, said by paths and values. How it stands in the text is the business of the compiler. */

export type YamlValue =
  /** Read back, its text is exactly this. */
  | { readonly kind: 'text'; readonly text: string }
  /** A number as YAML knows it, so never quoted. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly YamlValue[] }
  | YamlMap;

export interface YamlMap {
  readonly kind: 'map';
  /** How it is written where no neighbour shows how it is done in the file: over several lines, or as `{ … }`. */
  readonly style: 'block' | 'flow';
  readonly entries: readonly YamlEntry[];
}

export type YamlEntry = readonly [key: string, value: YamlValue];

/** Keys from the top down; an item of a list by its index. */
export type YamlPath = readonly string[];

export type YamlChange =
  /** Gives a value to a key, which with the maps above it is made if need be. */
  | { readonly kind: 'set'; readonly path: YamlPath; readonly value: YamlValue }
  /** Takes a key with its value away; nothing if it is not there. */
  | { readonly kind: 'remove'; readonly path: YamlPath }
  /** Gives a key another name in its place; nothing if it is not there. */
  | { readonly kind: 'rename'; readonly path: YamlPath; readonly to: string };

/** A text as a value. */
export function textValue(text: string): YamlValue {
  return { kind: 'text', text };
}

/** A whole number as a value. */
export function numberValue(value: number): YamlValue {
  return { kind: 'number', text: String(value) };
}
