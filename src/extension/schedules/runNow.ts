/** Run Now: a run like any other, with the inputs of the schedule; the time that it waits for stays. */
import type { RunSummary } from '../../model/run/run';
import type { Schedule } from '../../model/schedule/schedule';
import type { ScheduleParts } from './scheduleWorkflow';

/** @throws Refusal, or the engine's sentence */
export async function runNow(run: RunSummary, { inputs, name }: Schedule, { editors }: ScheduleParts): Promise<void> {
  await editors.run(run.workflow.path, () => ({ inputs, name }));
}
