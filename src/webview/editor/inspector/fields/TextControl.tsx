import { useRef, type KeyboardEvent } from 'react';
import { useHost } from '../../host';
import type { FieldState } from './useField';

interface TextControlProps {
  readonly state: FieldState;
  readonly id?: string;
  /** For a control without a label of its own. */
  readonly name?: string;
  readonly placeholder?: string | undefined;
  readonly lines?: 'one' | 'many';
  readonly describedBy?: string | undefined;
  readonly className?: string;
}

/** A text that is being typed: Enter and leaving write it, Escape takes it back, Ctrl+Z is the typing's while there is some. */
export function TextControl({ state, id, name, placeholder, lines = 'one', describedBy, className }: TextControlProps) {
  const host = useHost();
  const isRedoable = useRef(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (!isModifier(event.key) && !(isUndoOrRedo(event) && isRedo(event))) isRedoable.current = false;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (state.isChangedElsewhere) void state.keepMine();
      else void state.commit();
    } else if (event.key === 'Escape' && state.isDirty) {
      event.stopPropagation();
      state.takeBack();
    } else if (state.isDirty && isSave(event)) {
      // What is typed is meant to be saved too.
      event.preventDefault();
      event.stopPropagation();
      void state.commit().then(() => host.perform('save'));
    } else if (isUndoOrRedo(event) && (state.isDirty || isRedoable.current)) {
      // VS Code listens on the window and would undo in the document. What was just undone here can be redone here.
      isRedoable.current = true;
      event.stopPropagation();
    }
  };
  const shared = {
    id,
    className: className === undefined ? 'text-control' : `text-control ${className}`,
    'aria-label': name,
    'aria-invalid': state.refusal !== null,
    'aria-describedby': describedBy,
    title: state.text,
    placeholder,
    spellCheck: false,
    autoComplete: 'off',
    value: state.text,
    onKeyDown,
    onBlur: () => {
      isRedoable.current = false;
      // What somebody else wrote meanwhile is not written over unasked.
      if (!state.isChangedElsewhere) void state.commit();
    },
  };
  // A text of several lines would lose them in an input.
  return lines === 'many' || state.text.includes('\n') ? (
    <textarea rows={linesOf(state.text)} {...shared} onChange={(event) => state.type(event.target.value)} />
  ) : (
    <input type="text" {...shared} onChange={(event) => state.type(event.target.value)} />
  );
}

const maxLines = 8;

function linesOf(text: string): number {
  return Math.min(maxLines, Math.max(2, text.split('\n').length));
}

function isSave({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 's';
}

function isModifier(key: string): boolean {
  return key === 'Control' || key === 'Meta' || key === 'Shift';
}

function isRedo({ key, shiftKey }: KeyboardEvent): boolean {
  return shiftKey || key.toLowerCase() === 'y';
}

function isUndoOrRedo({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const letter = key.toLowerCase();
  return (ctrlKey || metaKey) && !altKey && (letter === 'z' || letter === 'y');
}
