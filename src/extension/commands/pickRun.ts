/** Lets the user pick a run by name, newest first, of those that allow an action. */
import * as vscode from 'vscode';
import { allows, type RunAction } from '../../model/run/actions';
import { runStatuses } from '../../model/run/status';
import type { RunSummary } from '../../model/run/run';
import { everyRun, type RunFilter } from '../../model/run/query';
import { listRuns } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import { workspaceFilter } from '../runTree/openFolders';
import { runDescription } from '../../model/run/runText';
import { runStatusIcon } from '../runTree/statusIcons';
import { Refusal, UserCancelled } from './commandErrors';

const pageSize = 100;

const titles: Readonly<Record<RunAction, string>> = {
  viewInEditor: 'View a Run in the Editor',
  viewDetails: 'View the Details of a Run',
  runAgain: 'Run Again',
  stop: 'Stop a Run',
  rename: 'Rename a Run',
  exportIps: 'Export the IPs of a Run',
  createWorkflow: 'Create a Workflow from a Run',
  restore: 'Restore the Workflow of a Run',
  copyLink: 'Copy the Link of a Run',
  delete: 'Delete a Run',
};

/** A run to pick, or the wish for older ones. */
interface RunItem extends vscode.QuickPickItem {
  readonly run: RunSummary | null;
}

/** One page of runs that allow an action. */
interface AllowedRuns {
  readonly runs: readonly RunSummary[];
  /** Id of the last run that was looked at; null: there are no older ones. */
  readonly next: string | null;
}

/**
 * The newest runs of the open folders (of the vault when none is open) that allow the action, from `after` on.
 * @throws EngineUnavailableError
 */
async function runsAllowing(
  connection: EngineConnection,
  action: RunAction,
  after: string | null,
): Promise<AllowedRuns> {
  // Asking for the right statuses keeps a page full; the run itself decides.
  const statuses = runStatuses.filter((status) => allows({ status, hasSnapshot: true, machines: ['any'] }, action));
  const filter: RunFilter = { ...((await workspaceFilter()) ?? everyRun), statuses };
  const { runs, hasMore } = await connection.send(listRuns, { filter, order: 'newest', limit: pageSize, after });
  return { runs: runs.filter((run) => allows(run, action)), next: hasMore ? (runs.at(-1)?.id ?? null) : null };
}

/**
 * The run that the user picks.
 * @throws UserCancelled, Refusal when no run allows the action
 */
export async function pickRun(connection: EngineConnection, action: RunAction): Promise<RunSummary> {
  const items: RunItem[] = [];
  for (let after: string | null = null; ;) {
    const page: AllowedRuns = await runsAllowing(connection, action, after);
    items.push(...page.runs.map((run) => runItem(run)));
    if (items.length === 0 && page.next === null) throw new Refusal('There is no run for which this can be done.');
    const older: RunItem = { run: null, label: '$(ellipsis) Load older runs', alwaysShow: true };
    const picked: RunItem | undefined = await vscode.window.showQuickPick(
      page.next === null ? items : [...items, older],
      { title: titles[action], placeHolder: 'Search runs by name', matchOnDescription: true },
    );
    if (!picked) throw new UserCancelled();
    if (picked.run) return picked.run;
    after = page.next;
  }
}

function runItem(run: RunSummary): RunItem {
  return { run, label: run.name, description: runDescription(run, Date.now()), iconPath: runStatusIcon(run.status) };
}
