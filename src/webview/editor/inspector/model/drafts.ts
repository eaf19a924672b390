/** The drafts of all fields by their keys. They outlive the fields: a draft that was refused is there when one comes back. */
import { noDraft, type FieldDraft } from './fieldDraft';

export interface Drafts {
  readonly at: (key: string) => FieldDraft;
  readonly change: (key: string, change: (draft: FieldDraft) => FieldDraft) => void;
  /** The drafts under one beginning of keys go under another. */
  readonly move: (from: string, to: string) => void;
  /** Calls back after each change. Gives what ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** A field of this key is on screen until what it gives is called. */
  readonly show: (key: string) => () => void;
  readonly isShown: (key: string) => boolean;
}

/** Drafts of a page that has just begun: none. */
export function createDrafts(): Drafts {
  const drafts = new Map<string, FieldDraft>();
  const listeners = new Set<() => void>();
  const shown = new Map<string, number>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const put = (key: string, draft: FieldDraft): void => {
    if (draft.kind === 'none') drafts.delete(key);
    else drafts.set(key, draft);
  };
  const count = (key: string, by: number): void => {
    shown.set(key, (shown.get(key) ?? 0) + by);
  };

  return {
    at: (key) => drafts.get(key) ?? noDraft,
    change: (key, change) => {
      const before = drafts.get(key) ?? noDraft;
      const after = change(before);
      if (after === before) return;
      put(key, after);
      tell();
    },
    move: (from, to) => {
      const moved = [...drafts].filter(([key]) => key.startsWith(from));
      if (moved.length === 0) return;
      for (const [key, draft] of moved) {
        drafts.delete(key);
        put(to + key.slice(from.length), draft);
      }
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (key) => {
      count(key, 1);
      return () => count(key, -1);
    },
    isShown: (key) => (shown.get(key) ?? 0) > 0,
  };
}
