/** What changed, gathered for one frame and then told to whoever listens. */

/** One frame of a 60 Hz screen: nobody can see more. */
const frameMs = 16;

export interface ChangedFrame {
  readonly runs: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
  /** Places of the node runs that changed, by run. */
  readonly nodes: ReadonlyMap<string, ReadonlySet<number>>;
}

export class RunEvents {
  #runs = new Set<string>();
  #deleted = new Set<string>();
  #nodes = new Map<string, Set<number>>();
  #isScheduled = false;

  constructor(private readonly onFrame: (frame: ChangedFrame) => void) {}

  runChanged(runId: string): void {
    this.#runs.add(runId);
    this.#schedule();
  }

  runDeleted(runId: string): void {
    this.#runs.delete(runId);
    this.#nodes.delete(runId);
    this.#deleted.add(runId);
    this.#schedule();
  }

  nodeChanged(runId: string, place: number): void {
    const places = this.#nodes.get(runId);
    if (places === undefined) this.#nodes.set(runId, new Set([place]));
    else places.add(place);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setTimeout(() => {
      this.#isScheduled = false;
      const frame: ChangedFrame = { runs: this.#runs, deleted: this.#deleted, nodes: this.#nodes };
      this.#runs = new Set();
      this.#deleted = new Set();
      this.#nodes = new Map();
      this.onFrame(frame);
    }, frameMs);
  }
}
