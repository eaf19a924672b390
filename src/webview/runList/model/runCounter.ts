/** Asks how many runs there are: one question at a time, and not more often than somebody can read the answer. */
import type { RunFilter } from '../../../model/run/query';
import type { ListSource } from './listSource';
import type { Counted } from './tabCounts';

/** Between two questions, in milliseconds. */
const pause = 250;

export interface RunCounter {
  /** Counts under the filter, soon; an answer to another one is dropped. */
  readonly count: (filter: RunFilter) => void;
}

/** `show` is given each answer; a question that fails says nothing, as the rows do not come then either. */
export function createRunCounter(
  source: ListSource,
  wait: (ms: number) => Promise<void>,
  show: (counted: Counted) => void,
): RunCounter {
  let asked: RunFilter | null = null;
  let isAsking = false;

  const ask = async (): Promise<void> => {
    isAsking = true;
    while (asked !== null) {
      const filter: RunFilter = asked;
      asked = null;
      const counted = await source.count(filter).catch(() => null);
      const isLate = asked !== null && JSON.stringify(asked) !== JSON.stringify(filter);
      if (counted !== null && !isLate) show(counted);
      if (!isLate) await wait(pause);
    }
    isAsking = false;
  };

  return {
    count: (filter) => {
      asked = filter;
      if (!isAsking) void ask();
    },
  };
}
