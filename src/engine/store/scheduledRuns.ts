/** The runs of schedules in the store: the one that waits for its time, and those that have begun. */
import { decodeTime } from 'ulid';
import type { RunSummary } from '../../model/run/run';
import type { RunStatus } from '../../model/run/status';
import type { StoredNodeRun } from './rows';
import { insertNodeRuns } from './nodeRuns';
import { insertRun, type NewRun } from './runs';
import type { Store } from './store';

type NewScheduledRun = Omit<NewRun, 'creationType' | 'versionId' | 'snapshot' | 'rerunOf'> & {
  readonly scheduleId: string;
  /** ISO 8601. */
  readonly scheduledFor: string;
};

/** Stores a run that waits for its time. Which version it will run is not known before. */
export function insertScheduledRun(store: Store, run: NewScheduledRun): void {
  insertRun(store, { ...run, creationType: 'Scheduled', versionId: '', snapshot: null, rerunOf: null });
  store
    .prepare(`UPDATE runs SET status = 'Scheduled', scheduleId = ?, scheduledFor = ? WHERE id = ?`)
    .run(run.scheduleId, Date.parse(run.scheduledFor), run.id);
}

/** What the row of a Scheduled run says of its time and of what it will be given. */
export function updateScheduledRun(
  store: Store,
  id: string,
  run: Pick<NewScheduledRun, 'scheduledFor' | 'name' | 'fleet' | 'inputs'>,
): void {
  store
    .prepare('UPDATE runs SET scheduledFor = ?, name = ?, fleet = ?, inputs = ? WHERE id = ?')
    .run(Date.parse(run.scheduledFor), run.name, run.fleet, JSON.stringify(run.inputs), id);
}

/** Makes a Scheduled run one that begins: Pending, with what it will execute. */
export function beginScheduledRun(
  store: Store,
  id: string,
  run: Pick<NewRun, 'number' | 'name' | 'versionId' | 'snapshot' | 'workflow' | 'fleet' | 'inputs'> & {
    /** Made now, by which the run sorts from now on. */
    readonly sortId: string;
    readonly scheduledFor: string;
    readonly message: string | null;
    readonly nodes: readonly StoredNodeRun[];
  },
): void {
  store
    .prepare(
      `UPDATE runs SET status = 'Pending', number = ?, name = ?, versionId = ?, snapshot = ?, workflowName = ?, project = ?, fleet = ?, inputs = ?,
       scheduledFor = ?, message = ?, sortId = ?, createdAt = ? WHERE id = ?`,
    )
    .run(
      run.number,
      run.name,
      run.versionId,
      run.snapshot,
      run.workflow.name,
      run.workflow.project,
      run.fleet,
      JSON.stringify(run.inputs),
      Date.parse(run.scheduledFor),
      run.message,
      run.sortId,
      decodeTime(run.sortId),
      id,
    );
  insertNodeRuns(store, id, run.nodes);
}

/** Ends a Scheduled run that could not begin at its time; it sorts by `sortId`, made now. */
export function failScheduledRun(
  store: Store,
  id: string,
  end: Pick<NewRun, 'number' | 'name'> & {
    readonly sortId: string;
    readonly endedAt: number;
    readonly message: string;
  },
): void {
  store
    .prepare(
      `UPDATE runs SET status = 'Error', number = ?, name = ?, endedAt = ?, message = ?, sortId = ?, createdAt = ? WHERE id = ?`,
    )
    .run(end.number, end.name, end.endedAt, end.message, end.sortId, decodeTime(end.sortId), id);
}

/** Ends a Scheduled run whose time is left out. */
export function endScheduledRun(
  store: Store,
  id: string,
  end: { readonly endedAt: number; readonly message: string },
): void {
  store
    .prepare(`UPDATE runs SET status = 'Stopped', endedAt = ?, message = ? WHERE id = ?`)
    .run(end.endedAt, end.message, id);
}

export type BegunRun = Pick<RunSummary, 'id' | 'name' | 'status'>;

/** The runs of a schedule that have begun and are not over, oldest first. */
export function begunRunsOf(store: Store, scheduleId: string): BegunRun[] {
  return store
    .prepare(
      `SELECT id, name, status FROM runs WHERE scheduleId = ? AND scheduleId IS NOT NULL
       AND status IN ('Pending', 'Running', 'Stopping') ORDER BY id`,
    )
    .all(scheduleId)
    .map((row) => ({
      id: String(row['id']),
      name: String(row['name']),
      status: String(row['status']) as RunStatus,
    }));
}

/** The run will be stopped by whoever leads, also when the engine ends before it is. */
export function markStopping(store: Store, id: string): void {
  store.prepare(`UPDATE runs SET status = 'Stopping' WHERE id = ?`).run(id);
}
