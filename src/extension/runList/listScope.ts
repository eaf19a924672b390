/** Which runs a page may list, whatever it asks for: its scope as the engine's folders. */
import * as vscode from 'vscode';
import { everyRun, matchesFilter, type RunFilter } from '../../model/run/query';
import type { RunSummary } from '../../model/run/run';
import type { RunsChanged } from '../../protocol/engine';
import type { ListScope } from '../../protocol/runList';
import { followOpenFolders, workspaceFilter } from '../runTree/openFolders';

/** All runs of the scope; null: a page of the workspace in a window without a folder, which has none. */
export async function scopeFilter(scope: ListScope): Promise<RunFilter | null> {
  return scope === 'vault' ? everyRun : workspaceFilter();
}

/** Calls back with the scope's filter, now and whenever the open folders change. */
export function followScope(
  scope: ListScope,
  show: (filter: RunFilter | null) => void,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  if (scope === 'workspace') return followOpenFolders(show, log);
  show(everyRun);
  return new vscode.Disposable(() => undefined);
}

/** What a page asks for, within the scope. */
export function within(scope: RunFilter, asked: RunFilter): RunFilter {
  return { ...asked, folders: scope.folders };
}

/** What an event means to a page: a run that lies outside of its scope, now or always, is gone from it. */
export function eventWithin(scope: RunFilter, event: RunsChanged): RunsChanged {
  const isInside = (run: RunSummary): boolean => matchesFilter(scope, run);
  return {
    runs: event.runs.filter(isInside),
    deleted: [...event.deleted, ...event.runs.filter((run) => !isInside(run)).map(({ id }) => id)],
  };
}
