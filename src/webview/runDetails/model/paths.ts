/** Where a workflow file lies, in words as short as they can be. */
import type { RunWorkflow } from '../../../model/run/run';

/** The path of the file in its workspace; whole when it lies elsewhere. */
export function pathInWorkspace({ path, workspace }: Pick<RunWorkflow, 'path' | 'workspace'>): string {
  const folder = workspace.endsWith('/') ? workspace : `${workspace}/`;
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}
