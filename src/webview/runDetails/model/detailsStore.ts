/** Holds what the view shows: the whole as the host sent it, with what changed since. */
import type { DetailsState, ShownRunPatch } from '../../../protocol/runDetails';

export interface DetailsStore {
  /** Null until the host has answered for the first time. */
  readonly current: () => DetailsState | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes the whole state; what came before it is out of date. */
  readonly replace: (state: DetailsState) => void;
  readonly patch: (patch: ShownRunPatch) => void;
}

export function createDetailsStore(): DetailsStore {
  let state: DetailsState | null = null;
  const listeners = new Set<() => void>();
  const show = (next: DetailsState): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    replace: show,
    patch: (patch) => state !== null && show(patched(state, patch)),
  };
}

/** The state with what changed; a change of another run than the one shown is dropped. */
export function patched(state: DetailsState, { runId, slices, nodes }: ShownRunPatch): DetailsState {
  if (state.kind !== 'run' || state.shown.run.id !== runId) return state;
  const changed = new Map(nodes.map((node) => [node.id, node]));
  const before = state.shown.nodes;
  const after = nodes.length === 0 || before === null ? before : before.map((node) => changed.get(node.id) ?? node);
  return { kind: 'run', shown: { ...state.shown, ...slices, nodes: after } };
}
