import { useState, type ReactNode } from 'react';
import { checkNewName } from '../../../../model/workflow/edit/checkNames';
import { freeName } from '../../../../model/workflow/edit/freeId';
import type { Graph } from '../../../../model/workflow/graph';
import { useEdit } from '../../authoring/useEdit';
import { PathButton } from '../fields/PathButton';
import { inputValue, type ValueKind } from '../model/inputFields';
import type { InspectedNode } from '../model/nodeFields';
import { AddButton, Section } from '../Section';
import { InputRow } from './InputRow';
import { KindSelect } from './KindSelect';
import { NewRow } from './NewRow';
import { SourceSelect } from './SourceSelect';

interface InputsSectionProps {
  readonly inspected: InspectedNode;
  readonly graph: Graph;
  readonly messagesAt: (...path: readonly string[]) => ReactNode;
}

/** What a node gets. */
export function InputsSection({ inspected, graph, messagesAt }: InputsSectionProps) {
  const [isAdding, setAdding] = useState(false);
  const { inputs } = inspected.inspection;
  return (
    <Section title="Inputs" actions={<AddButton label="Add Input" onClick={() => setAdding(true)} />}>
      {inputs.map((input) => (
        <InputRow
          key={input.name}
          inspected={inspected}
          input={input}
          graph={graph}
          messages={messagesAt('inputs', input.name)}
        />
      ))}
      {isAdding && <NewInput inspected={inspected} graph={graph} onClose={() => setAdding(false)} />}
      {inputs.length === 0 && !isAdding && <p className="quiet">Nothing is handed to it.</p>}
    </Section>
  );
}

type NewInputProps = Pick<InputsSectionProps, 'inspected' | 'graph'> & { readonly onClose: () => void };

function NewInput({ inspected: { node, inspection }, graph, onClose }: NewInputProps) {
  const edit = useEdit();
  const [kind, setKind] = useState<ValueKind>('literal');
  const [text, setText] = useState('');
  const add = (name: string, value: string) =>
    edit({ kind: 'setNodeInput', nodeId: node.id, name, value: inputValue(kind, value) }, 'spot');
  const [source, setSource] = useState('');
  return (
    <NewRow
      label="New input"
      placeholder="name"
      check={(name) => checkNewName(name, inspection.inputs, `\`${node.id}\``)}
      add={(name) => add(name, kind === 'wire' ? source : text)}
      hasValue={kind === 'wire' ? source !== '' : kind === 'literal' || text !== ''}
      onClose={onClose}
    >
      {(propose) => (
        <>
          {kind === 'wire' ? (
            <SourceSelect
              graph={graph}
              nodeId={node.id}
              input={null}
              value={source}
              name="Value of the new input"
              onChoose={(chosen) => {
                setSource(chosen);
                const taken = new Set(inspection.inputs.map(({ name }) => name));
                propose(freeName(chosen.slice(chosen.indexOf('.') + 1), taken));
              }}
            />
          ) : (
            <input
              type="text"
              className="text-control"
              aria-label="Value of the new input"
              placeholder={kind === 'path' ? 'Path, relative to this file' : 'Value'}
              spellCheck={false}
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
          {kind === 'path' && (
            <PathButton purpose="value" label="Choose the file of the new input…" onChoose={setText} />
          )}
          <KindSelect name="Kind of the new input" kind={kind} onChoose={setKind} />
        </>
      )}
    </NewRow>
  );
}
