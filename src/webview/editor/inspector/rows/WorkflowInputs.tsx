import { useState, type ReactNode } from 'react';
import { inputTypes } from '../../../../model/workflow/choices';
import { checkDefault } from '../../../../model/workflow/edit/checkFields';
import { checkNewName } from '../../../../model/workflow/edit/checkNames';
import type { InputType, WorkflowInput } from '../../../../model/workflow/workflow';
import type { WorkflowSettings } from '../../../../protocol/editor';
import { useEdit } from '../../authoring/useEdit';
import { fieldMessages } from '../fields/FieldMessages';
import { TextControl } from '../fields/TextControl';
import { useField } from '../fields/useField';
import { inputDefaultField, inputTypeField, workflowPortNameField } from '../model/workflowFields';
import { AddButton, Section } from '../Section';
import { NamedRow } from './NamedRow';
import { NewRow } from './NewRow';

interface WorkflowInputsProps {
  readonly settings: WorkflowSettings;
  readonly messagesAt: (...path: readonly string[]) => ReactNode;
}

/** What a run of the workflow is given. */
export function WorkflowInputs({ settings, messagesAt }: WorkflowInputsProps) {
  const [isAdding, setAdding] = useState(false);
  return (
    <Section title="Workflow inputs" actions={<AddButton label="Add Input" onClick={() => setAdding(true)} />}>
      {settings.inputs.map((input) => (
        <InputRow key={input.name} settings={settings} input={input} messages={messagesAt('inputs', input.name)} />
      ))}
      {isAdding && <NewInput settings={settings} onClose={() => setAdding(false)} />}
      {settings.inputs.length === 0 && !isAdding && <p className="quiet">Its runs are given nothing.</p>}
    </Section>
  );
}

interface InputRowProps {
  readonly settings: WorkflowSettings;
  readonly input: WorkflowInput;
  readonly messages: ReactNode;
}

function InputRow({ settings, input, messages }: InputRowProps) {
  const edit = useEdit();
  const typeField = inputTypeField(input);
  const type = useField(typeField);
  const defaultField = inputDefaultField(input);
  const preset = useField(defaultField);
  return (
    <NamedRow
      label={`Input ${input.name}`}
      nameField={workflowPortNameField(settings, 'input', input.name)}
      onRemove={() => void edit({ kind: 'removeWorkflowInput', name: input.name })}
      messages={fieldMessages(typeField, type, fieldMessages(defaultField, preset, messages))}
    >
      {(describedBy) => (
        <>
          <TypeSelect name={`Type of ${input.name}`} type={type.text} onChoose={(chosen) => void type.write(chosen)} />
          <TextControl
            state={preset}
            name={`Default of ${input.name}`}
            describedBy={describedBy}
            placeholder="No default"
          />
        </>
      )}
    </NamedRow>
  );
}

function NewInput({ settings, onClose }: { readonly settings: WorkflowSettings; readonly onClose: () => void }) {
  const edit = useEdit();
  const [type, setType] = useState<InputType>('string');
  const [preset, setPreset] = useState('');
  const given = preset.trim() === '' ? null : preset.trim();
  return (
    <NewRow
      label="New input"
      placeholder="name"
      check={(name) =>
        checkNewName(name, settings.inputs, 'The workflow') ?? (given === null ? null : checkDefault(name, type, given))
      }
      add={(name) => edit({ kind: 'setWorkflowInput', name, type, default: given }, 'spot')}
      onClose={onClose}
    >
      {() => (
        <>
          <TypeSelect name="Type of the new input" type={type} onChoose={setType} />
          <input
            type="text"
            className="text-control"
            aria-label="Default of the new input"
            placeholder="No default"
            spellCheck={false}
            autoComplete="off"
            value={preset}
            onChange={(event) => setPreset(event.target.value)}
          />
        </>
      )}
    </NewRow>
  );
}

interface TypeSelectProps {
  readonly name: string;
  readonly type: string;
  readonly onChoose: (type: InputType) => void;
}

function TypeSelect({ name, type, onChoose }: TypeSelectProps) {
  return (
    <select
      className="choice-control type-select"
      aria-label={name}
      value={type}
      onChange={(event) => {
        const chosen = inputTypes.find((one) => one === event.target.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {inputTypes.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  );
}
