/** What happens when a schedule is due. The decision and its run are stored in one step, so that nothing fires twice. */
import { decideDue, timeAfter, type DueDecision } from '../../model/schedule/dueTime';
import { hereTimeZone, timeWithZone } from '../../model/schedule/timeOfTiming';
import { runNodesOf, scopeOf } from '../../model/workflow/runNodes';
import { reasonOf } from '../log';
import type { Vault } from '../run/vault';
import { pendingNodeRun } from '../store/nodeRuns';
import { findRun } from '../store/runs';
import {
  beginScheduledRun,
  begunRunsOf,
  endScheduledRun,
  failScheduledRun,
  markStopping,
  updateScheduledRun,
} from '../store/scheduledRuns';
import { deleteSchedule, findSchedule, putSchedule, type StoredSchedule } from '../store/schedules';
import { keepSnapshot } from '../store/snapshots';
import type { Store } from '../store/store';
import type { Clock } from './clock';
import { runnableWorkflow, type RunnableWorkflow } from './runnableWorkflow';
import { nameAtItsTime, putWithWaitingRun, type WaitingRun } from './waitingRun';

/** A schedule whose time has come, and the run that waited for it. */
export interface DueSchedule {
  readonly schedule: StoredSchedule;
  readonly dueAt: string;
  readonly runId: string;
  /** When an engine noticed it first; milliseconds since 1970. */
  readonly noticedAt: number;
}

type Readiness =
  | { readonly kind: 'runnable'; readonly runnable: RunnableWorkflow }
  /** `problem`: a sentence. */
  | { readonly kind: 'not runnable'; readonly problem: string };

/**
 * Does what the schedule says for a time that has come. Nothing, when the schedule was changed meanwhile.
 * @throws a refusal when it cannot be stored; then nothing has happened
 */
export async function fireSchedule(vault: Vault, clock: Clock, due: DueSchedule): Promise<void> {
  vault.commits.flush();
  const isLeftOut = decisionOn(vault.store, due).kind === 'leaveOut';
  const readiness = isLeftOut ? null : await readinessOf(vault, due.schedule);
  if (vault.isClosed) return;
  const fired = vault.change((store) => {
    const current = findSchedule(store, due.schedule.id);
    if (JSON.stringify(current) !== JSON.stringify(due.schedule)) return null;
    return new Firing(store, vault, clock.now(), due).carryOut(decisionOn(store, due), readiness);
  });
  if (fired === null) return;
  for (const runId of fired.changed) vault.events.runChanged(runId);
  for (const runId of fired.stopped) vault.stop(runId);
  if (fired.begun !== null) vault.launch(fired.begun);
}

function decisionOn(store: Store, { schedule, dueAt, noticedAt }: DueSchedule): DueDecision {
  return decideDue(schedule, { dueAt, noticedAt, activeRuns: begunRunsOf(store, schedule.id).length });
}

async function readinessOf(vault: Vault, schedule: StoredSchedule): Promise<Readiness> {
  try {
    return { kind: 'runnable', runnable: await runnableWorkflow(vault, schedule.workflow, schedule) };
  } catch (error) {
    return { kind: 'not runnable', problem: reasonOf(error) };
  }
}

/** What a time that came has led to. */
interface Fired {
  /** Ids of the runs whose rows changed. */
  readonly changed: readonly string[];
  /** Ids of the runs that have to be stopped. */
  readonly stopped: readonly string[];
  /** Id of the run that begins. */
  readonly begun: string | null;
}

/** The writes of one time that came, within one transaction. */
class Firing {
  constructor(
    private readonly store: Store,
    private readonly vault: Vault,
    private readonly now: number,
    private readonly due: DueSchedule,
  ) {}

  /** @param readiness null when the time was to be left out; should it be no longer, it is decided on anew at once */
  carryOut(decision: DueDecision, readiness: Readiness | null): Fired | null {
    if (decision.kind === 'leaveOut') return this.#leaveOut(decision.note);
    switch (readiness?.kind) {
      case undefined:
        return null;
      case 'not runnable':
        return this.#failToStart(decision.scheduledFor, readiness.problem);
      case 'runnable':
        return this.#start(decision, readiness.runnable);
    }
  }

  #leaveOut(note: string): Fired {
    const { schedule, dueAt, runId } = this.due;
    const nextAt = timeAfter(schedule.timing, dueAt, this.now);
    if (nextAt === null) {
      endScheduledRun(this.store, runId, { endedAt: this.now, message: note });
      deleteSchedule(this.store, schedule.id);
    } else {
      const { name } = this.#waiting().summary;
      updateScheduledRun(this.store, runId, { ...this.#expected(), name, scheduledFor: nextAt });
      putSchedule(this.store, { ...schedule, nextAt, note });
    }
    return { changed: [runId], stopped: [], begun: null };
  }

  #failToStart(scheduledFor: string, problem: string): Fired {
    const { runId, schedule } = this.due;
    const message = `The run of ${timeWithZone(scheduledFor, schedule.timing, hereTimeZone())} could not start. ${problem}`;
    failScheduledRun(this.store, runId, {
      ...nameAtItsTime(this.store, this.#waiting().summary, schedule.workflow.name),
      sortId: this.vault.newRunId(),
      endedAt: this.now,
      message,
    });
    const next = this.#goOn({ ...schedule, lastRunId: runId, note: message }, this.#expected());
    return { changed: [runId, ...next], stopped: [], begun: null };
  }

  #start({ scheduledFor, stopOthers, note }: DueDecision & { kind: 'start' }, runnable: RunnableWorkflow): Fired {
    const { runId, schedule } = this.due;
    const { snapshot, workflow, fleet, inputs } = runnable;
    const before = begunRunsOf(this.store, schedule.id);
    const stopped = stopOthers ? before.filter(({ status }) => status !== 'Stopping').map(({ id }) => id) : [];
    for (const id of stopped) markStopping(this.store, id);
    const last = before.at(-1);
    beginScheduledRun(this.store, runId, {
      ...nameAtItsTime(this.store, this.#waiting().summary, workflow.name),
      versionId: snapshot.versionId,
      snapshot: keepSnapshot(this.store, snapshot),
      workflow,
      fleet,
      inputs,
      sortId: this.vault.newRunId(),
      scheduledFor,
      message: last === undefined ? null : `Begins when the run "${last.name}" has ended.`,
      nodes: runNodesOf(scopeOf(snapshot)).map(({ path }) => pendingNodeRun(path)),
    });
    const next = this.#goOn({ ...schedule, workflow, lastRunId: runId, note }, { fleet, inputs });
    return { changed: [runId, ...stopped, ...next], stopped, begun: runId };
  }

  /** A run for the next time; the end of the schedule when there is none. Gives the ids of runs made. */
  #goOn(schedule: StoredSchedule, waiting: WaitingRun): string[] {
    const nextAt = timeAfter(schedule.timing, this.due.dueAt, this.now);
    if (nextAt !== null) return [putWithWaitingRun(this.store, this.vault, schedule, { ...waiting, nextAt })];
    deleteSchedule(this.store, schedule.id);
    return [];
  }

  /** What the row said that waited for this time. */
  #expected(): WaitingRun {
    const { summary, inputs } = this.#waiting();
    return { fleet: summary.fleet, inputs };
  }

  #waiting() {
    const run = findRun(this.store, this.due.runId);
    if (run === null) throw new Error(`The schedule ${this.due.schedule.id} has no run that waits.`);
    return run;
  }
}
