import { useState, type ReactNode } from 'react';
import { shells } from '../../../model/workflow/choices';
import { openSource } from '../../../protocol/nodeInspection';
import { IconButton } from '../../ui/IconButton';
import { useHost } from '../host';
import { Code } from './Code';
import { ChoiceField, type Choice } from './fields/ChoiceField';
import { PathButton } from './fields/PathButton';
import { Row } from './fields/Row';
import { TextField } from './fields/TextField';
import { useField } from './fields/useField';
import { actionKinds, actionWords, pathField, type ActionKind } from './model/actionFields';
import { shellField, type InspectedNode } from './model/nodeFields';
import { SwitchAction } from './SwitchAction';

const shellChoices: readonly Choice[] = shells.map((shell) => ({ value: shell, label: shell }));

interface ActionFieldsProps {
  readonly inspected: InspectedNode;
  readonly messagesAt: (...path: readonly string[]) => ReactNode;
}

/** What the node does: its command, or the path of its script or module, and the shell of it. */
export function ActionFields({ inspected, messagesAt }: ActionFieldsProps) {
  const { inspection } = inspected;
  const { kind } = inspection.action;
  const [next, setNext] = useState<{ readonly from: ActionKind; readonly to: ActionKind } | null>(null);
  const to = next !== null && next.from === kind ? next.to : null;
  return (
    <>
      <Row label="Runs" messages={kind === 'run' ? messagesAt('run') : null}>
        {({ id, describedBy }) => (
          <select
            id={id}
            className="choice-control"
            aria-describedby={describedBy}
            value={to ?? kind}
            onChange={(event) => {
              const chosen = actionKinds.find((one) => one === event.target.value);
              setNext(chosen === undefined || chosen === kind ? null : { from: kind, to: chosen });
            }}
          >
            {actionKinds.map((one) => (
              <option key={one} value={one}>
                {actionWords[one]}
              </option>
            ))}
          </select>
        )}
      </Row>
      {to !== null ? (
        <SwitchAction key={to} inspected={inspected} to={to} onClose={() => setNext(null)} />
      ) : (
        <>
          {kind === 'script' && <PathField inspected={inspected} label="Script" messages={messagesAt('script')} />}
          {kind === 'module' && <PathField inspected={inspected} label="Module" messages={messagesAt('uses')} />}
          {kind !== 'module' && (
            <ChoiceField
              label="Shell"
              field={shellField(inspected)}
              choices={shellChoices}
              messages={messagesAt('shell')}
            />
          )}
          <Code code={inspection.code} isModule={kind === 'module'} />
        </>
      )}
    </>
  );
}

interface PathFieldProps {
  readonly inspected: InspectedNode;
  readonly label: 'Script' | 'Module';
  readonly messages: ReactNode;
}

function PathField({ inspected, label, messages }: PathFieldProps) {
  const host = useHost();
  const field = pathField(inspected);
  const { write } = useField(field);
  return (
    <TextField
      label={label}
      field={field}
      messages={messages}
      actions={
        <>
          <PathButton
            purpose={label === 'Script' ? 'script' : 'module'}
            label={`Choose the ${label.toLowerCase()}…`}
            onChoose={(path) => void write(path)}
          />
          <IconButton
            icon="go-to-file"
            label={`Open the ${label}`}
            onClick={() => void host.requests.tell(openSource, { nodeId: inspected.node.id })}
          />
        </>
      }
    />
  );
}
