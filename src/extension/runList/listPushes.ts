/** What goes to a page by itself: at most one message a frame, each run once, as it was last. */
import type { RunSummary } from '../../model/run/run';
import type { RunsChanged } from '../../protocol/engine';

export type ListPush =
  | { readonly kind: 'changed'; readonly event: RunsChanged }
  /** Too much changed, or nobody knows what: the page asks again. */
  | { readonly kind: 'outdated' };

/** One frame at 60 frames a second, in milliseconds. */
const frame = 16;
/** A page shows some hundred rows: of more changes at once it asks anew for what it shows. */
const mostPushed = 500;

export class ListPushes {
  readonly #send: (push: ListPush) => void;
  #runs = new Map<string, RunSummary>();
  #deleted = new Set<string>();
  #isOutdated = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(send: (push: ListPush) => void) {
    this.#send = send;
  }

  /** Sends it with the next frame. */
  add({ runs, deleted }: RunsChanged): void {
    for (const run of runs) {
      this.#runs.set(run.id, run);
      this.#deleted.delete(run.id);
    }
    for (const id of deleted) {
      this.#deleted.add(id);
      this.#runs.delete(id);
    }
    if (this.#runs.size + this.#deleted.size > 0) this.#schedule();
  }

  outdate(): void {
    this.#isOutdated = true;
    this.#schedule();
  }

  /** Drops what waits: nobody looks, or the whole is asked for. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#runs.clear();
    this.#deleted.clear();
    this.#isOutdated = false;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      const event = { runs: [...this.#runs.values()], deleted: [...this.#deleted] };
      const isOutdated = this.#isOutdated || event.runs.length + event.deleted.length > mostPushed;
      this.clear();
      this.#send(isOutdated ? { kind: 'outdated' } : { kind: 'changed', event });
    }, frame);
  }
}
