/** What goes to the webview by itself: only what changed, and at most one message a frame. */
import type { NodeRun } from '../../model/run/run';
import type { EditorState } from '../../protocol/editor';

export type EditorPush =
  /** Slices that changed, whole. */
  | { readonly kind: 'slices'; readonly slices: Partial<EditorState> }
  /** Node runs that changed, whole; the others stay. */
  | { readonly kind: 'nodeRuns'; readonly nodeRuns: readonly NodeRun[] };

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

  /** Sends the slices with the next frame; a slice of node runs replaces all patches of them that still wait. */
  push(slices: Partial<EditorState>): void {
    if (Object.keys(slices).length === 0) return;
    this.#slices = { ...this.#slices, ...slices };
    if (slices.nodeRuns !== undefined) this.#nodeRuns.clear();
    this.#schedule();
  }

  /** Sends the node runs with the next frame. */
  patch(nodeRuns: readonly NodeRun[]): void {
    for (const nodeRun of nodeRuns) this.#nodeRuns.set(nodeRun.id, nodeRun);
    this.#schedule();
  }

  /** Sends what waits now, before something that is about it. */
  flush(): void {
    while (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#sendOne();
    }
  }

  /** Drops what waits: the whole state goes out instead, or nobody looks. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#slices = {};
    this.#nodeRuns.clear();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.#sendOne(), frame);
  }

  /** Slices go first: patches are of the run that they load. */
  #sendOne(): void {
    this.#timer = undefined;
    if (Object.keys(this.#slices).length > 0) {
      const slices = this.#slices;
      this.#slices = {};
      this.#send({ kind: 'slices', slices });
      if (this.#nodeRuns.size > 0) this.#schedule();
    } else if (this.#nodeRuns.size > 0) {
      const nodeRuns = [...this.#nodeRuns.values()];
      this.#nodeRuns.clear();
      this.#send({ kind: 'nodeRuns', nodeRuns });
    }
  }
}
