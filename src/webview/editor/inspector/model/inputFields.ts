/** The inputs and outputs of a node as fields. */
import { checkOutputPath } from '../../../../model/workflow/edit/checkFields';
import { checkNewName } from '../../../../model/workflow/edit/checkNames';
import { parseWire, wireText } from '../../../../model/workflow/wires';
import type { InputValue } from '../../../../model/workflow/workflow';
import type { Field } from '../fields/useField';
import { draftsOf, type InspectedNode } from './nodeFields';

export const valueKinds = ['literal', 'path', 'wire'] as const;
export type ValueKind = (typeof valueKinds)[number];

interface Named {
  readonly name: string;
}

/** The name of an input or output, which is renamed with all that names it. */
export function portNameField({ node, inspection }: InspectedNode, kind: 'input' | 'output', name: string): Field {
  const known: readonly Named[] = kind === 'input' ? inspection.inputs : inspection.outputs;
  return {
    key: `${draftsOf(node.id)}${kind}s/${name}/name`,
    name: `The name of “${name}”`,
    value: name,
    check: (text) => checkNewName(text, known, `\`${node.id}\``),
    edit: (to) => ({ kind: kind === 'input' ? 'renameNodeInput' : 'renameNodeOutput', nodeId: node.id, name, to }),
  };
}

/** The value of an input as a text of a kind; `text`: what the document says, if it is of that kind. */
export function inputValueField({ node }: InspectedNode, name: string, kind: ValueKind, text: string): Field {
  const field: Field = {
    // Of each kind a draft of its own: what was typed as a text is no path.
    key: `${draftsOf(node.id)}inputs/${name}/${kind}`,
    name: `The input “${name}” of “${node.title}”`,
    value: text,
    edit: (typed) => ({ kind: 'setNodeInput', nodeId: node.id, name, value: inputValue(kind, typed) }),
  };
  // Space around a text may be meant.
  if (kind === 'literal') return { ...field, clean: (typed) => typed };
  return {
    ...field,
    check: (typed) => (typed === '' ? { message: 'Name a file or folder, relative to this file.' } : null),
  };
}

/** The path of an output in the work folder of its node. */
export function outputPathField({ node }: InspectedNode, name: string, path: string): Field {
  return {
    key: `${draftsOf(node.id)}outputs/${name}/path`,
    name: `The output “${name}” of “${node.title}”`,
    value: path,
    check: checkOutputPath,
    edit: (text) => ({ kind: 'setNodeOutput', nodeId: node.id, name, path: text }),
  };
}

/** A value as the one text that a field shows. */
export function valueText(value: InputValue): string {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'path':
      return value.path;
    case 'wire':
      return wireText(value.source);
  }
}

/** The text of a field as a value; what is no wire stays a text. */
export function inputValue(kind: ValueKind, text: string): InputValue {
  switch (kind) {
    case 'literal':
      return { kind, value: text };
    case 'path':
      return { kind, path: text };
    case 'wire': {
      const source = parseWire(text);
      return source === null ? { kind: 'literal', value: text } : { kind, source };
    }
  }
}
