import { useState, type ReactNode } from 'react';
import type { Graph } from '../../../../model/workflow/graph';
import type { NodeInput } from '../../../../model/workflow/workflow';
import { useEdit } from '../../authoring/useEdit';
import { fieldMessages } from '../fields/FieldMessages';
import { PathButton } from '../fields/PathButton';
import { TextControl } from '../fields/TextControl';
import { useField } from '../fields/useField';
import { inputValueField, portNameField, valueText, type ValueKind } from '../model/inputFields';
import type { InspectedNode } from '../model/nodeFields';
import { KindSelect } from './KindSelect';
import { NamedRow } from './NamedRow';
import { SourceSelect } from './SourceSelect';

interface InputRowProps {
  readonly inspected: InspectedNode;
  readonly input: NodeInput;
  readonly graph: Graph;
  readonly messages: ReactNode;
}

/** One input of a node: its name, and a text, a path or a wire. */
export function InputRow({ inspected, input, graph, messages }: InputRowProps) {
  const { node } = inspected;
  const edit = useEdit();
  // Another kind than the file has, chosen and still without a value.
  const [chosen, setChosen] = useState<{ readonly kind: ValueKind; readonly instead: string } | null>(null);
  const now = JSON.stringify(input.value);
  const kind = chosen !== null && chosen.instead === now ? chosen.kind : input.value.kind;
  const text = kind === input.value.kind ? valueText(input.value) : '';
  const field = inputValueField(inspected, input.name, kind, text);
  const state = useField(field);
  const name = `Value of ${input.name}`;

  const choose = (next: ValueKind): void => {
    // A text is a value at once, any other kind when it is named.
    if (next === 'literal' && input.value.kind !== 'literal') {
      const literal = { kind: 'literal' as const, value: input.value.kind === 'path' ? input.value.path : '' };
      void edit({ kind: 'setNodeInput', nodeId: node.id, name: input.name, value: literal });
    } else setChosen({ kind: next, instead: now });
  };
  return (
    <NamedRow
      label={`Input ${input.name}`}
      nameField={portNameField(inspected, 'input', input.name)}
      onRemove={() => void edit({ kind: 'removeNodeInput', nodeId: node.id, name: input.name })}
      messages={fieldMessages(field, state, messages)}
    >
      {(describedBy) => (
        <>
          {kind === 'wire' ? (
            <SourceSelect
              graph={graph}
              nodeId={node.id}
              input={input.name}
              value={state.text}
              name={name}
              isInvalid={state.refusal !== null}
              describedBy={describedBy}
              onChoose={(source) => void state.write(source)}
            />
          ) : (
            <TextControl
              state={state}
              name={name}
              describedBy={describedBy}
              placeholder={kind === 'path' ? 'Path, relative to this file' : '(empty)'}
            />
          )}
          {kind === 'path' && (
            <PathButton
              purpose="value"
              label={`Choose the file of ${input.name}…`}
              onChoose={(path) => void state.write(path)}
            />
          )}
          <KindSelect name={`Kind of ${input.name}`} kind={kind} onChoose={choose} />
        </>
      )}
    </NamedRow>
  );
}
