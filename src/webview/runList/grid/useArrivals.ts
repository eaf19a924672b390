import { useState } from 'react';
import type { RunSummary } from '../../../model/run/run';
import { arrivedAbove } from '../model/arrivals';

interface Seen {
  readonly runs: readonly RunSummary[];
  readonly choice: number;
  /** Ids of the runs that came in above since the list was last at its top. */
  readonly arrived: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** How many runs came in above what is in sight since the list was last at its top; another `choice` begins at none. */
export function useArrivals(
  runs: readonly RunSummary[],
  choice: number,
  firstInSight: number,
  place: 'top' | 'below',
): number {
  const [seen, setSeen] = useState<Seen>({ runs, choice, arrived: none });
  const isAnother = seen.choice !== choice;
  if (isAnother || seen.runs !== runs || (place === 'top' && seen.arrived !== none)) {
    const isSeen = isAnother || place === 'top';
    const came = isSeen ? [] : arrivedAbove({ runs: seen.runs, first: firstInSight }, runs);
    const arrived = isSeen ? none : came.length === 0 ? seen.arrived : new Set([...seen.arrived, ...came]);
    setSeen({ runs, choice, arrived });
  }
  // One that is gone again, or was scrolled to, is none to go up for.
  return runs.slice(0, firstInSight).filter(({ id }) => seen.arrived.has(id)).length;
}
