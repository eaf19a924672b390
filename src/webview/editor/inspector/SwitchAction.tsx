import { useId, useState } from 'react';
import { checkAction } from '../../../model/workflow/edit/checkFields';
import { Button } from '../../ui/Button';
import { useEdit } from '../authoring/useEdit';
import { PathButton } from './fields/PathButton';
import { FieldMessage } from './fields/Row';
import { actionKey, afterSwitch, type ActionKind } from './model/actionFields';
import type { FieldRefusal } from './model/fieldDraft';
import type { InspectedNode } from './model/nodeFields';
import { Sentence } from './Sentence';

interface SwitchActionProps {
  readonly inspected: InspectedNode;
  readonly to: ActionKind;
  readonly onClose: () => void;
}

const labels: Readonly<Record<ActionKind, string>> = { run: 'Command', script: 'Script', module: 'Module' };

/** Gives a node another thing to do: what that is, and what becomes of the old, before anything is changed. */
export function SwitchAction({ inspected: { node, inspection }, to, onClose }: SwitchActionProps) {
  const id = useId();
  const edit = useEdit();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<FieldRefusal | null>(null);
  const name = actionKey(to);
  const change = (next: string): void => {
    setText(next);
    setRefusal(null);
  };
  const apply = async (): Promise<void> => {
    const value = to === 'run' ? text : text.trim();
    const objection = checkAction({ name, value }, node.id);
    if (objection !== null) {
      setRefusal(objection);
      return;
    }
    const answer = await edit({ kind: 'setNodeField', nodeId: node.id, field: { name, value } }, 'spot');
    if (answer.kind === 'refused') setRefusal(answer);
    else onClose();
  };
  const shared = {
    id: `${id}-text`,
    className: 'text-control',
    'aria-invalid': refusal !== null,
    'aria-describedby': `${id}-messages`,
    spellCheck: false,
    value: text,
    // It was asked for by the list just before it.
    autoFocus: true,
  };
  return (
    // It hears the keys of what is inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      className="switch-action"
      aria-label={`Let the node run ${labels[to].toLowerCase()}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void apply();
        else if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) event.stopPropagation();
      }}
    >
      <label htmlFor={`${id}-text`}>{labels[to]}</label>
      <span className="field-control">
        {to === 'run' ? (
          <textarea {...shared} rows={4} onChange={(event) => change(event.target.value)} />
        ) : (
          <>
            <input
              {...shared}
              type="text"
              placeholder="Path, relative to this file"
              onChange={(event) => change(event.target.value)}
            />
            <PathButton purpose={to} label={`Choose the ${labels[to].toLowerCase()}…`} onChoose={change} />
          </>
        )}
      </span>
      <div id={`${id}-messages`} className="field-messages">
        {refusal !== null && (
          <FieldMessage severity="error">
            <Sentence text={refusal.message} />
          </FieldMessage>
        )}
        <FieldMessage severity="info">{afterSwitch(inspection, to)}</FieldMessage>
      </div>
      <span className="switch-buttons">
        <Button kind="primary" onClick={() => void apply()}>
          Change
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </span>
    </fieldset>
  );
}
