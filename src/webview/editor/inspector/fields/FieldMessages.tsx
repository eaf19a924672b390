import type { ReactNode } from 'react';
import { Sentence } from '../Sentence';
import { FieldMessage } from './Row';
import type { FieldRefusal } from '../model/fieldDraft';
import type { Field, FieldState } from './useField';

/** All that is to be said of a field while it is edited; null when there is nothing. */
export function fieldMessages(field: Field, state: FieldState, more: ReactNode = null): ReactNode {
  const { refusal, isChangedElsewhere } = state;
  if (refusal === null && !isChangedElsewhere) return more;
  return (
    <>
      {refusal !== null && (
        <FieldMessage
          severity="error"
          actions={
            refusal.suggestion !== undefined && (
              <MessageButton onClick={() => void state.write(refusal.suggestion ?? '')}>
                Use “{refusal.suggestion}”
              </MessageButton>
            )
          }
        >
          <Sentence text={withoutHint(refusal)} />
        </FieldMessage>
      )}
      {isChangedElsewhere && (
        <FieldMessage
          severity="warning"
          actions={
            <>
              <MessageButton onClick={state.takeBack}>Take Theirs</MessageButton>{' '}
              <MessageButton onClick={() => void state.keepMine()}>Keep Mine</MessageButton>
            </>
          }
        >
          Changed elsewhere to {field.value === '' ? 'nothing' : `“${field.value}”`}.
        </FieldMessage>
      )}
      {more}
    </>
  );
}

/** The button says it better. */
function withoutHint({ message, suggestion }: FieldRefusal): string {
  return suggestion === undefined ? message : message.replace(` Use \`${suggestion}\`, for example.`, '');
}

/** A button in a sentence. It leaves the focus in the field, whose typing a blur would write. */
export function MessageButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="link" onPointerDown={(event) => event.preventDefault()} onClick={onClick}>
      {children}
    </button>
  );
}
