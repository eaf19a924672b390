import { useId, type ReactNode } from 'react';
import { IconButton } from '../../../ui/IconButton';
import { fieldMessages } from '../fields/FieldMessages';
import { TextControl } from '../fields/TextControl';
import { useField, type Field } from '../fields/useField';

interface NamedRowProps {
  /** What it is, for people who hear it: "Input lockfile". */
  readonly label: string;
  readonly nameField: Field;
  readonly onRemove: () => void;
  /** Said under the row, behind what is said of its name. */
  readonly messages?: ReactNode;
  /** The value; `describedBy` is the id of what stands under the row. */
  readonly children: (describedBy: string) => ReactNode;
}

/** A name, to be edited in place, with its value and a way to remove both. */
export function NamedRow({ label, nameField, onRemove, messages, children }: NamedRowProps) {
  const id = useId();
  const state = useField(nameField);
  return (
    <fieldset className="named-row" aria-label={label}>
      <TextControl className="name-control" state={state} name={`Name of ${nameField.value}`} describedBy={id} />
      <span className="field-control">
        {children(id)}
        <IconButton icon="trash" label={`Remove ${nameField.value}`} onClick={onRemove} />
      </span>
      <div id={id} className="field-messages">
        {fieldMessages(nameField, state, messages)}
      </div>
    </fieldset>
  );
}
