/** Runs that are alike in all that is filtered by value: each combination of such filters is a few groups, and their sum a count. */
import type { RunFilter } from '../../../model/run/query';
import type { RunStatus } from '../../../model/run/status';
import type { Store } from '../store';
import { pathRangesOf } from './pathRanges';

export interface RunGroup {
  readonly id: number;
  readonly workflowPath: string;
  readonly project: string;
  readonly author: string;
  readonly status: RunStatus;
  /** How many runs it has; more than none. */
  readonly count: number;
}

type ValueFilter = Pick<RunFilter, 'folders' | 'workflowPaths' | 'statuses' | 'authors' | 'projects'>;

/** The groups whose runs meet what the filter says by value; its text and times are left to others. */
export function groupsMeeting(store: Store, filter: ValueFilter): RunGroup[] {
  const groups = new Map<number, RunGroup>();
  const select = store.prepare('SELECT * FROM runGroups WHERE workflowPath >= ? AND workflowPath < ?');
  for (const [from, to] of pathRangesOf(filter)) {
    for (const row of select.all(from, to)) {
      const group = groupOf(row);
      if (
        isAmong(filter.workflowPaths, group.workflowPath) &&
        isAmong(filter.statuses, group.status) &&
        isAmong(filter.authors, group.author) &&
        isAmong(filter.projects, group.project)
      ) {
        groups.set(group.id, group);
      }
    }
  }
  return [...groups.values()];
}

/** True if every run meets what the filter says by value. */
export function holdsEveryGroup(filter: ValueFilter): boolean {
  const { folders, workflowPaths, statuses, authors, projects } = filter;
  return [folders, workflowPaths, statuses, authors, projects].every((wanted) => wanted === null);
}

/** The number of runs in the groups. */
export function sizeOf(groups: readonly RunGroup[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

function groupOf(row: Readonly<Record<string, unknown>>): RunGroup {
  return {
    id: Number(row['id']),
    workflowPath: String(row['workflowPath']),
    project: String(row['project']),
    author: String(row['author']),
    status: String(row['status']) as RunStatus,
    count: Number(row['count']),
  };
}

function isAmong<Value>(wanted: readonly Value[] | null, value: Value): boolean {
  return wanted === null || wanted.includes(value);
}
