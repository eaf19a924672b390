import { useState } from 'react';
import { machineSizes, shells } from '../../../model/workflow/choices';
import type { EditNote } from '../../../model/workflow/edit/workflowEdit';
import type { Graph, GraphNode } from '../../../model/workflow/graph';
import type { NodeInspection } from '../../../protocol/editor';
import { useHost } from '../host';
import { Code } from './Code';
import { ChoiceField, type Choice } from './fields/ChoiceField';
import { MessageButton } from './fields/FieldMessages';
import { FieldMessage } from './fields/Row';
import { TextField } from './fields/TextField';
import {
  idField,
  labelField,
  machineField,
  retriesField,
  shellField,
  timeoutField,
  whenField,
} from './model/nodeFields';
import { Section } from './Section';
import { Sentence } from './Sentence';

interface NodeFormProps {
  readonly node: GraphNode;
  readonly graph: Graph;
  readonly inspection: NodeInspection;
  readonly onRename: (to: string) => void;
}

const shellChoices: readonly Choice[] = shells.map((shell) => ({ value: shell, label: shell }));
const whenChoices: readonly Choice[] = [
  { value: 'success', label: 'All before it succeeded' },
  { value: 'always', label: 'Always, also after a failure' },
];
const machineChoices: readonly Choice[] = [
  { value: '', label: 'Any' },
  ...machineSizes.map((size) => ({ value: size, label: size })),
];

/** What the workflow says of a node, each field to be edited. */
export function NodeForm({ node, graph, inspection, onRename }: NodeFormProps) {
  const host = useHost();
  const [notes, setNotes] = useState<readonly EditNote[]>([]);
  const inspected = { node, inspection };
  return (
    <>
      <Section
        title="Definition"
        actions={
          <button type="button" className="link" onClick={() => host.openSource(node.id)}>
            Open Source
          </button>
        }
      >
        <TextField
          label="Id"
          field={{ ...idField(inspected, graph), onAsk: onRename, onDone: setNotes }}
          messages={notes.length === 0 ? null : <ScriptNotes notes={notes} onDismiss={() => setNotes([])} />}
        />
        <TextField label="Label" field={labelField(inspected)} placeholder={node.id} />
        {inspection.action.kind !== 'module' && (
          <ChoiceField label="Shell" field={shellField(inspected)} choices={shellChoices} />
        )}
        <Code code={inspection.code} isModule={inspection.action.kind === 'module'} />
      </Section>
      <Section title="Running">
        <ChoiceField label="Runs when" field={whenField(inspected)} choices={whenChoices} />
        <TextField label="Time-out" field={timeoutField(inspected)} placeholder="None" />
        <TextField label="Retries" field={retriesField(inspected)} placeholder="0" />
        <ChoiceField label="Machine" field={machineField(inspected)} choices={machineChoices} />
      </Section>
    </>
  );
}

/** Where the old id may still stand: commands are never edited. */
function ScriptNotes({ notes, onDismiss }: { readonly notes: readonly EditNote[]; readonly onDismiss: () => void }) {
  const host = useHost();
  const found = notes.filter((note) => note.kind === 'stillInScript');
  return found.map((note, index) => (
    <FieldMessage
      key={note.nodeId}
      severity="warning"
      actions={
        <>
          <MessageButton onClick={() => host.openSource(note.nodeId)}>Open Source</MessageButton>
          {index === found.length - 1 && (
            <>
              {' '}
              <MessageButton onClick={onDismiss}>Dismiss</MessageButton>
            </>
          )}
        </>
      }
    >
      <Sentence text={note.message} />
    </FieldMessage>
  ));
}
