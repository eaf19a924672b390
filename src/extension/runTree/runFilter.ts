/** Which runs a view holds, said once for the engine and once for the events that it pushes. */
import path from 'node:path';
import type { RunSummary } from '../../model/run/run';
import { everyRun, type RunFilter } from '../../protocol/engine';

/** Runs whose workflow lies under one of the folders; both are real paths. */
export function runsUnder(folders: readonly string[]): RunFilter {
  return { ...everyRun, folders: [...folders] };
}

/** Runs of one workflow file, by its real path. */
export function runsOf(workflowPath: string): RunFilter {
  return { ...everyRun, workflowPath };
}

/** True if the engine would list the run under the filter. */
export function matchesFilter(filter: RunFilter, run: RunSummary): boolean {
  const { folders, workflowPath, statuses } = filter;
  return (
    (folders === null || folders.some((folder) => isUnder(folder, run.workflow.path))) &&
    (workflowPath === null || workflowPath === run.workflow.path) &&
    (statuses === null || statuses.includes(run.status))
  );
}

function isUnder(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}
