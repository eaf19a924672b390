/** How many nodes execute at once in a vault: who comes first is served first, across all runs. */

/** Gives the slot back; a second call does nothing. */
export type Release = () => void;

export class Slots {
  #free: number;
  #waiting: ((release: Release) => void)[] = [];
  #first = 0;

  constructor(count: number) {
    this.#free = count;
  }

  /** Calls `begin` once a slot is free: now, or when another gives one back. */
  take(begin: (release: Release) => void): void {
    this.#waiting.push(begin);
    this.#serve();
  }

  /** A slot for what already runs, beyond the number if need be: nothing new begins until that many are given back. */
  occupy(): Release {
    this.#free--;
    return this.#release();
  }

  #release(): Release {
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#free++;
      this.#serve();
    };
  }

  #serve(): void {
    while (this.#free > 0) {
      const begin = this.#waiting[this.#first];
      if (begin === undefined) return;
      this.#first++;
      // The queue is cut now and then instead of moved up at each step, which would cost its length.
      if (this.#first > 1_000 && this.#first * 2 > this.#waiting.length) {
        this.#waiting = this.#waiting.slice(this.#first);
        this.#first = 0;
      }
      this.#free--;
      begin(this.#release());
    }
  }
}
