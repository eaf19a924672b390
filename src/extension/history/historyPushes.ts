/** What the page is told by itself: which runs of its workflow changed, at most twice a second. */
import type { HistoryChanged } from '../../protocol/history';

export type HistoryPush =
  | { readonly kind: 'changed'; readonly event: HistoryChanged }
  /** Nobody knows what changed: the page asks again. */
  | { readonly kind: 'outdated' };

/** Each message makes the page ask for the runs it names. */
const pauseMs = 500;

export class HistoryPushes {
  readonly #send: (push: HistoryPush) => void;
  readonly #changed = new Set<string>();
  readonly #deleted = new Set<string>();
  #isOutdated = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(send: (push: HistoryPush) => void) {
    this.#send = send;
  }

  /** Sends ids of runs that were made or changed, and of runs that are gone, after a pause. */
  add({ changed, deleted }: HistoryChanged): void {
    for (const id of changed) this.#changed.add(id);
    for (const id of deleted) this.#deleted.add(id);
    if (this.#changed.size + this.#deleted.size > 0) this.#schedule();
  }

  outdate(): void {
    this.#isOutdated = true;
    this.#schedule();
  }

  /** Drops what waits: nobody looks. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed.clear();
    this.#deleted.clear();
    this.#isOutdated = false;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      const deleted = [...this.#deleted];
      const changed = [...this.#changed].filter((id) => !this.#deleted.has(id));
      const push: HistoryPush = this.#isOutdated
        ? { kind: 'outdated' }
        : { kind: 'changed', event: { changed, deleted } };
      this.clear();
      this.#send(push);
    }, pauseMs);
  }
}
