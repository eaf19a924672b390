/** What the runs under some folders can be filtered by. */
import { everyRun } from '../../model/run/query';
import type { RunFacets } from '../../protocol/engine';
import { groupsMeeting, type RunGroup } from './listing/groups';
import type { Store } from './store';

/** @param folders null: all runs of the vault */
export function facetsOf(store: Store, folders: readonly string[] | null): RunFacets {
  const groups = groupsMeeting(store, { ...everyRun, folders });
  const workflows = new Map<string, RunGroup[]>();
  for (const group of groups) {
    const ofPath = workflows.get(group.workflowPath);
    if (ofPath === undefined) workflows.set(group.workflowPath, [group]);
    else ofPath.push(group);
  }
  return {
    workflows: [...workflows]
      .flatMap(([path, ofPath]) => newestOf(store, path, ofPath) ?? [])
      .toSorted((a, b) => b.place - a.place)
      .map(({ place: _place, ...workflow }) => workflow),
    authors: alphabetical(groups.map(({ author }) => author)),
    projects: alphabetical(groups.map(({ project }) => project)),
  };
}

/** A workflow as its newest run knew it, and the place of that run. */
function newestOf(store: Store, path: string, groups: readonly RunGroup[]) {
  const newest = store.prepare('SELECT max(place) AS place FROM listedRuns WHERE groupId = ?');
  const place = Math.max(...groups.map(({ id }) => Number(newest.get(id)?.['place'] ?? 0)));
  const row = store
    .prepare(
      `SELECT workflowName, workspace, project, runs.createdAt AS createdAt
       FROM listedRuns JOIN runs ON runs.id = listedRuns.runId WHERE place = ?`,
    )
    .get(place);
  if (row === undefined) return null;
  return {
    place,
    path,
    name: String(row['workflowName']),
    workspace: String(row['workspace']),
    project: String(row['project']),
    lastRunAt: new Date(Number(row['createdAt'])).toISOString(),
  };
}

function alphabetical(words: readonly string[]): string[] {
  return [...new Set(words)].toSorted((a, b) => a.localeCompare(b));
}
