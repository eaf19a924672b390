/** Holds the view between frames: whatever arrives is merged and applied once a frame. */
import type { NodeRun } from '../../../model/run/run';
import type { EditorState } from '../../../protocol/editor';
import { applyUpdate, noUpdate, viewOf, withNodeRuns, withSlices, type EditorView, type Update } from './editorView';

export interface EditorStore {
  /** Null until the host has answered for the first time. */
  readonly current: () => EditorView | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes the whole state at once; what came before it is out of date. */
  readonly replace: (state: EditorState) => void;
  readonly change: (slices: Partial<EditorState>) => void;
  readonly changeNodeRuns: (nodeRuns: readonly NodeRun[]) => void;
}

/** `nextFrame` calls back once, before the next paint. */
export function createEditorStore(nextFrame: (apply: () => void) => void): EditorStore {
  let view: EditorView | null = null;
  let pending: Update = noUpdate;
  let scheduled = false;
  const listeners = new Set<() => void>();

  const show = (next: EditorView): void => {
    if (next === view) return;
    view = next;
    for (const listener of listeners) listener();
  };
  const flush = (): void => {
    scheduled = false;
    const update = pending;
    pending = noUpdate;
    if (view !== null) show(applyUpdate(view, update));
  };
  const add = (update: Update): void => {
    pending = update;
    // Before the first answer there is nothing to change: the answer holds all of it.
    if (view === null || scheduled) return;
    scheduled = true;
    nextFrame(flush);
  };

  return {
    current: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    replace: (state) => {
      pending = noUpdate;
      show(view === null ? viewOf(state) : applyUpdate(view, withSlices(noUpdate, state)));
    },
    change: (slices) => add(withSlices(pending, slices)),
    changeNodeRuns: (nodeRuns) => add(withNodeRuns(pending, nodeRuns)),
  };
}
