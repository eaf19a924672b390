/** Runs that are alike in all that is filtered by value: each combination of such filters is a few groups, and their sum a count. */
import type { RunFilter } from '../../../model/run/query';
import type { RunStatus } from '../../../model/run/status';
import type { Store } from '../store';
import { allOf, type Condition } from './condition';
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
  const { workflowPaths, statuses, authors, projects } = filter;
  const wanted = allOf([
    amongValues('workflowPath', workflowPaths),
    amongValues('status', statuses),
    amongValues('author', authors),
    amongValues('project', projects),
  ]);
  const also = wanted === null ? '' : `AND ${wanted.sql}`;
  const select = store.prepare(`SELECT * FROM runGroups WHERE workflowPath >= ? AND workflowPath < ? ${also}`);
  // Folders may lie in each other.
  const groups = new Map<number, RunGroup>();
  for (const [from, to] of pathRangesOf(filter)) {
    for (const row of select.all(from, to, ...(wanted?.values ?? []))) {
      const group = groupOf(row);
      groups.set(group.id, group);
    }
  }
  return [...groups.values()];
}

/** The plus keeps SQLite to the range of paths. */
function amongValues(column: string, values: readonly string[] | null): Condition | null {
  if (values === null) return null;
  return { sql: `+${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
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
