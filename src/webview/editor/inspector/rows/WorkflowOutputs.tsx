import { useState, type ReactNode } from 'react';
import { checkNewName } from '../../../../model/workflow/edit/checkNames';
import { freeName } from '../../../../model/workflow/edit/freeId';
import type { Graph } from '../../../../model/workflow/graph';
import { parseWire } from '../../../../model/workflow/wires';
import type { WorkflowOutput } from '../../../../model/workflow/workflow';
import type { WorkflowSettings } from '../../../../protocol/editor';
import { useEdit } from '../../authoring/useEdit';
import { fieldMessages } from '../fields/FieldMessages';
import { useField } from '../fields/useField';
import { outputSourceField, workflowPortNameField } from '../model/workflowFields';
import { AddButton, Section } from '../Section';
import { NamedRow } from './NamedRow';
import { NewRow } from './NewRow';
import { OutputSourceSelect } from './OutputSourceSelect';

interface WorkflowOutputsProps {
  readonly settings: WorkflowSettings;
  readonly graph: Graph;
  readonly messagesAt: (...path: readonly string[]) => ReactNode;
}

/** What a module hands on to the workflow that uses it. */
export function WorkflowOutputs({ settings, graph, messagesAt }: WorkflowOutputsProps) {
  const [isAdding, setAdding] = useState(false);
  return (
    <Section title="Module outputs" actions={<AddButton label="Add Output" onClick={() => setAdding(true)} />}>
      {settings.outputs.map((output) => (
        <OutputRow
          key={output.name}
          settings={settings}
          output={output}
          graph={graph}
          messages={messagesAt('outputs', output.name)}
        />
      ))}
      {isAdding && <NewOutput settings={settings} graph={graph} onClose={() => setAdding(false)} />}
      {settings.outputs.length === 0 && !isAdding && <p className="quiet">It hands nothing on.</p>}
    </Section>
  );
}

interface OutputRowProps {
  readonly settings: WorkflowSettings;
  readonly output: WorkflowOutput;
  readonly graph: Graph;
  readonly messages: ReactNode;
}

function OutputRow({ settings, output, graph, messages }: OutputRowProps) {
  const edit = useEdit();
  const field = outputSourceField(output);
  const state = useField(field);
  return (
    <NamedRow
      label={`Output ${output.name}`}
      nameField={workflowPortNameField(settings, 'output', output.name)}
      onRemove={() => void edit({ kind: 'removeWorkflowOutput', name: output.name })}
      messages={fieldMessages(field, state, messages)}
    >
      {(describedBy) => (
        <OutputSourceSelect
          graph={graph}
          value={state.text}
          name={`Source of ${output.name}`}
          describedBy={describedBy}
          onChoose={(source) => void state.write(source)}
        />
      )}
    </NamedRow>
  );
}

type NewOutputProps = Pick<WorkflowOutputsProps, 'settings' | 'graph'> & { readonly onClose: () => void };

function NewOutput({ settings, graph, onClose }: NewOutputProps) {
  const edit = useEdit();
  const [source, setSource] = useState('');
  const from = parseWire(source);
  return (
    <NewRow
      label="New output"
      placeholder="name"
      check={(name) =>
        checkNewName(name, settings.outputs, 'The module') ??
        (from === null ? { message: 'Choose where it comes from.' } : null)
      }
      add={async (name) =>
        from === null
          ? { kind: 'refused', message: 'Choose where it comes from.' }
          : edit({ kind: 'setWorkflowOutput', name, from }, 'spot')
      }
      hasValue={from !== null}
      onClose={onClose}
    >
      {(propose) => (
        <OutputSourceSelect
          graph={graph}
          value={source}
          name="Source of the new output"
          onChoose={(chosen) => {
            setSource(chosen);
            const taken = new Set(settings.outputs.map(({ name }) => name));
            propose(freeName(chosen.slice(chosen.indexOf('.') + 1), taken));
          }}
        />
      )}
    </NewRow>
  );
}
