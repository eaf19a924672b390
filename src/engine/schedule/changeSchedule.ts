/** What people do to schedules: make, change, pause, resume and remove them, and cancel one of their times. */
import type { RunSummary } from '../../model/run/run';
import { nextTimes } from '../../model/schedule/nextTimes';
import type { ScheduleSettings, ScheduleTiming } from '../../model/schedule/schedule';
import { timeAfter } from '../../model/schedule/dueTime';
import { hereTimeZone, timeWithZone } from '../../model/schedule/timeOfTiming';
import { timingProblem } from '../../model/schedule/timingProblem';
import { plainExpression } from '../../model/schedule/cronFields';
import type { CreateScheduleParams } from '../../protocol/schedules';
import { authorOf } from '../run/author';
import { storedRunOf } from '../run/findRun';
import { refusal } from '../run/refusal';
import { checkedName, nameAfter } from '../run/runName';
import type { Vault } from '../run/vault';
import { deleteStoredRun } from '../store/runs';
import { endScheduledRun, updateScheduledRun } from '../store/scheduledRuns';
import { deleteSchedule, findSchedule, putSchedule, type StoredSchedule } from '../store/schedules';
import type { Clock } from './clock';
import { runnableWorkflow } from './runnableWorkflow';
import { putWithWaitingRun } from './waitingRun';

/** Gives the id of the new schedule. @throws a refusal; then nothing is made */
export async function createSchedule(vault: Vault, clock: Clock, params: CreateScheduleParams): Promise<string> {
  requireTiming(params.settings.timing, clock);
  const settings = plainSettings(params.settings);
  const { workflowPath: path, workspace, environment } = params;
  const { workflow, fleet, inputs } = await runnableWorkflow(vault, { path, workspace }, settings);
  const author = await authorOf(workflow.workspace, environment);
  const nextAt = nextOf(settings.timing, clock);
  const schedule: StoredSchedule = {
    ...settings,
    id: vault.newRunId(),
    workflow,
    author,
    createdAt: new Date(clock.now()).toISOString(),
    isPaused: false,
    nextAt: null,
    runId: null,
    lastRunId: null,
    note: null,
    environment,
  };
  const runId = vault.change((store) => putWithWaitingRun(store, vault, schedule, { fleet, inputs, nextAt }));
  vault.events.runChanged(runId);
  return schedule.id;
}

/** @throws a refusal; then nothing is changed */
export async function changeSettings(vault: Vault, clock: Clock, id: string, given: ScheduleSettings): Promise<void> {
  const before = scheduleOf(vault, id);
  const isSameTiming = JSON.stringify(before.timing) === JSON.stringify(given.timing);
  // The time of a schedule that waits for its turn, or that is paused, may have passed.
  if (!isSameTiming) requireTiming(given.timing, clock);
  const settings = plainSettings(given);
  const { fleet, inputs } = await runnableWorkflow(vault, before.workflow, settings);
  const runId = vault.change((store) => {
    // It may have come due while the file was read.
    const current = scheduleOf(vault, id);
    const { nextAt, runId } = current;
    if (nextAt === null || runId === null) {
      putSchedule(store, { ...current, ...settings, note: null });
      return null;
    }
    const scheduledFor = isSameTiming ? nextAt : nextOf(settings.timing, clock);
    const { summary } = storedRunOf(store, runId);
    const name = settings.name ?? nameAfter(current.workflow.name, summary.number);
    updateScheduledRun(store, runId, { scheduledFor, name, fleet, inputs });
    putSchedule(store, { ...current, ...settings, nextAt: scheduledFor, note: null });
    return runId;
  });
  if (runId !== null) vault.events.runChanged(runId);
}

/** Takes its Scheduled run away. @throws a refusal */
export function pauseSchedule(vault: Vault, id: string): void {
  const schedule = scheduleOf(vault, id);
  if (schedule.isPaused) return;
  takeRunAway(vault, schedule, () =>
    putSchedule(vault.store, { ...schedule, isPaused: true, nextAt: null, runId: null, note: null }),
  );
}

