/** Asks how many runs each group has. */
import type { RunFilter } from '../../model/run/query';
import { runStatuses } from '../../model/run/status';
import type { RunCounts } from '../../protocol/engine';
import type { GroupCount } from './runGroups';

/** Counts the runs of a filter by status, up to a bound over all of them. */
export interface CountingEngine {
  count(filter: RunFilter): Promise<{ readonly counts: RunCounts; readonly isLowerBound: boolean }>;
}

/**
 * The number of runs of each status. The engine stops counting at a bound, and a status whose runs are all older than those
 * it counted has none of them: it is asked for by itself, so that no group is hidden by the size of another.
 * @throws EngineUnavailableError
 */
export async function countGroups(engine: CountingEngine, filter: RunFilter): Promise<readonly GroupCount[]> {
  const counted: GroupCount[] = [];
  for (let { statuses } = filter; ;) {
    const { counts, isLowerBound } = await engine.count({ ...filter, statuses });
    counted.push(...counts.map((count) => ({ ...count, isLowerBound })));
    const uncounted = (statuses ?? runStatuses).filter((asked) => !counts.some(({ status }) => status === asked));
    if (!isLowerBound || counts.length === 0 || uncounted.length === 0) return counted;
    statuses = uncounted;
  }
}
