/** The one run of a schedule that waits for its next time: a row like any other. */
import type { RunInput, RunSummary } from '../../model/run/run';
import { nameAfter } from '../run/runName';
import type { Vault } from '../run/vault';
import { insertScheduledRun } from '../store/scheduledRuns';
import { putSchedule, type StoredSchedule } from '../store/schedules';
import { isLastRunNumber, takeRunNumber } from '../store/runs';
import type { Store } from '../store/store';

/** What the row says of the run before it begins. */
export interface WaitingRun {
  readonly fleet: string;
  readonly inputs: readonly RunInput[];
}

/**
 * Number and name of a waiting run when its time comes: the next number, if others began since its row was made, so that numbers
 * go up with time; a name that somebody gave it stays. Within a transaction.
 */
export function nameAtItsTime(
  store: Store,
  { name, number, workflow }: Pick<RunSummary, 'name' | 'number' | 'workflow'>,
  workflowName: string,
): Pick<RunSummary, 'name' | 'number'> {
  const isLast = isLastRunNumber(store, workflow.path, number);
  const now = isLast ? number : takeRunNumber(store, workflow.path);
  return { number: now, name: name === nameAfter(workflow.name, number) ? nameAfter(workflowName, now) : name };
}

/** Stores the schedule with a new run that waits for `nextAt`. Within a transaction. Gives the run's id. */
export function putWithWaitingRun(
  store: Store,
  vault: Vault,
  schedule: StoredSchedule,
  waiting: WaitingRun & { readonly nextAt: string },
): string {
  const { workflow, author, environment } = schedule;
  const { nextAt, fleet, inputs } = waiting;
  const number = takeRunNumber(store, workflow.path);
  const runId = vault.newRunId();
  insertScheduledRun(store, {
    id: runId,
    number,
    name: schedule.name ?? nameAfter(workflow.name, number),
    workflow,
    fleet,
    author,
    createdAt: Date.now(),
    inputs,
    environment,
    scheduleId: schedule.id,
    scheduledFor: nextAt,
  });
  putSchedule(store, { ...schedule, nextAt, runId });
  return runId;
}
