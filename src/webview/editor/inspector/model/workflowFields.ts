/** What the workflow says of itself, as fields. */
import { checkDefault } from '../../../../model/workflow/edit/checkFields';
import { checkNewName } from '../../../../model/workflow/edit/checkNames';
import type { WorkflowFieldName } from '../../../../model/workflow/edit/workflowEdit';
import { inputTypes } from '../../../../model/workflow/choices';
import { parseWire, wireText } from '../../../../model/workflow/wires';
import type { WorkflowInput, WorkflowOutput } from '../../../../model/workflow/workflow';
import type { WorkflowSettings } from '../../../../protocol/editor';
import type { Field } from '../fields/useField';

/** One of the plain texts; an empty one is taken out of the file. */
export function settingField(settings: WorkflowSettings, field: WorkflowFieldName): Field {
  return {
    key: `workflow/${field}`,
    name: `The ${field} of the workflow`,
    value: settings[field] ?? '',
    edit: (text) => ({ kind: 'setWorkflowField', field, value: text === '' ? null : text }),
  };
}

/** The name of an input or output of the workflow, which is renamed with the wires that name it. */
export function workflowPortNameField(settings: WorkflowSettings, kind: 'input' | 'output', name: string): Field {
  const known = kind === 'input' ? settings.inputs : settings.outputs;
  return {
    key: `workflow/${kind}s/${name}/name`,
    name: `The name of “${name}”`,
    value: name,
    check: (text) => checkNewName(text, known, kind === 'input' ? 'The workflow' : 'The module'),
    edit: (to) => ({ kind: kind === 'input' ? 'renameWorkflowInput' : 'renameWorkflowOutput', name, to }),
  };
}

/** The type of an input of the workflow. */
export function inputTypeField(input: WorkflowInput): Field {
  return {
    key: `workflow/inputs/${input.name}/type`,
    name: `The type of “${input.name}”`,
    value: input.type,
    edit: (text) => ({
      kind: 'setWorkflowInput',
      name: input.name,
      type: inputTypes.find((type) => type === text) ?? input.type,
      default: input.default ?? null,
    }),
  };
}

/** The default of an input; without one, runs must give a value. */
export function inputDefaultField(input: WorkflowInput): Field {
  return {
    key: `workflow/inputs/${input.name}/default`,
    name: `The default of “${input.name}”`,
    value: input.default ?? '',
    check: (text) => (text === '' ? null : checkDefault(input.name, input.type, text)),
    edit: (text) => ({
      kind: 'setWorkflowInput',
      name: input.name,
      type: input.type,
      default: text === '' ? null : text,
    }),
  };
}

/** Where an output of a module comes from. */
export function outputSourceField(output: WorkflowOutput): Field {
  return {
    key: `workflow/outputs/${output.name}/from`,
    name: `The source of “${output.name}”`,
    value: wireText(output.from),
    edit: (text) => ({ kind: 'setWorkflowOutput', name: output.name, from: parseWire(text) ?? output.from }),
  };
}
