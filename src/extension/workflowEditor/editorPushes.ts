/** What goes to the webview by itself: only what changed, and at most one message a frame. */
import type { NodeRun } from '../../model/run/run';
import type { EditorState } from '../../protocol/editor';

export interface EditorPush {
  /** Slices that changed, whole. */
  readonly slices: Partial<EditorState>;
  /** Node runs that changed, when the slice itself is not among `slices`. */
  readonly nodeRuns: readonly NodeRun[];
}

/** One frame at 60 frames a second, in milliseconds. */
const frame = 16;

export class EditorPushes {
  readonly #send: (push: EditorPush) => void;
  #slices: Partial<EditorState> = {};
  #nodeRuns = new Map<string, NodeRun>();
  #timer: NodeJS.Timeout | undefined;

  constructor(send: (push: EditorPush) => void) {
    this.#send = send;
  }

  /** Sends the slices with the next frame. */
  push(slices: Partial<EditorState>): void {
    this.#slices = { ...this.#slices, ...slices };
    if (slices.nodeRuns !== undefined) this.#nodeRuns.clear();
    this.#schedule();
  }

  /** Sends the node runs with the next frame. */
  patch(nodeRuns: readonly NodeRun[]): void {
    for (const nodeRun of nodeRuns) this.#nodeRuns.set(nodeRun.id, nodeRun);
    this.#schedule();
  }

  /** Drops what waits: the whole state goes out instead, or nobody looks. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#slices = {};
    this.#nodeRuns.clear();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      const push = { slices: this.#slices, nodeRuns: [...this.#nodeRuns.values()] };
      this.clear();
      this.#send(push);
    }, frame);
  }
}
