import type { ReactNode } from 'react';
import { fieldMessages } from './FieldMessages';
import { Row } from './Row';
import { useField, type Field } from './useField';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly field: Field;
  readonly choices: readonly Choice[];
  readonly messages?: ReactNode;
}

/** One of a few words with its label; chosen, it is written. */
export function ChoiceField({ label, field, choices, messages }: ChoiceFieldProps) {
  const state = useField(field);
  return (
    <Row label={label} messages={fieldMessages(field, state, messages)}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className="choice-control"
          aria-describedby={describedBy}
          aria-invalid={state.refusal !== null}
          value={state.text}
          onChange={(event) => void state.write(event.target.value)}
        >
          {choices.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Row>
  );
}