/** Goes on with the next time from now. @throws a refusal when there is none, or the workflow cannot be run any more */
export async function resumeSchedule(vault: Vault, clock: Clock, id: string): Promise<void> {
  const { workflow, timing, ...before } = scheduleOf(vault, id);
  if (!before.isPaused) return;
  requireTiming(timing, clock);
  const { fleet, inputs } = await runnableWorkflow(vault, workflow, before);
  const runId = vault.change((store) => {
    const current = scheduleOf(vault, id);
    if (!current.isPaused) return null;
    const nextAt = nextOf(timing, clock);
    return putWithWaitingRun(store, vault, { ...current, isPaused: false, note: null }, { fleet, inputs, nextAt });
  });
  if (runId !== null) vault.events.runChanged(runId);
}

/** With its Scheduled run; the runs that it started stay. @throws a refusal */
export function removeSchedule(vault: Vault, id: string): void {
  const schedule = scheduleOf(vault, id);
  takeRunAway(vault, schedule, () => deleteSchedule(vault.store, id));
}

/**
 * Cancels the one time that a Scheduled run waits for: a schedule of a single time is over then, another goes on with the
 * time after it. Gives the run, which is Stopped.
 * @throws a refusal
 */
export function cancelTime(vault: Vault, clock: Clock, runId: string): RunSummary {
  const { summary, inputs } = storedRunOf(vault.store, runId);
  const schedule = summary.scheduleId === null ? null : findSchedule(vault.store, summary.scheduleId);
  const next = vault.change((store) => {
    const message = 'It was cancelled before its time.';
    endScheduledRun(store, runId, { endedAt: clock.now(), message });
    if (schedule === null || schedule.runId !== runId || schedule.nextAt === null) return null;
    const nextAt = timeAfter(schedule.timing, schedule.nextAt, clock.now());
    if (nextAt === null) {
      deleteSchedule(store, schedule.id);
      return null;
    }
    const note = `${timeWithZone(schedule.nextAt, schedule.timing, hereTimeZone())} was cancelled.`;
    return putWithWaitingRun(store, vault, { ...schedule, note }, { fleet: summary.fleet, inputs, nextAt });
  });
  for (const id of [runId, ...(next === null ? [] : [next])]) vault.events.runChanged(id);
  return storedRunOf(vault.store, runId).summary;
}

/** @throws a refusal */
function scheduleOf({ store }: Vault, id: string): StoredSchedule {
  const schedule = findSchedule(store, id);
  if (schedule === null) throw refusal('unknownSchedule', `There is no schedule ${id} in this vault; it may be over.`);
  return schedule;
}

function takeRunAway(vault: Vault, { runId }: StoredSchedule, change: () => void): void {
  vault.change((store) => {
    if (runId !== null) deleteStoredRun(store, storedRunOf(store, runId));
    change();
  });
  if (runId !== null) vault.events.runDeleted(runId);
}

/** As they are kept. @throws a refusal for a name that no run may have */
function plainSettings({ timing, missed, overlap, inputs, name, fleet }: ScheduleSettings): ScheduleSettings {
  const plainName = name === null ? null : checkedName(name);
  return { timing: plainTiming(timing), missed, overlap, inputs, name: plainName, fleet };
}

function requireTiming(timing: ScheduleTiming, clock: Clock): void {
  const problem = timingProblem(timing, new Date(clock.now()));
  if (problem !== null) throw refusal('invalidParams', problem);
}

/** A moment in UTC; one space between the fields of an expression. */
function plainTiming(timing: ScheduleTiming): ScheduleTiming {
  switch (timing.kind) {
    case 'once':
      return { ...timing, at: new Date(timing.at).toISOString() };
    case 'cron':
      return { ...timing, expression: plainExpression(timing.expression) };
  }
}

function nextOf(timing: ScheduleTiming, clock: Clock): string {
  const [next] = nextTimes(timing, new Date(clock.now()), 1);
  if (next === undefined) throw refusal('invalidParams', 'The time has passed. Choose a time that is to come.');
  return next;
}
