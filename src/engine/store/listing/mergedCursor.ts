/** Several cursors as one. */
import type { Cursor, ListedRun, Order } from './cursors';

interface Head {
  readonly cursor: Cursor;
  runs: readonly ListedRun[];
  next: number;
}

/** Gives the runs of all cursors in order, provided that no two give the same. */
export class MergedCursor implements Cursor {
  #heads: Head[];

  constructor(
    cursors: readonly Cursor[],
    private readonly order: Order,
  ) {
    this.#heads = cursors.map((cursor) => ({ cursor, runs: [], next: 0 }));
  }

  read(): readonly ListedRun[] | null {
    this.#fill();
    if (this.#heads.length === 0) return null;
    const merged: ListedRun[] = [];
    // Up to where one of them has to read on: another call does that.
    for (let best = this.#first(); best !== undefined; best = this.#first()) {
      const run = best.runs[best.next];
      if (run === undefined) break;
      merged.push(run);
      best.next++;
      if (best.next === best.runs.length) break;
    }
    return merged;
  }

  /** Has each that ran out read on; those at their end are left out from then on. */
  #fill(): void {
    this.#heads = this.#heads.filter((head) => {
      while (head.next === head.runs.length) {
        const runs = head.cursor.read();
        if (runs === null) return false;
        head.runs = runs;
        head.next = 0;
      }
      return true;
    });
  }

  #first(): Head | undefined {
    let best: Head | undefined;
    let bestPlace = 0;
    for (const head of this.#heads) {
      const place = head.runs[head.next]?.place ?? 0;
      if (best === undefined || (this.order === 'newest' ? place > bestPlace : place < bestPlace)) {
        best = head;
        bestPlace = place;
      }
    }
    return best;
  }
}
