/** What a link leads to, once the engine and the disk have been asked. */
import { stat } from 'node:fs/promises';
import { ResponseError } from 'vscode-jsonrpc';
import type { RunDetails } from '../../model/run/run';
import { engineErrors, getRun } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { placeOf, type WorkflowPlace } from '../workflows/workspaceOf';
import type { RunLink } from './runLink';

export type LinkTarget =
  | { readonly kind: 'run'; readonly run: RunDetails; readonly nodeId: string | null }
  | { readonly kind: 'workflow'; readonly place: WorkflowPlace }
  /** The run is not in the vault; the workflow that the link names, if that is there. */
  | { readonly kind: 'noRun'; readonly runId: string; readonly place: WorkflowPlace | null }
  | { readonly kind: 'noFile'; readonly path: string };

/** Finds what the link names; the run's id wins over the path. @throws EngineUnavailableError */
export async function linkTarget(link: RunLink, connection: EngineConnection): Promise<LinkTarget> {
  const { runId, nodeId, workflowPath } = link;
  const run = runId === null ? null : await findRun(runId, connection);
  if (run !== null) return { kind: 'run', run, nodeId };
  const place = workflowPath === null ? null : await workflowAt(workflowPath);
  if (runId !== null) return { kind: 'noRun', runId, place };
  return place === null ? { kind: 'noFile', path: workflowPath ?? '' } : { kind: 'workflow', place };
}

async function findRun(runId: string, connection: EngineConnection): Promise<RunDetails | null> {
  try {
    return await connection.send(getRun, { run: runId });
  } catch (error) {
    if (error instanceof ResponseError && error.code === engineErrors.unknownRun) return null;
    throw error;
  }
}

async function workflowAt(path: string): Promise<WorkflowPlace | null> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? placeOf(path) : null;
}
