import { useState } from 'react';
import { machineSizes } from '../../../model/workflow/choices';
import type { EditNote } from '../../../model/workflow/edit/workflowEdit';
import type { Graph, GraphNode } from '../../../model/workflow/graph';
import type { PlacedProblem } from '../../../model/workflow/mends/placedProblems';
import { openSource, type NodeInspection } from '../../../protocol/nodeInspection';
import { useHost } from '../host';
import { ActionFields } from './ActionFields';
import { ChoiceField, type Choice } from './fields/ChoiceField';
import { MessageButton } from './fields/FieldMessages';
import { FieldMessage } from './fields/Row';
import { TextField } from './fields/TextField';
import { idField, labelField, machineField, retriesField, timeoutField, whenField } from './model/nodeFields';
import { problemsAt } from './model/problemsAt';
import { NeedsField } from './NeedsField';
import { problemMessages } from './ProblemMessages';
import { InputsSection } from './rows/InputsSection';
import { OutputsSection } from './rows/OutputsSection';
import { Section } from './Section';
import { Sentence } from './Sentence';

interface NodeFormProps {
  readonly node: GraphNode;
  readonly graph: Graph;
  readonly inspection: NodeInspection;
  /** Of the whole file. */
  readonly problems: readonly PlacedProblem[];
}

const whenChoices: readonly Choice[] = [
  { value: 'success', label: 'All before it succeeded' },
  { value: 'always', label: 'Always, also after a failure' },
];
const machineChoices: readonly Choice[] = [
  { value: '', label: 'Any' },
  ...machineSizes.map((size) => ({ value: size, label: size })),
];

/** What the workflow says of a node, each field to be edited. */
export function NodeForm({ node, graph, inspection, problems }: NodeFormProps) {
  const host = useHost();
  const [notes, setNotes] = useState<readonly EditNote[]>([]);
  const inspected = { node, inspection };
  const messagesAt = (...path: readonly string[]) => problemMessages(problemsAt(problems, ['nodes', node.id, ...path]));
  return (
    <>
      <Section
        title="Definition"
        actions={
          <button
            type="button"
            className="link"
            onClick={() => void host.requests.tell(openSource, { nodeId: node.id })}
          >
            Open Source
          </button>
        }
      >
        <TextField
          label="Id"
          field={{ ...idField(inspected, graph), onDone: setNotes }}
          messages={notes.length === 0 ? null : <ScriptNotes notes={notes} onDismiss={() => setNotes([])} />}
        />
        <TextField label="Label" field={labelField(inspected)} placeholder={node.id} messages={messagesAt('label')} />
        <ActionFields inspected={inspected} messagesAt={messagesAt} />
      </Section>
      <InputsSection inspected={inspected} graph={graph} messagesAt={messagesAt} />
      {inspection.action.kind !== 'module' && <OutputsSection inspected={inspected} messagesAt={messagesAt} />}
      <Section title="Running">
        <NeedsField inspected={inspected} graph={graph} messages={messagesAt('needs')} />
        <ChoiceField
          label="Runs when"
          field={whenField(inspected)}
          choices={whenChoices}
          messages={messagesAt('when')}
        />
        <TextField
          label="Time-out"
          field={timeoutField(inspected)}
          placeholder="None"
          messages={messagesAt('timeout')}
        />
        <TextField label="Retries" field={retriesField(inspected)} placeholder="0" messages={messagesAt('retries')} />
        <ChoiceField
          label="Machine"
          field={machineField(inspected)}
          choices={machineChoices}
          messages={messagesAt('machine')}
        />
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
          <MessageButton onClick={() => void host.requests.tell(openSource, { nodeId: note.nodeId })}>
            Open Source
          </MessageButton>
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
