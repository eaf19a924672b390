/** Something that happens, heard by whoever listens; the last one is kept for a listener that comes late. */
export interface Signal<T> {
  readonly emit: (value: T) => void;
  /** Calls back at once if something happened before. Gives what ends it. */
  readonly listen: (listener: (value: T) => void) => () => void;
}

/** A signal that nothing has happened on yet. */
export function createSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  let waiting: { readonly value: T } | null = null;
  return {
    emit: (value) => {
      if (listeners.size === 0) waiting = { value };
      for (const listener of listeners) listener(value);
    },
    listen: (listener) => {
      listeners.add(listener);
      if (waiting !== null) listener(waiting.value);
      waiting = null;
      return () => listeners.delete(listener);
    },
  };
}
