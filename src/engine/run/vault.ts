/** All that one engine leads: the store, the runs that are not over, and what they share. */
import { ResponseError } from 'vscode-jsonrpc';
import type { Fleet } from '../fleets/fleet';
import { homePaths, type HomePaths } from '../home';
import { log, reasonOf } from '../log';
import { Commits } from '../store/commits';
import { indexMoreTexts } from '../store/listing/texts';
import { nodeRunsOf } from '../store/nodeRuns';
import { begunRunsOf, markStopping } from '../store/scheduledRuns';
import { newestSortId, findRun, runIdsWithStatus } from '../store/runs';
import { readSnapshot, type StoredSnapshot } from '../store/snapshots';
import type { Store } from '../store/store';
import { ActiveRun } from './activeRun';
import { refusal } from './refusal';
import { RunEvents, type ChangedFrame } from './runEvents';
import { runIdSequence } from './runIds';
import { RunLocks } from './runLocks';
import { RunWriter } from './runWriter';
import { Slots } from './slots';
import { finishTakeOvers } from './takeOver';
import { endUnreadableRun } from './unreadableRun';

/** As long as a piece of the work takes: so it takes half of the engine's time at most. */
const indexingPauseMs = 10;

export interface VaultOptions {
  readonly home: string;
  readonly store: Store;
  readonly fleets: ReadonlyMap<string, Fleet>;
  /** How many nodes execute at once. */
  readonly parallel: number;
  readonly onFrame: (frame: ChangedFrame) => void;
}

export class Vault {
  readonly store: Store;
  readonly paths: HomePaths;
  readonly commits: Commits;
  readonly events: RunEvents;
  readonly fleets: ReadonlyMap<string, Fleet>;
  readonly newRunId: () => string;
  readonly locks = new RunLocks();
  readonly #slots: Slots;
  readonly #active = new Map<string, ActiveRun>();
  /** Runs of schedules that begin once those before them have ended. */
  readonly #held = new Set<string>();
  #isClosed = false;
  #indexing: NodeJS.Timeout | undefined;

  constructor(options: VaultOptions) {
    this.store = options.store;
    this.paths = homePaths(options.home);
    this.fleets = options.fleets;
    this.commits = new Commits(this.store, (runId, reason) => {
      log(`run ${runId}: not stored: ${reasonOf(reason)}`);
      this.#active.get(runId)?.writeFailed(reason);
    });
    this.events = new RunEvents(options.onFrame);
    this.newRunId = runIdSequence(newestSortId(this.store));
    this.#slots = new Slots(options.parallel);
  }

  get activeRuns(): number {
    return this.#active.size;
  }

  /** True once nothing more may be written to the store. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Stores what a client asked for, all of it or nothing, after what waits to be stored. @throws a refusal */
  change<Result>(work: (store: Store) => Result): Result {
    this.commits.flush();
    try {
      return this.store.transaction('kill', () => work(this.store));
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      throw refusal(
        'cannotStore',
        `Runlens cannot store this in ${this.paths.store} (${reasonOf(error)}). Free some space, then try again.`,
      );
    }
  }

  /** Takes up the runs that were not over when the engine before this one ended. */
  resume(): void {
    finishTakeOvers(this.paths, (id) => findRun(this.store, id) !== null);
    for (const id of runIdsWithStatus(this.store, ['Pending', 'Running', 'Stopping'])) this.launch(id);
    this.#indexTexts();
  }

  /** Nothing more is written to the store. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#indexing);
    this.commits.flush();
    this.store.close();
  }

  /** Brings the runs of an older store into the index of texts, beside all else. */
  #indexTexts(): void {
    try {
      if (indexMoreTexts(this.store)) this.#indexing = setTimeout(() => this.#indexTexts(), indexingPauseMs);
    } catch (error) {
      // A full disk, say. Texts are found row by row meanwhile, and the next engine goes on with it.
      log(`the index of texts could not be completed: ${reasonOf(error)}`);
    }
  }

  /** Sets a stored run going: one of a schedule only when those before it have ended. */
  launch(id: string): void {
    const run = findRun(this.store, id);
    const fleet = run === null ? undefined : this.fleets.get(run.summary.fleet);
    if (run === null || run.snapshot === null || fleet === undefined) return;
    const { scheduleId, status } = run.summary;
    if (scheduleId !== null && status === 'Pending' && this.#begunOf(scheduleId)[0] !== id) {
      this.#held.add(id);
      return;
    }
    this.#held.delete(id);
    const nodeRuns = nodeRunsOf(this.store, id);
    const snapshot = this.#snapshotOf(run.snapshot);
    if (typeof snapshot === 'string') {
      const writer = new RunWriter(id, this.commits, this.events);
      void endUnreadableRun({ run, nodeRuns, fleet, writer }, snapshot);
      return;
    }
    const active = new ActiveRun(run, snapshot, nodeRuns, {
      runsFolder: this.paths.runs,
      commits: this.commits,
      events: this.events,
      slots: this.#slots,
      fleet,
      onEnded: (runId) => {
        this.#active.delete(runId);
        const next = this.#begunOf(scheduleId).find((begun) => this.#held.has(begun));
        if (next !== undefined) this.launch(next);
      },
    });
    this.#active.set(id, active);
    active.begin().catch((error: unknown) => active.fail(`Runlens could not go on with the run (${reasonOf(error)}).`));
  }

  /** What a run executes; in words why not, when the store is damaged there. */
  #snapshotOf(hash: string): StoredSnapshot | string {
    try {
      return readSnapshot(this.store, hash);
    } catch (error) {
      return reasonOf(error);
    }
  }

  /** Stops a run that has begun, also one that waits for those before it. */
  stop(id: string): void {
    if (this.#held.has(id)) {
      this.change((store) => markStopping(store, id));
      this.launch(id);
    } else {
      this.#active.get(id)?.stop();
    }
  }

  /** The runs of a schedule that have begun and are not over, oldest first. */
  #begunOf(scheduleId: string | null): string[] {
    return scheduleId === null ? [] : begunRunsOf(this.store, scheduleId).map(({ id }) => id);
  }
}
