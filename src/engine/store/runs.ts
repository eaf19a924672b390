/** Runs in the store: making, finding, changing and removing them. */
import { decodeTime } from 'ulid';
import { everyRun, runsOf } from '../../model/run/query';
import type { RunInput, RunSummary } from '../../model/run/run';
import type { RunStatus } from '../../model/run/status';
import { groupsMeeting, type RunGroup } from './listing/groups';
import { storedRun, type StoredRun } from './rows';
import { dropUnusedSnapshot } from './snapshots';
import type { Store } from './store';

/** What is known of a run when it is made. */
export interface NewRun extends Pick<
  RunSummary,
  'id' | 'number' | 'name' | 'creationType' | 'workflow' | 'versionId' | 'fleet' | 'author' | 'rerunOf'
> {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Null for one that takes it when it begins. */
  readonly snapshot: string | null;
  readonly inputs: readonly RunInput[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Stores a run as Pending. Its id must be higher than those of all runs before it. */
export function insertRun(store: Store, run: NewRun): void {
  store
    .prepare(
      `INSERT INTO runs (id, number, name, status, creationType, workflowPath, workflowName, project, workspace, versionId,
         fleet, machines, author, createdAt, snapshot, rerunOf, environment, inputs)
       VALUES (?, ?, ?, 'Pending', ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      run.id,
      run.number,
      run.name,
      run.creationType,
      run.workflow.path,
      run.workflow.name,
      run.workflow.project,
      run.workflow.workspace,
      run.versionId,
      run.fleet,
      run.author,
      // Never later than the id says: times are looked for by ids.
      Math.min(run.createdAt, decodeTime(run.id)),
      run.snapshot,
      run.rerunOf,
      JSON.stringify(run.environment),
      JSON.stringify(run.inputs),
    );
}

/** The next number of a workflow's runs; a number is given once, also when its run is deleted. */
export function takeRunNumber(store: Store, workflowPath: string): number {
  const row = store
    .prepare(
      `INSERT INTO workflows VALUES (?, 1) ON CONFLICT DO UPDATE SET lastNumber = lastNumber + 1 RETURNING lastNumber`,
    )
    .get(workflowPath);
  return Number(row?.['lastNumber']);
}

/** True if no run of the workflow has got a number since. */
export function isLastRunNumber(store: Store, workflowPath: string, number: number): boolean {
  return store.prepare('SELECT lastNumber FROM workflows WHERE path = ?').get(workflowPath)?.['lastNumber'] === number;
}

export function findRun(store: Store, id: string): StoredRun | null {
  const row = store.prepare('SELECT * FROM runs WHERE id = ?').get(id);
  return row === undefined ? null : storedRun(row);
}

/** Ids that begin with `prefix`, at most `limit`. */
export function runIdsWithPrefix(store: Store, prefix: string, limit: number): string[] {
  return store
    .prepare('SELECT id FROM runs WHERE id >= ? AND id < ? ORDER BY id LIMIT ?')
    .all(prefix, `${prefix}\u{10FFFF}`, limit)
    .map((row) => String(row['id']));
}

/** What the run sorts by that sorts last; null in an empty store. */
export function newestSortId(store: Store): string | null {
  const id = store.prepare('SELECT max(ifnull(sortId, runId)) AS id FROM listedRuns').get()?.['id'];
  return typeof id === 'string' ? id : null;
}

/** In the order of the ids. */
export function runIdsWithStatus(store: Store, statuses: readonly RunStatus[]): string[] {
  return runIdsIn(store, groupsMeeting(store, { ...everyRun, statuses }));
}

function runIdsIn(store: Store, groups: readonly RunGroup[]): string[] {
  const select = store.prepare('SELECT runId FROM listedRuns WHERE groupId = ? ORDER BY place');
  return groups
    .flatMap(({ id }) => select.all(id))
    .map((row) => String(row['runId']))
    .sort();
}

/** What can change of a run while it is executed. Times are milliseconds since 1970. */
export interface RunProgress {
  readonly status: RunStatus;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly message: string | null;
  readonly machines: readonly string[];
}

export function updateRunProgress(store: Store, id: string, run: RunProgress): void {
  store
    .prepare('UPDATE runs SET status = ?, startedAt = ?, endedAt = ?, message = ?, machines = ? WHERE id = ?')
    .run(run.status, run.startedAt, run.endedAt, run.message, JSON.stringify(run.machines), id);
}

export function renameStoredRun(store: Store, id: string, name: string): void {
  store.prepare('UPDATE runs SET name = ? WHERE id = ?').run(name, id);
}

/** Removes a run with its node runs, and its snapshot unless another run has the same. */
export function deleteStoredRun(store: Store, run: StoredRun): void {
  store.prepare('DELETE FROM runs WHERE id = ?').run(run.summary.id);
  if (run.snapshot !== null) dropUnusedSnapshot(store, run.snapshot);
}

/** Gives the runs of one workflow path to another; the ids of those that moved. */
export function moveRuns(store: Store, from: string, to: string, workspace: string): string[] {
  const moved = runIdsIn(store, groupsMeeting(store, runsOf(from)));
  const update = store.prepare('UPDATE runs SET workflowPath = ?, workspace = ? WHERE id = ?');
  for (const id of moved) update.run(to, workspace, id);
  store
    .prepare(
      `INSERT INTO workflows SELECT ?, lastNumber FROM workflows WHERE path = ?
       ON CONFLICT DO UPDATE SET lastNumber = max(lastNumber, excluded.lastNumber)`,
    )
    .run(to, from);
  store.prepare('DELETE FROM workflows WHERE path = ?').run(from);
  return moved;
}
