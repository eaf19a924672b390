/** What somebody types into a field, from the first letter until the document says it. Pure data. */

/** Why a text was not taken, and what would be. */
export interface FieldRefusal {
  readonly message: string;
  readonly suggestion?: string;
}

/** `known`: what the document may say without that being news: what it said when the typing began, and what was asked since. */
export type FieldDraft =
  /** Nothing: the field shows what the document says. */
  | { readonly kind: 'none' }
  | { readonly kind: 'typed'; readonly text: string; readonly known: readonly string[] }
  /** The host was asked to write it. */
  | { readonly kind: 'asked'; readonly text: string; readonly known: readonly string[] }
  /** The host wrote it; the document's next word is on its way. */
  | { readonly kind: 'done'; readonly text: string; readonly known: readonly string[] }
  | {
      readonly kind: 'refused';
      readonly text: string;
      readonly known: readonly string[];
      readonly refusal: FieldRefusal;
    };

export const noDraft: FieldDraft = { kind: 'none' };

/** A letter more or less. `value`: what the document says now. */
export function typed(draft: FieldDraft, value: string, text: string): FieldDraft {
  const known = draft.kind === 'none' ? [value] : draft.known;
  // Typed back to where it began, there is nothing left to write, unless the document went on.
  return text === value && known.length === 1 && known[0] === value ? noDraft : { kind: 'typed', text, known };
}

/** The text goes to the host, as it is to be written. */
export function asked(draft: FieldDraft, text: string): FieldDraft {
  return draft.kind === 'none' ? draft : { kind: 'asked', text, known: draft.known };
}

/** The host wrote a text that it was asked for, whatever was typed or asked since. */
export function written(draft: FieldDraft, text: string): FieldDraft {
  if (draft.kind === 'none') return draft;
  if (draft.kind === 'asked' && draft.text === text) return { ...draft, kind: 'done' };
  return { ...draft, known: [...draft.known, text] };
}

/** A text was not taken: by the field's own rules, or by the host. What was typed since is not judged by it. */
export function refused(draft: FieldDraft, text: string, refusal: FieldRefusal): FieldDraft {
  if (draft.kind !== 'asked' || draft.text !== text) return draft;
  return { kind: 'refused', text, known: draft.known, refusal };
}

/** The document says `value` now. */
export function heard(draft: FieldDraft, value: string): FieldDraft {
  switch (draft.kind) {
    case 'none':
    case 'asked':
      return draft;
    case 'done':
      return value !== draft.text && draft.known.includes(value) ? draft : noDraft;
    case 'typed':
    case 'refused':
      return value === draft.text ? noDraft : draft;
  }
}

/** The typing goes on over what the document says now: that is no news any more. */
export function keptOver(draft: FieldDraft, value: string): FieldDraft {
  return draft.kind === 'none' ? draft : { ...draft, known: [value] };
}

/** What the field shows. */
export function shownText(draft: FieldDraft, value: string): string {
  return draft.kind === 'none' ? value : draft.text;
}

/** True while there is typing that would be lost. */
export function isDirty(draft: FieldDraft): boolean {
  return draft.kind === 'typed' || draft.kind === 'refused';
}

/** True when somebody else changed the value under the typing. */
export function isChangedElsewhere(draft: FieldDraft, value: string): boolean {
  return (draft.kind === 'typed' || draft.kind === 'refused') && !draft.known.includes(value);
}
