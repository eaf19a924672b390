/** The filter of one part of the list. */
import type { RunFilter } from '../../../model/run/query';
import { activeStatuses, isActive, runStatuses, type RunStatus } from '../../../model/run/status';
import type { ListPart } from './runRows';

const endedStatuses = runStatuses.filter((status) => !isActive(status));

/**
 * The runs of the part that match the filter; null when the filter leaves the part none. `others` are statuses that this
 * version does not know: their runs stand among the ended ones.
 */
export function partFilter(filter: RunFilter, part: ListPart, others: readonly RunStatus[]): RunFilter | null {
  const ofPart: readonly RunStatus[] = part === 'active' ? activeStatuses : [...endedStatuses, ...others];
  const wanted = filter.statuses;
  const statuses = wanted === null ? ofPart : ofPart.filter((status) => wanted.includes(status));
  return statuses.length === 0 ? null : { ...filter, statuses };
}

/** The statuses among these that this version does not know. */
export function otherStatuses(statuses: readonly RunStatus[]): readonly RunStatus[] {
  return statuses.filter((status) => !runStatuses.includes(status));
}
