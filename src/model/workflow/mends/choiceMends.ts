/** Mends of values that must be one of a few words. */
import { fitsType } from '../inputValues';
import { nearest } from '../nearest';
import { inputTypes, machineSizes, shells, whens } from '../choices';
import type { Spot } from '../spotAt';
import type { InputType, Workflow } from '../workflow';
import { changeTo, type Mend } from './mend';
import type { NodeField } from '../edit/workflowEdit';

/** The nearest of the words that a field of a node can have. */
export function choiceMend({ path, text }: Spot): Mend | null {
  const [section, nodeId, field] = path;
  if (section !== 'nodes' || nodeId === undefined || text === null || path.length !== 3) return null;
  const near = fieldNear(field, text.toLowerCase());
  if (near === null || near.value === null) return null;
  return changeTo(String(near.value), { kind: 'setNodeField', nodeId, field: near });
}

function fieldNear(field: string | undefined, word: string): NodeField | null {
  switch (field) {
    case 'shell':
      return { name: field, value: nearOf(word, shells) };
    case 'when':
      return { name: field, value: nearOf(word, whens) };
    case 'machine':
      return { name: field, value: nearOf(word, machineSizes) };
    default:
      return null;
  }
}

/** The nearest type of a workflow input; also for an input that is written as its type alone. */
export function inputTypeMend({ path, text }: Spot, workflow: Workflow): Mend | null {
  const [, name, key] = path;
  const type = text === null ? null : nearOf(text.toLowerCase(), inputTypes);
  if (name === undefined || type === null || (key !== undefined && key !== 'type')) return null;
  const input = workflow.inputs.find((one) => one.name === name);
  const written = key === undefined ? `{ type: ${type} }` : type;
  return changeTo(written, { kind: 'setWorkflowInput', name, type, default: input?.default ?? null });
}

/** The type that the default of an input has. */
export function missingTypeMend({ path, on }: Spot, workflow: Workflow): Mend | null {
  const [section, name] = path;
  const input = workflow.inputs.find((one) => one.name === name);
  if (section !== 'inputs' || on !== 'key' || input === undefined) return null;
  const type = typeOf(input.default);
  return {
    kind: 'edit',
    title: `Add “type: ${type}”`,
    edit: { kind: 'setWorkflowInput', name: input.name, type, default: input.default ?? null },
  };
}

function typeOf(value: string | undefined): InputType {
  if (value === undefined) return 'string';
  return (['boolean', 'number'] as const).find((type) => fitsType(type, value)) ?? 'string';
}

function nearOf<Value extends string>(word: string, values: readonly Value[]): Value | null {
  const near = nearest(word, values);
  return values.find((value) => value === near) ?? null;
}
