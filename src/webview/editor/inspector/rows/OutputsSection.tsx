import { useState, type ReactNode } from 'react';
import { checkNewName } from '../../../../model/workflow/edit/checkNames';
import { checkOutputPath } from '../../../../model/workflow/edit/checkFields';
import type { NodeOutput } from '../../../../model/workflow/workflow';
import { useEdit } from '../../authoring/useEdit';
import { fieldMessages } from '../fields/FieldMessages';
import { TextControl } from '../fields/TextControl';
import { useField } from '../fields/useField';
import { outputPathField, portNameField } from '../model/inputFields';
import type { InspectedNode } from '../model/nodeFields';
import { AddButton, Section } from '../Section';
import { NamedRow } from './NamedRow';
import { NewRow } from './NewRow';

interface OutputsSectionProps {
  readonly inspected: InspectedNode;
  readonly messagesAt: (...path: readonly string[]) => ReactNode;
}

/** What a node leaves behind. */
export function OutputsSection({ inspected, messagesAt }: OutputsSectionProps) {
  const [isAdding, setAdding] = useState(false);
  const { outputs } = inspected.inspection;
  return (
    <Section title="Outputs" actions={<AddButton label="Add Output" onClick={() => setAdding(true)} />}>
      {outputs.map((output) => (
        <OutputRow
          key={output.name}
          inspected={inspected}
          output={output}
          messages={messagesAt('outputs', output.name)}
        />
      ))}
      {isAdding && <NewOutput inspected={inspected} onClose={() => setAdding(false)} />}
      {outputs.length === 0 && !isAdding && <p className="quiet">It leaves nothing for other nodes.</p>}
    </Section>
  );
}

function OutputRow({
  inspected,
  output: { name, path },
  messages,
}: {
  readonly inspected: InspectedNode;
  readonly output: NodeOutput;
  readonly messages: ReactNode;
}) {
  const edit = useEdit();
  const field = outputPathField(inspected, name, path);
  const state = useField(field);
  return (
    <NamedRow
      label={`Output ${name}`}
      nameField={portNameField(inspected, 'output', name)}
      onRemove={() => void edit({ kind: 'removeNodeOutput', nodeId: inspected.node.id, name })}
      messages={fieldMessages(field, state, messages)}
    >
      {(describedBy) => <TextControl state={state} name={`Path of ${name}`} describedBy={describedBy} />}
    </NamedRow>
  );
}

function NewOutput({ inspected: { node, inspection }, onClose }: { inspected: InspectedNode; onClose: () => void }) {
  const edit = useEdit();
  const [path, setPath] = useState('');
  return (
    <NewRow
      label="New output"
      placeholder="name"
      check={(name) => checkNewName(name, inspection.outputs, `\`${node.id}\``) ?? checkOutputPath(path || '.')}
      // What has no path yet is called as the output is.
      add={(name) =>
        edit({ kind: 'setNodeOutput', nodeId: node.id, name, path: path.trim() === '' ? name : path.trim() }, 'spot')
      }
      onClose={onClose}
    >
      {() => (
        <input
          type="text"
          className="text-control"
          aria-label="Path of the new output"
          placeholder="Path in its work folder"
          spellCheck={false}
          autoComplete="off"
          value={path}
          onChange={(event) => setPath(event.target.value)}
        />
      )}
    </NewRow>
  );
}
