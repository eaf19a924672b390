/** Maps and lists as YAML text. */
import { printKey, printScalar, type Printed } from './printScalar';
import type { YamlEntry, YamlValue } from './yamlChange';

export interface ValuePlace {
  readonly style: 'block' | 'flow';
  /** Spaces before the key that the value belongs to. */
  readonly indent: string;
  /** Spaces that a line inside has more. */
  readonly step: string;
  readonly lineEnd: string;
}

/** The value as it stands behind its key. */
export function printValue(value: YamlValue, place: ValuePlace): Printed {
  switch (value.kind) {
    case 'text':
    case 'number':
      return printScalar(value, place);
    case 'list':
      return { inline: `[${value.items.map((item) => flowText(item, place)).join(', ')}]`, below: '' };
    case 'map':
      if (value.entries.length === 0) return { inline: '{}', below: '' };
      if (place.style === 'flow' || value.style === 'flow') {
        return { inline: `{ ${value.entries.map((entry) => flowEntry(entry, place)).join(', ')} }`, below: '' };
      }
      return {
        inline: '',
        below: value.entries.map((entry) => place.lineEnd + blockEntry(entry, inside(place))).join(''),
      };
  }
}

/** `key: value` for a map in braces, without a comma. */
export function flowEntry([key, value]: YamlEntry, place: ValuePlace): string {
  return `${printKey(key)}: ${flowText(value, place)}`;
}

/** `key: value` with its indentation, over as many lines as it needs, without a line end. */
export function blockEntry([key, value]: YamlEntry, place: ValuePlace): string {
  const { inline, below } = printValue(value, place);
  return `${place.indent}${printKey(key)}:${inline === '' ? '' : ` ${inline}`}${below}`;
}

/** The value in one line, for the inside of `{ }` or `[ ]`. */
export function flowText(value: YamlValue, place: ValuePlace): string {
  return printValue(value, { ...place, style: 'flow' }).inline;
}

function inside(place: ValuePlace): ValuePlace {
  return { ...place, indent: place.indent + place.step };
}
