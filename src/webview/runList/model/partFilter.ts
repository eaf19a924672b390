/** The filter of one part of the list. */
import type { RunFilter } from '../../../model/run/query';
import { activeStatuses, isActive, runStatuses, type RunStatus } from '../../../model/run/status';
import type { ListPart } from './runRows';

const endedStatuses = runStatuses.filter((status) => !isActive(status));

/** The runs of the part that match the filter; null when the filter leaves the part none. */
export function partFilter(filter: RunFilter, part: ListPart): RunFilter | null {
  const ofPart: readonly RunStatus[] = part === 'active' ? activeStatuses : endedStatuses;
  const wanted = filter.statuses;
  const statuses = wanted === null ? ofPart : ofPart.filter((status) => wanted.includes(status));
  return statuses.length === 0 ? null : { ...filter, statuses };
}
