/** The host's state as the page holds it; what comes within a frame is drawn at once. */
import type { CompareState, SideName } from '../../../protocol/compare';
import type { NodeRun } from '../../../model/run/run';

export interface CompareStore {
  /** Undefined until the host has answered. */
  readonly current: () => CompareState | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (slices: Partial<CompareState>) => void;
  readonly changeNodes: (change: { readonly side: SideName; readonly nodes: readonly NodeRun[] }) => void;
}

/** `nextFrame` calls back before the next painting. */
export function createCompareStore(nextFrame: (apply: () => void) => void): CompareStore {
  const listeners = new Set<() => void>();
  let shown: CompareState | undefined;
  let next: CompareState | undefined;
  let isAwaited = false;

  const draw = (state: CompareState): void => {
    next = state;
    if (isAwaited) return;
    isAwaited = true;
    nextFrame(() => {
      isAwaited = false;
      shown = next;
      for (const listener of listeners) listener();
    });
  };
  return {
    current: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (slices) => {
      if (next !== undefined) draw({ ...next, ...slices });
      else if (isWhole(slices)) draw(slices);
    },
    changeNodes: ({ side, nodes }) => {
      if (next === undefined) return;
      const key = side === 'left' ? 'leftNodes' : 'rightNodes';
      draw({ ...next, [key]: merged(next[key], nodes) });
    },
  };
}

/** Slices that come before the whole was asked for say nothing. */
function isWhole(slices: Partial<CompareState>): slices is CompareState {
  return slices.sides !== undefined && slices.leftNodes !== undefined && slices.versions !== undefined;
}

function merged(before: readonly NodeRun[], changed: readonly NodeRun[]): readonly NodeRun[] {
  const nodes = new Map(before.map((node) => [node.id, node]));
  for (const node of changed) nodes.set(node.id, node);
  return [...nodes.values()];
}
