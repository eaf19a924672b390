/** The part of the engine's wire that is about schedules. */
import * as z from 'zod/mini';
import type { Schedule, ScheduleSettings, ScheduleTiming } from '../model/schedule/schedule';
import { notification, request } from './rpc';

const timing: z.ZodMiniType<ScheduleTiming> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('once'), at: z.string() }),
  z.object({ kind: z.literal('cron'), expression: z.string(), timeZone: z.string() }),
]);

const settingsFields = {
  timing,
  missed: z.enum(['once', 'skip']),
  overlap: z.enum(['skip', 'queue', 'stop']),
  inputs: z.record(z.string(), z.string()),
  name: z.nullable(z.string()),
  fleet: z.nullable(z.string()),
};
const scheduleSettings: z.ZodMiniType<ScheduleSettings> = z.object(settingsFields);

const schedule: z.ZodMiniType<Schedule> = z.object({
  ...settingsFields,
  id: z.string(),
  workflow: z.object({ path: z.string(), name: z.string(), project: z.string(), workspace: z.string() }),
  author: z.string(),
  createdAt: z.string(),
  isPaused: z.boolean(),
  nextAt: z.nullable(z.string()),
  runId: z.nullable(z.string()),
  lastRunId: z.nullable(z.string()),
  note: z.nullable(z.string()),
});

const scheduleId = z.object({ scheduleId: z.string() });

const createParams = z.object({
  /** Absolute path of the workflow file. */
  workflowPath: z.string(),
  /** Absolute path of the workspace folder. */
  workspace: z.string(),
  settings: scheduleSettings,
  /** PATH, HOME, USER, SHELL, LANG, TZ and TMPDIR of the client; its runs get them. */
  environment: z.record(z.string(), z.string()),
});
export type CreateScheduleParams = z.infer<typeof createParams>;
export const createSchedule = request('schedule/create', createParams, schedule);

/** All settings anew; a schedule that is paused stays so. */
export const changeSchedule = request(
  'schedule/change',
  z.object({ scheduleId: z.string(), settings: scheduleSettings }),
  schedule,
);

/** Takes its Scheduled run away until it is resumed. */
export const pauseSchedule = request('schedule/pause', scheduleId, schedule);
/** Goes on with the next time from now; those during the pause are not missed. */
export const resumeSchedule = request('schedule/resume', scheduleId, schedule);
/** With its Scheduled run; the runs that it started stay. */
export const removeSchedule = request('schedule/remove', scheduleId, z.null());

/** In the order in which they were made; null: of all folders, of all workflows. */
export const listSchedules = request(
  'schedule/list',
  z.object({ folders: z.nullable(z.array(z.string())), workflowPath: z.nullable(z.string()) }),
  z.object({ schedules: z.array(schedule) }),
);

/** Sent to every client: the schedules that were made or changed, whole, and the ids of those that are no more. */
export const schedulesChanged = notification(
  'schedules/changed',
  z.object({ schedules: z.array(schedule), deleted: z.array(z.string()) }),
);
export type SchedulesChanged = z.infer<typeof schedulesChanged.params>;
