/** All schedules of a vault: makes each due at its time, and tells what becomes of them. */
import { isUnder } from '../../model/run/query';
import type { RunSummary } from '../../model/run/run';
import type { Schedule, ScheduleSettings } from '../../model/schedule/schedule';
import type { CreateScheduleParams, SchedulesChanged } from '../../protocol/schedules';
import { log, reasonOf } from '../log';
import { refusal } from '../run/refusal';
import type { Vault } from '../run/vault';
import {
  allSchedules,
  dueSchedules,
  earliestDue,
  findSchedule,
  settingsOf,
  type StoredSchedule,
} from '../store/schedules';
import {
  cancelTime,
  changeSettings,
  createSchedule,
  pauseSchedule,
  removeSchedule,
  resumeSchedule,
} from './changeSchedule';
import type { Clock } from './clock';
import { fireSchedule } from './fireSchedule';

/** After a time that came could not be stored. */
const tryAgainAfterMs = 2_000;
/** Workflows that are read at once; a thousand schedules at midnight would keep the engine from all else. */
const mostAtOnce = 8;

export interface SchedulesOptions {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly onChanged: (event: SchedulesChanged) => void;
}

export class Schedules {
  readonly #vault: Vault;
  readonly #clock: Clock;
  readonly #onChanged: (event: SchedulesChanged) => void;
  readonly #firing = new Set<string>();
  /** Times that have come: they were noticed then, however late their turn is, or they can be stored. */
  #noticed = new Map<string, { readonly dueAt: number; readonly noticedAt: number }>();
  #notBefore = 0;
  #sleep: (() => void) | null = null;

  constructor({ vault, clock, onChanged }: SchedulesOptions) {
    this.#vault = vault;
    this.#clock = clock;
    this.#onChanged = onChanged;
  }

  /** Takes up what an engine before this one left, times that were missed too. */
  begin(): void {
    this.#waitForNext();
  }

  /** Nothing more is fired. */
  close(): void {
    this.#sleep?.();
    this.#sleep = null;
  }

  /** How many schedules wait for a time. */
  get waiting(): number {
    return allSchedules(this.#vault.store).filter(({ nextAt }) => nextAt !== null).length;
  }

  /** @throws a refusal */
  async create(params: CreateScheduleParams): Promise<Schedule> {
    return this.#changed(await createSchedule(this.#vault, this.#clock, params));
  }

  /** @throws a refusal */
  async change(id: string, settings: ScheduleSettings): Promise<Schedule> {
    await changeSettings(this.#vault, this.#clock, id, settings);
    return this.#changed(id);
  }

  /** @throws a refusal */
  pause(id: string): Schedule {
    pauseSchedule(this.#vault, id);
    return this.#changed(id);
  }

  /** @throws a refusal */
  async resume(id: string): Promise<Schedule> {
    await resumeSchedule(this.#vault, this.#clock, id);
    return this.#changed(id);
  }

  /** @throws a refusal */
  remove(id: string): void {
    removeSchedule(this.#vault, id);
    this.#tell([id]);
  }

  /** Cancels the time that a Scheduled run waits for. @throws a refusal */
  cancelTime(run: RunSummary): RunSummary {
    const cancelled = cancelTime(this.#vault, this.#clock, run.id);
    if (run.scheduleId !== null) this.#tell([run.scheduleId]);
    return cancelled;
  }

  /** Those under one of the folders, of one workflow; null: of all. */
  list(folders: readonly string[] | null, workflowPath: string | null): Schedule[] {
    return allSchedules(this.#vault.store)
      .filter(({ workflow }) => folders === null || folders.some((folder) => isUnder(folder, workflow.path)))
      .filter(({ workflow }) => workflowPath === null || workflow.path === workflowPath)
      .map(asTold);
  }

  /** Tells of schedules that moved with their workflow's file. */
  moved(ids: readonly string[]): void {
    if (ids.length > 0) this.#tell(ids);
  }

  #changed(id: string): Schedule {
    this.#tell([id]);
    const schedule = findSchedule(this.#vault.store, id);
    if (schedule === null) throw refusal('unknownSchedule', `The schedule ${id} is over.`);
    return asTold(schedule);
  }

  #tell(ids: readonly string[]): void {
    const found = ids.map((id) => ({ id, schedule: findSchedule(this.#vault.store, id) }));
    this.#onChanged({
      schedules: found.flatMap(({ schedule }) => (schedule === null ? [] : [asTold(schedule)])),
      deleted: found.flatMap(({ id, schedule }) => (schedule === null ? [id] : [])),
    });
    this.#waitForNext();
  }

  #waitForNext(): void {
    this.#sleep?.();
    this.#sleep = null;
    // Whichever ends first wakes the next.
    if (this.#vault.isClosed || this.#firing.size >= mostAtOnce) return;
    const due = earliestDue(this.#vault.store, this.#firing);
    if (due !== null) this.#sleep = this.#clock.wakeAt(Math.max(due, this.#notBefore), () => this.#fireDue());
  }

  #fireDue(): void {
    const now = this.#clock.now();
    const due = dueSchedules(this.#vault.store, now);
    const before = this.#noticed;
    this.#noticed = new Map(
      due.map(({ id, dueAt }) => {
        const known = before.get(id);
        return [id, { dueAt, noticedAt: known?.dueAt === dueAt ? known.noticedAt : now }];
      }),
    );
    for (const { id } of due) {
      if (this.#firing.size >= mostAtOnce) break;
      if (!this.#firing.has(id)) void this.#fire(id, this.#noticed.get(id)?.noticedAt ?? now);
    }
    this.#waitForNext();
  }

  async #fire(id: string, noticedAt: number): Promise<void> {
    const schedule = findSchedule(this.#vault.store, id);
    const dueAt = schedule?.nextAt ?? null;
    const runId = schedule?.runId ?? null;
    if (schedule === null || dueAt === null || runId === null) return;
    this.#firing.add(id);
    try {
      await fireSchedule(this.#vault, this.#clock, { schedule, dueAt, runId, noticedAt });
    } catch (error) {
      log(`schedule ${id}: ${dueAt} could not be carried out: ${reasonOf(error)}`);
      this.#notBefore = this.#clock.now() + tryAgainAfterMs;
    }
    this.#firing.delete(id);
    if (!this.#vault.isClosed) this.#tell([id]);
  }
}

/** Without what is no client's business. */
function asTold(schedule: StoredSchedule): Schedule {
  const { id, workflow, author, createdAt, isPaused, nextAt, runId, lastRunId, note } = schedule;
  return { ...settingsOf(schedule), id, workflow, author, createdAt, isPaused, nextAt, runId, lastRunId, note };
}
