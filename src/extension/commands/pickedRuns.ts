/** The runs that a picker offers: those that allow the action, newest first, a page at a time. */
import type { CancellationToken } from 'vscode-jsonrpc';
import { allows, type RunAction } from '../../model/run/actions';
import { everyRun, type RunFilter } from '../../model/run/query';
import type { RunSummary } from '../../model/run/run';
import { runStatuses } from '../../model/run/status';
import { listRuns } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';

const pageSize = 50;
/** Pages read in search of a run that allows the action, before the user is asked whether to go on. */
const pagesAtOnce = 4;

export interface PickedRunsQuestion {
  readonly action: RunAction;
  /** Real paths; null: the whole vault. */
  readonly folders: readonly string[] | null;
  /** Path of the workflow whose runs they are; null: of any. */
  readonly workflowPath: string | null;
  /** Id of a run that is not offered; null: none. */
  readonly without: string | null;
  /** Part of a name or an id; empty: any. */
  readonly text: string;
  /** Id of the last run that was looked at; null: from the newest on. */
  readonly after: string | null;
}

export interface PickedRuns {
  readonly runs: readonly RunSummary[];
  /** Id of the last run that was looked at; null: there are no older ones. */
  readonly next: string | null;
}

/** Asks the engine for the next runs that allow the action. @throws EngineUnavailableError, or when cancelled */
export async function pickedRuns(
  question: PickedRunsQuestion,
  connection: EngineConnection,
  token: CancellationToken,
): Promise<PickedRuns> {
  const { action, folders, workflowPath, without, text } = question;
  const filter: RunFilter = {
    ...everyRun,
    folders,
    workflowPaths: workflowPath === null ? null : [workflowPath],
    statuses: statusesAllowing(action),
    text: text === '' ? null : text,
  };
  const found: RunSummary[] = [];
  let after = question.after;
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const { runs, hasMore } = await connection.send(
      listRuns,
      { filter, order: 'newest', limit: pageSize, after },
      token,
    );
    found.push(...runs.filter((run) => allows(run, action) && run.id !== without));
    after = hasMore ? (runs.at(-1)?.id ?? null) : null;
    if (after === null || found.length > 0) break;
  }
  return { runs: found, next: after };
}

/** Asking for the right statuses keeps a page full; the run itself decides. Null: any, also those that are not known here. */
function statusesAllowing(action: RunAction): RunFilter['statuses'] {
  const may = runStatuses.filter((status) => allows({ status, hasSnapshot: true, machines: ['any'] }, action));
  return may.length === runStatuses.length ? null : may;
}
