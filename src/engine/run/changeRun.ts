/** What can be done to a run that is there: stop, rename, delete; and its workflow moved. */
import { rm } from 'node:fs/promises';
import { allows } from '../../model/run/actions';
import type { RunSummary } from '../../model/run/run';
import { runFolder } from '../fleets/attemptFolder';
import { reasonOf } from '../log';
import { deleteStoredRun, moveRuns, renameStoredRun } from '../store/runs';
import { moveSchedules } from '../store/schedules';
import { storedRunOf } from './findRun';
import { refusal } from './refusal';
import { checkedName } from './runName';
import type { Vault } from './vault';

/** Asks the run to stop; it is Stopping until nothing of it is left. @throws a refusal */
export function stopRun(vault: Vault, runId: string): RunSummary {
  vault.commits.flush();
  const { summary } = storedRunOf(vault.store, runId);
  if (!allows(summary, 'stop')) {
    const why = summary.status === 'Stopping' ? 'is being stopped already' : `has ended (${summary.status})`;
    throw refusal('notAllowed', `The run "${summary.name}" ${why}.`);
  }
  vault.stop(runId);
  vault.commits.flush();
  return storedRunOf(vault.store, runId).summary;
}

/** @throws a refusal */
export function renameRun(vault: Vault, runId: string, name: string): RunSummary {
  storedRunOf(vault.store, runId);
  const newName = checkedName(name);
  vault.change((store) => renameStoredRun(store, runId, newName));
  vault.events.runChanged(runId);
  return storedRunOf(vault.store, runId).summary;
}

/** Deletes the run with its logs and outputs. @throws a refusal */
export async function deleteRun(vault: Vault, runId: string): Promise<void> {
  vault.commits.flush();
  const { summary } = storedRunOf(vault.store, runId);
  if (!allows(summary, 'delete')) {
    const why =
      summary.status === 'Stopping'
        ? 'is being stopped. Delete it once it has ended.'
        : `is ${summary.status}. Stop it before you delete it.`;
    throw refusal('notAllowed', `The run "${summary.name}" ${why}`);
  }
  await vault.locks.whileDeleted(runId, async () => {
    const folder = runFolder(vault.paths.runs, runId);
    try {
      // Files first: if the engine dies on the way the run is still there, and can be deleted again.
      await rm(folder, { recursive: true, force: true });
    } catch (error) {
      throw refusal(
        'notAllowed',
        `The files of the run "${summary.name}" cannot be deleted (${reasonOf(error)}). Make ${folder} writable, then delete again.`,
      );
    }
    const run = storedRunOf(vault.store, runId);
    vault.change((store) => deleteStoredRun(store, run));
  });
  vault.events.runDeleted(runId);
}

/** Gives the runs and schedules of one workflow file to another; the ids of those that moved. Both paths are absolute. */
export function moveWorkflow(
  vault: Vault,
  from: string,
  to: string,
  workspace: string,
): { runs: readonly string[]; schedules: readonly string[] } {
  if (from === to) return { runs: [], schedules: [] };
  const moved = vault.change((store) => ({
    runs: moveRuns(store, from, to, workspace),
    schedules: moveSchedules(store, from, to, workspace),
  }));
  for (const id of moved.runs) vault.events.runChanged(id);
  return moved;
}
