/** All that the page of a run list shows. */
import { noFilters, type ChosenFilters } from '../../../model/run/chosenFilters';
import type { ListOrder } from '../../../protocol/runList';
import { noRows, type RunRows } from './runRows';
import type { Counted } from './tabCounts';

export type ListPhase =
  /** Rows of what is chosen now are on their way; those of before stay until then. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  /** Why there are no rows, in a sentence. */
  | { readonly kind: 'failed'; readonly sentence: string };

export type MorePhase =
  { readonly kind: 'idle' } | { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly sentence: string };

export interface ListState {
  readonly filters: ChosenFilters;
  readonly order: ListOrder;
  readonly rows: RunRows;
  /** Null until the engine has counted for the first time. */
  readonly counted: Counted | null;
  readonly phase: ListPhase;
  /** The next page, below the last row. */
  readonly more: MorePhase;
  /** Another one when the rows are of another choice than before: the list begins at its top then. */
  readonly choice: number;
}

/** Before anything was read. */
export function firstState(filters: ChosenFilters = noFilters, order: ListOrder = 'newest'): ListState {
  return {
    filters,
    order,
    rows: noRows,
    counted: null,
    phase: { kind: 'loading' },
    more: { kind: 'idle' },
    choice: 0,
  };
}
