/** A field of the inspector: what it shows, what speaks against it, and how it reaches the document. */
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { EditNote, WorkflowEdit } from '../../../../model/workflow/edit/workflowEdit';
import { useEdit } from '../../authoring/useEdit';
import { useHost } from '../../host';
import {
  asked,
  heard,
  isChangedElsewhere,
  isDirty,
  keptOver,
  noDraft,
  refused,
  shownText,
  typed,
  written,
  type FieldRefusal,
} from '../model/fieldDraft';
import { useDrafts } from './DraftsContext';

export interface Field {
  /** Of this field alone, in the whole editor. */
  readonly key: string;
  /** For a message that is read elsewhere: "Label of List packages". */
  readonly name: string;
  /** What the document says. */
  readonly value: string;
  /** The text as it is written; by default without space around it. */
  readonly clean?: (text: string) => string;
  /** What speaks against a text, as far as it can be judged here. */
  readonly check?: (text: string) => FieldRefusal | null;
  readonly edit: (text: string) => WorkflowEdit;
  readonly onDone?: (notes: readonly EditNote[]) => void;
}

export interface FieldState {
  readonly text: string;
  readonly isDirty: boolean;
  readonly refusal: FieldRefusal | null;
  /** The document has another value since the typing began. */
  readonly isChangedElsewhere: boolean;
  readonly type: (text: string) => void;
  /** Writes the typing into the document: one edit, one step of undo. */
  readonly commit: () => Promise<void>;
  /** Writes a text as if it had been typed. */
  readonly write: (text: string) => Promise<void>;
  readonly takeBack: () => void;
  /** Writes the typing over what somebody else wrote meanwhile. */
  readonly keepMine: () => Promise<void>;
}

const trimmed = (text: string): string => text.trim();

/** The state of a field, and what can be done with it. */
export function useField(field: Field): FieldState {
  const { key, value, clean = trimmed } = field;
  const drafts = useDrafts();
  const edit = useEdit();
  const { report } = useHost();
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.at(key));

  const commit = async (): Promise<void> => {
    const now = drafts.at(key);
    if (!isDirty(now)) return;
    const text = clean(shownText(now, value));
    if (text === value) {
      drafts.change(key, () => noDraft);
      return;
    }
    drafts.change(key, (draftNow) => asked(draftNow, text));
    const objection = field.check?.(text) ?? null;
    const answer =
      objection === null ? await edit(field.edit(text), 'spot') : { kind: 'refused' as const, ...objection };
    if (answer.kind === 'done') {
      drafts.change(key, (draftNow) => written(draftNow, text));
      field.onDone?.(answer.notes);
      return;
    }
    drafts.change(key, (draftNow) => refused(draftNow, text, answer));
    if (!drafts.isShown(key)) report(`${field.name} was not changed. ${answer.message}`);
  };
  const write = (text: string): Promise<void> => {
    drafts.change(key, (now) => typed(now, value, text));
    return commit();
  };

  useEffect(() => drafts.change(key, (now) => heard(now, value)), [drafts, key, value]);
  const leave = useEffectEvent((left: string) => {
    const now = drafts.at(left);
    if (left !== key || !isDirty(now)) return;
    // Taken away under the typing: what can be written is; of what cannot one must hear.
    if (isChangedElsewhere(now, value)) report(`${field.name} was changed elsewhere while you typed. Choose there.`);
    else if (now.kind === 'refused') report(`${field.name} was not changed. ${now.refusal.message}`);
    else void commit();
  });
  useEffect(() => {
    const hide = drafts.show(key);
    return () => {
      hide();
      leave(key);
    };
  }, [drafts, key]);

  const dirty = isDirty(draft);
  return {
    text: shownText(draft, value),
    isDirty: dirty,
    refusal:
      draft.kind === 'refused'
        ? draft.refusal
        : draft.kind === 'typed'
          ? (field.check?.(clean(draft.text)) ?? null)
          : null,
    isChangedElsewhere: isChangedElsewhere(draft, value),
    type: (text) => drafts.change(key, (now) => typed(now, value, text)),
    commit,
    write,
    takeBack: () => drafts.change(key, () => noDraft),
    keepMine: () => {
      drafts.change(key, (now) => keptOver(now, value));
      return commit();
    },
  };
}
