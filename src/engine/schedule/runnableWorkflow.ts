/** The workflow of a schedule as a run of it would execute it now. */
import { access } from 'node:fs/promises';
import type { RunInput, RunWorkflow } from '../../model/run/run';
import type { ScheduleSettings } from '../../model/schedule/schedule';
import { placeOf } from '../run/readWorkspace';
import { refusal } from '../run/refusal';
import { runInputs } from '../run/runInputs';
import { requireFleet, runWorkflowOf } from '../run/startRun';
import { snapshotOnDisk } from '../run/snapshotOnDisk';
import type { Vault } from '../run/vault';
import type { StoredSnapshot } from '../store/snapshots';

export interface RunnableWorkflow {
  readonly snapshot: StoredSnapshot;
  readonly workflow: RunWorkflow;
  readonly fleet: string;
  readonly inputs: readonly RunInput[];
}

/** @throws a refusal when the file is gone or has errors, an input is not of its type, or the vault has no such fleet */
export async function runnableWorkflow(
  vault: Vault,
  { path, workspace }: Pick<RunWorkflow, 'path' | 'workspace'>,
  settings: Pick<ScheduleSettings, 'inputs' | 'fleet'>,
): Promise<RunnableWorkflow> {
  await access(path).catch(() => {
    throw refusal('invalidWorkflow', `There is no workflow file ${path}. Put it back, or remove its schedule.`);
  });
  const place = await placeOf(path, workspace);
  const snapshot = await snapshotOnDisk(place);
  const inputs = runInputs(snapshot.workflow.inputs, settings.inputs, place.path);
  const fleet = settings.fleet ?? snapshot.workflow.fleet;
  requireFleet(vault, fleet);
  return { snapshot, workflow: runWorkflowOf(place, snapshot.workflow), fleet, inputs };
}
