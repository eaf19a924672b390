import type { ReactNode } from 'react';
import { fieldMessages } from './FieldMessages';
import { Row } from './Row';
import { TextControl } from './TextControl';
import { useField, type Field } from './useField';

interface TextFieldProps {
  readonly label: string;
  readonly field: Field;
  /** Shown while it is empty: what holds then. */
  readonly placeholder?: string;
  readonly lines?: 'one' | 'many';
  /** Behind the control. */
  readonly actions?: ReactNode;
  /** Under the control, behind what is said of the typing. */
  readonly messages?: ReactNode;
}

/** A text with its label. */
export function TextField({ label, field, placeholder, lines = 'one', actions, messages }: TextFieldProps) {
  const state = useField(field);
  return (
    <Row label={label} messages={fieldMessages(field, state, messages)}>
      {({ id, describedBy }) => (
        <span className="field-control">
          <TextControl id={id} state={state} placeholder={placeholder} lines={lines} describedBy={describedBy} />
          {actions}
        </span>
      )}
    </Row>
  );
}
