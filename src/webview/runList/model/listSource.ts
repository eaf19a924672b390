/** Where the list gets its runs from. */
import type { RunFilter } from '../../../model/run/query';
import type { ListOrder } from '../../../protocol/runList';
import type { RunPage } from './runRows';
import type { Counted } from './tabCounts';

export interface PageQuestion {
  readonly filter: RunFilter;
  readonly order: ListOrder;
  readonly limit: number;
  /** Id of the last run that is there; null: from the top. */
  readonly after: string | null;
}

export interface ListSource {
  /** @throws Error with a sentence. */
  readonly list: (question: PageQuestion, signal: AbortSignal) => Promise<RunPage>;
  /** @throws Error with a sentence. */
  readonly count: (filter: RunFilter) => Promise<Counted>;
}
