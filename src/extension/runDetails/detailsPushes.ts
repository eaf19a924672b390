/** What goes to the page by itself: at most one message a frame, and only what changed. */
import type { NodeRow, ShownRun } from '../../model/run/shownRun';
import type { DetailsState, ShownRunPatch } from '../../protocol/runDetails';
import type { FollowedChange } from './followedRun';

/** One frame at 60 frames a second, in milliseconds. */
const frame = 16;

/** What is read of the run at the moment of sending. */
export interface PushSource {
  readonly runId: string;
  readonly state: DetailsState;
  rowsOf(ids: Iterable<string>): readonly NodeRow[];
}

export interface PushTarget {
  whole(state: DetailsState): void;
  patch(patch: ShownRunPatch): void;
}

export class DetailsPushes {
  readonly #source: PushSource;
  readonly #target: PushTarget;
  #isWhole = false;
  #slices: Partial<Omit<ShownRun, 'nodes'>> = {};
  #nodeIds = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(source: PushSource, target: PushTarget) {
    this.#source = source;
    this.#target = target;
  }

  /** Sends it with the next frame. */
  add(change: FollowedChange): void {
    switch (change.kind) {
      case 'whole':
        this.#isWhole = true;
        break;
      case 'slices':
        this.#slices = { ...this.#slices, ...change.slices };
        break;
      case 'nodes':
        for (const id of change.ids) this.#nodeIds.add(id);
        break;
    }
    this.#timer ??= setTimeout(() => this.#send(), frame);
  }

  /** Drops what waits: the whole goes out instead, or nobody looks. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isWhole = false;
    this.#slices = {};
    this.#nodeIds.clear();
  }

  #send(): void {
    const { runId, state } = this.#source;
    const patch = { runId, slices: this.#slices, nodes: this.#source.rowsOf(this.#nodeIds) };
    const isWhole = this.#isWhole;
    this.clear();
    if (isWhole) this.#target.whole(state);
    else this.#target.patch(patch);
  }
}
