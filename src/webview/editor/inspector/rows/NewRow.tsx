import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { EditAnswer } from '../../../../protocol/authoring';
import { IconButton } from '../../../ui/IconButton';
import { MessageButton } from '../fields/FieldMessages';
import { FieldMessage } from '../fields/Row';
import type { FieldRefusal } from '../model/fieldDraft';
import { Sentence } from '../Sentence';

interface NewRowProps {
  /** "New input". */
  readonly label: string;
  readonly placeholder: string;
  /** What speaks against a name, as far as it can be judged here. */
  readonly check: (name: string) => FieldRefusal | null;
  /** Writes it; asked only with a name that nothing speaks against. */
  readonly add: (name: string) => Promise<EditAnswer>;
  /** False while the value is still missing. */
  readonly hasValue?: boolean;
  readonly onClose: () => void;
  /** The value; `propose` gives a row a name that has none yet. */
  readonly children: (propose: (name: string) => void) => ReactNode;
}

/** A name and a value that are still to be added: together, as one edit, by Enter or when the row is left. */
export function NewRow({ label, placeholder, check, add, hasValue = true, onClose, children }: NewRowProps) {
  const id = useId();
  const row = useRef<HTMLFieldSetElement>(null);
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<FieldRefusal | null>(null);
  const isClosing = useRef(false);
  /** What is on its way is not asked for again when the row is left meanwhile. */
  const isAdding = useRef(false);
  const objection = refusal ?? (name === '' ? null : check(name.trim()));

  /** The focus goes back to the button that began the row, not away with the row. */
  const close = (): void => {
    isClosing.current = true;
    const section = row.current?.contains(document.activeElement) === true && row.current.closest('.section');
    if (section !== false) section?.querySelector<HTMLElement>('.section-head > :last-child')?.focus();
    onClose();
  };
  const commit = async (as: string): Promise<void> => {
    if (isAdding.current) return;
    const found = check(as);
    if (found !== null) {
      setRefusal(found);
      return;
    }
    isAdding.current = true;
    const answer = await add(as);
    isAdding.current = false;
    if (answer.kind === 'refused') setRefusal(answer);
    else close();
  };
  const use = (as: string): void => {
    setName(as);
    void commit(as);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      void commit(name.trim());
    } else if (
      (event.ctrlKey || event.metaKey) &&
      /^[zy]$/i.test(event.key) &&
      event.target instanceof HTMLInputElement
    ) {
      // There is nothing of it in the document yet.
      event.stopPropagation();
    }
  };
  return (
    // It hears the keys of what is inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={row}
      className="named-row"
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (isClosing.current) return;
        if (event.relatedTarget instanceof Node && row.current?.contains(event.relatedTarget)) return;
        if (name.trim() === '') onClose();
        else if (hasValue && objection === null) void commit(name.trim());
      }}
    >
      <input
        type="text"
        className="text-control"
        aria-label={`Name of the ${label.toLowerCase()}`}
        aria-invalid={objection !== null}
        aria-describedby={id}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        // It was asked for by the button just before it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={name}
        onChange={(event) => {
          setRefusal(null);
          setName(event.target.value);
        }}
      />
      <span className="field-control">
        {children((proposed) => setName((now) => (now.trim() === '' ? proposed : now)))}
        <IconButton icon="check" label={`Add the ${label.toLowerCase()}`} onClick={() => void commit(name.trim())} />
        <IconButton icon="close" label={`Discard the ${label.toLowerCase()}`} onClick={close} />
      </span>
      <div id={id} className="field-messages">
        {objection !== null && (
          <FieldMessage
            severity="error"
            actions={
              objection.suggestion !== undefined && (
                <MessageButton onClick={() => use(objection.suggestion ?? '')}>
                  Use “{objection.suggestion}”
                </MessageButton>
              )
            }
          >
            <Sentence text={objection.message} />
          </FieldMessage>
        )}
      </div>
    </fieldset>
  );
}
