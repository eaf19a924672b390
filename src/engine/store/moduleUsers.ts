/** Which workflows used a module. */
import path from 'node:path';
import type { Store } from './store';

export const moduleUserQueries = {
  snapshots:
    'SELECT f.snapshot FROM snapshotFiles f JOIN snapshots s ON s.hash = f.snapshot WHERE f.path = ? AND s.entry <> f.path',
  // A snapshot that a million runs share is that of one workflow: its newest run tells where that is now.
  newest: 'SELECT workflowPath FROM runs WHERE snapshot = ? AND workspace = ? ORDER BY id DESC LIMIT 1',
} as const;

/**
 * Paths of the workflows, and of modules that were run by themselves, with a run whose snapshot holds the module at the
 * absolute path; the module itself is not among them. A snapshot knows its files by their place in a workspace, so each
 * folder above the module is tried as one.
 */
export function moduleUsers(store: Store, module: string): string[] {
  const snapshots = store.prepare(moduleUserQueries.snapshots);
  const newest = store.prepare(moduleUserQueries.newest);
  const found = new Set<string>();
  for (const workspace of foldersAbove(module)) {
    const key = path.relative(workspace, module).split(path.sep).join('/');
    for (const { snapshot } of snapshots.all(key)) {
      const row = newest.get(String(snapshot), workspace);
      if (row !== undefined) found.add(String(row['workflowPath']));
    }
  }
  return [...found].sort();
}

function foldersAbove(file: string): string[] {
  const folder = path.dirname(file);
  return folder === file ? [] : [folder, ...foldersAbove(folder)];
}
