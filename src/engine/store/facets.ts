/** What the runs under some folders can be filtered by. */
import { pathRangesOf } from './pathRanges';
import type { RunFacets } from '../../protocol/engine';
import type { Store } from './store';

/** @param folders null: all runs of the vault */
export function facetsOf(store: Store, folders: readonly string[] | null): RunFacets {
  const paths = new Set<string>();
  const authors = new Set<string>();
  const projects = new Set<string>();
  for (const [from, to] of pathRangesOf({ folders, workflowPaths: null })) {
    const rows = store
      .prepare('SELECT DISTINCT workflowPath, project, author FROM runs WHERE workflowPath >= ? AND workflowPath < ?')
      .all(from, to);
    for (const row of rows) {
      paths.add(String(row['workflowPath']));
      authors.add(String(row['author']));
      projects.add(String(row['project']));
    }
  }
  return {
    workflows: [...paths].map((path) => newestOf(store, path)).toSorted((a, b) => (a.lastRunAt < b.lastRunAt ? 1 : -1)),
    authors: alphabetical(authors),
    projects: alphabetical(projects),
  };
}

/** A workflow as its newest run knew it. */
function newestOf(store: Store, path: string): RunFacets['workflows'][number] {
  const row = store
    .prepare(
      `SELECT workflowName, workspace, project, createdAt FROM runs WHERE workflowPath = ? ORDER BY id DESC LIMIT 1`,
    )
    .get(path);
  return {
    path,
    name: String(row?.['workflowName']),
    workspace: String(row?.['workspace']),
    project: String(row?.['project']),
    lastRunAt: new Date(Number(row?.['createdAt'])).toISOString(),
  };
}

function alphabetical(words: Iterable<string>): string[] {
  return [...words].toSorted((a, b) => a.localeCompare(b));
}
