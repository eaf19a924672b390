/** Whose runs the page lists, once the host has said it. */
import type { ListPlace } from '../../../protocol/runList';

export interface PlaceStore {
  /** Null until the host has answered. */
  readonly current: () => ListPlace | null;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (place: ListPlace) => void;
}

/** A store that knows nothing yet. */
export function createPlaceStore(): PlaceStore {
  let place: ListPlace | null = null;
  const listeners = new Set<() => void>();
  return {
    current: () => place,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next) => {
      place = next;
      for (const listener of listeners) listener();
    },
  };
}
