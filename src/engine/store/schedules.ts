/** Schedules in the store. */
import * as z from 'zod/mini';
import type { Schedule, ScheduleSettings } from '../../model/schedule/schedule';
import type { Store } from './store';

/** A schedule as stored: what its clients see, and what only its runs need. */
export interface StoredSchedule extends Schedule {
  /** Variables of the client that made it, which its nodes get. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Stores a schedule, in the place of the one with its id if there is one. */
export function putSchedule(store: Store, schedule: StoredSchedule): void {
  const { workflow } = schedule;
  store
    .prepare('INSERT OR REPLACE INTO schedules VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      schedule.id,
      workflow.path,
      workflow.name,
      workflow.project,
      workflow.workspace,
      JSON.stringify(settingsOf(schedule)),
      JSON.stringify(schedule.environment),
      schedule.author,
      Date.parse(schedule.createdAt),
      schedule.isPaused ? 1 : 0,
      schedule.nextAt === null ? null : Date.parse(schedule.nextAt),
      schedule.runId,
      schedule.lastRunId,
      schedule.note,
    );
}

/** What a person decided of it. */
export function settingsOf({ timing, missed, overlap, inputs, name, fleet }: ScheduleSettings): ScheduleSettings {
  return { timing, missed, overlap, inputs, name, fleet };
}

export function findSchedule(store: Store, id: string): StoredSchedule | null {
  const row = store.prepare('SELECT * FROM schedules WHERE id = ?').get(id);
  return row === undefined ? null : storedSchedule(row);
}

/** In the order in which they were made. */
export function allSchedules(store: Store): StoredSchedule[] {
  return store.prepare('SELECT * FROM schedules ORDER BY id').all().map(storedSchedule);
}

/** When the next of all schedules is due, in milliseconds since 1970; null when none is. `except`: ids left out. */
export function earliestDue(store: Store, except: ReadonlySet<string>): number | null {
  const due = store
    .prepare('SELECT id, nextAt FROM schedules WHERE nextAt IS NOT NULL AND runId IS NOT NULL ORDER BY nextAt')
    .all();
  const first = due.find((row) => !except.has(String(row['id'])));
  return first === undefined ? null : Number(first['nextAt']);
}

/** Which schedules are due, and since when (milliseconds since 1970); the one that waits longest first. */
export function dueSchedules(store: Store, now: number): { readonly id: string; readonly dueAt: number }[] {
  return store
    .prepare('SELECT id, nextAt FROM schedules WHERE nextAt <= ? AND runId IS NOT NULL ORDER BY nextAt')
    .all(now)
    .map((row) => ({ id: String(row['id']), dueAt: Number(row['nextAt']) }));
}

export function deleteSchedule(store: Store, id: string): void {
  store.prepare('DELETE FROM schedules WHERE id = ?').run(id);
}

/** Gives the schedules of one workflow path to another; the ids of those that moved. */
export function moveSchedules(store: Store, from: string, to: string, workspace: string): string[] {
  return store
    .prepare('UPDATE schedules SET workflowPath = ?, workspace = ? WHERE workflowPath = ? RETURNING id')
    .all(to, workspace, from)
    .map((row) => String(row['id']));
}

const row = z.object({
  id: z.string(),
  workflowPath: z.string(),
  workflowName: z.string(),
  project: z.string(),
  workspace: z.string(),
  settings: z.string(),
  environment: z.string(),
  author: z.string(),
  createdAt: z.number(),
  isPaused: z.number(),
  nextAt: z.nullable(z.number()),
  runId: z.nullable(z.string()),
  lastRunId: z.nullable(z.string()),
  note: z.nullable(z.string()),
});

/** @throws when the row is not one of ours */
function storedSchedule(value: unknown): StoredSchedule {
  const { workflowPath, workflowName, project, workspace, settings, ...schedule } = row.parse(value);
  return {
    ...(JSON.parse(settings) as ScheduleSettings),
    ...schedule,
    workflow: { path: workflowPath, name: workflowName, project, workspace },
    environment: JSON.parse(schedule.environment) as Record<string, string>,
    createdAt: new Date(schedule.createdAt).toISOString(),
    isPaused: schedule.isPaused === 1,
    nextAt: schedule.nextAt === null ? null : new Date(schedule.nextAt).toISOString(),
  };
}
