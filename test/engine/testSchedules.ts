/** An engine's schedules in this process, on a clock of their own: real store, real files, real nodes. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { nodeEnvironment } from '../../src/engine/client/client';
import { LocalFleet } from '../../src/engine/fleets/local/localFleet';
import { moveWorkflow, stopRun } from '../../src/engine/run/changeRun';
import { Vault } from '../../src/engine/run/vault';
import type { Clock } from '../../src/engine/schedule/clock';
import { Schedules } from '../../src/engine/schedule/schedules';
import { pageOfRuns } from '../../src/engine/store/listing/pages';
import { Store } from '../../src/engine/store/store';
import { everyRun } from '../../src/model/run/query';
import type { RunSummary } from '../../src/model/run/run';
import type { RunStatus } from '../../src/model/run/status';
import type { Schedule, ScheduleSettings } from '../../src/model/schedule/schedule';
import { atOnce } from './testStore';

/** A clock that stands still until it is set. */
export class TestClock implements Clock {
  readonly #waiting = new Set<{ readonly time: number; readonly wake: () => void }>();

  constructor(private time: number) {}

  now(): number {
    return this.time;
  }

  wakeAt(time: number, wake: () => void): () => void {
    const waiting = { time, wake };
    this.#waiting.add(waiting);
    // What is past already is woken for too, but never within the call.
    setImmediate(() => this.#wakeDue());
    return () => this.#waiting.delete(waiting);
  }

  /** Sets the clock, forward or back; whoever waited for a time that has come by it is woken. */
  set(time: string): void {
    this.time = Date.parse(time);
    this.#wakeDue();
  }

  #wakeDue(): void {
    const due = Array.from(this.#waiting).filter(({ time }) => time <= this.time);
    for (const waiting of due) if (this.#waiting.delete(waiting)) waiting.wake();
  }
}

/** The engine of a vault as far as schedules go: it can end, and another can take its place. */
export class ScheduledVault {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'runlens-schedules-')));
  readonly workspace = join(this.folder, 'workspace');
  readonly clock: TestClock;
  readonly #listeners = new Set<() => void>();
  /** How often clients were told of schedules. */
  told = 0;
  #engine: { vault: Vault; schedules: Schedules };

  constructor(now: string) {
    mkdirSync(join(this.folder, 'home', 'runs'), { recursive: true });
    mkdirSync(this.workspace);
    this.clock = new TestClock(Date.parse(now));
    this.#engine = this.#lead();
  }

  get schedules(): Schedules {
    return this.#engine.schedules;
  }

  /** The engine ends; what it started goes on. */
  endEngine(): void {
    this.#engine.schedules.close();
    this.#engine.vault.close();
  }

  /** Another engine takes the lead. */
  startEngine(): void {
    this.#engine = this.#lead();
  }

  write(file: string, text: string): string {
    const path = join(this.workspace, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  remove(file: string): void {
    rmSync(join(this.workspace, file));
  }

  /** Lines of a file of the workspace; none when it is not there. */
  lines(file: string): string[] {
    try {
      return readFileSync(join(this.workspace, file), 'utf8').split('\n').slice(0, -1);
    } catch {
      return [];
    }
  }

  /** Makes a schedule of a workflow file that is there. */
  create(settings: Partial<ScheduleSettings> & Pick<ScheduleSettings, 'timing'>, file = nightly): Promise<Schedule> {
    return this.schedules.create({
      workflowPath: join(this.workspace, file),
      workspace: this.workspace,
      settings: { missed: 'once', overlap: 'skip', inputs: {}, name: null, fleet: null, ...settings },
      environment: nodeEnvironment(process.env),
    });
  }

  /** The schedule as it is now; undefined when it is over. */
  find(id: string): Schedule | undefined {
    return this.schedules.list(null, null).find((schedule) => schedule.id === id);
  }

  /** All runs, oldest first. */
  runs(): RunSummary[] {
    const page = pageOfRuns(this.#engine.vault.store, {
      filter: everyRun,
      order: 'oldest',
      limit: 1_000,
      after: null,
    });
    return [...atOnce(page).runs];
  }

  /** Time and status of each run, oldest first, those that wait for their time too. */
  times(): string[] {
    return this.runs().map(({ scheduledFor, status }) => `${scheduledFor?.replace(':00.000Z', 'Z')} ${status}`);
  }

  /** Stops a run as a client does. */
  stop(run: RunSummary): RunSummary {
    return run.status === 'Scheduled' ? this.schedules.cancelTime(run) : stopRun(this.#engine.vault, run.id);
  }

  /** A workflow file has another place in the workspace now. */
  move(from: string, to: string): void {
    const { vault, schedules } = this.#engine;
    const moved = moveWorkflow(vault, join(this.workspace, from), join(this.workspace, to), this.workspace);
    schedules.moved(moved.schedules);
  }

  /** As a full disk does. */
  refuseWrites(): void {
    this.#engine.vault.store
      .prepare(`CREATE TEMP TRIGGER full BEFORE INSERT ON schedules BEGIN SELECT RAISE(ABORT, 'disk is full'); END`)
      .run();
  }

  allowWrites(): void {
    this.#engine.vault.store.prepare('DROP TRIGGER full').run();
  }

  /** Resolves once the condition holds, looked at whenever a run or a schedule has changed. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        this.#listeners.add(resolve);
        // Something may have changed between the look and the wait.
        if (condition()) resolve();
      });
      this.#listeners.clear();
    }
  }

  /** The time passes: the schedule fires whenever it is due, and each run of it ends before the next begins. */
  async passUntil(id: string, time: string): Promise<void> {
    for (;;) {
      const due = this.find(id)?.nextAt;
      if (due === undefined || due === null || due > new Date(time).toISOString()) break;
      this.clock.set(due);
      await this.until(() => this.find(id)?.nextAt !== due && !this.#isActive());
    }
    this.clock.set(time);
  }

  /** Until nothing runs any more. */
  settled(): Promise<void> {
    return this.until(() => !this.#isActive());
  }

  async dispose(): Promise<void> {
    for (const { id } of this.schedules.list(null, null)) this.schedules.remove(id);
    for (const run of this.runs()) if (begun.has(run.status) && run.status !== 'Stopping') this.stop(run);
    await this.settled();
    this.endEngine();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #isActive(): boolean {
    return this.runs().some(({ status }) => begun.has(status));
  }

  #lead(): { vault: Vault; schedules: Schedules } {
    const home = join(this.folder, 'home');
    const tell = (): void => this.#listeners.forEach((listener) => listener());
    const vault = new Vault({
      home,
      store: Store.open(join(home, 'runs.db'), '1.0.0'),
      fleets: new Map([['local', new LocalFleet(500)]]),
      parallel: 4,
      onFrame: tell,
    });
    const onChanged = (): void => {
      this.told++;
      tell();
    };
    const schedules = new Schedules({ vault, clock: this.clock, onChanged });
    vault.resume();
    schedules.begin();
    return { vault, schedules };
  }
}

const begun: ReadonlySet<RunStatus> = new Set(['Pending', 'Running', 'Stopping']);

/** The workflow file that most schedules of tests are of; its one node leaves a line. */
export const nightly = 'nightly.workflow.yaml';
const oneLine = `nodes:\n  note: { run: 'echo "$RUN_ID" >> "$WORKSPACE/evidence"' }\n`;

/** A fresh vault for each test of a file, with the clock at `now` and the nightly workflow in its workspace. */
export function eachTestHasSchedules(now: string): { vault: ScheduledVault } {
  const current = { vault: undefined as unknown as ScheduledVault };
  beforeEach(() => {
    current.vault = new ScheduledVault(now);
    current.vault.write(nightly, oneLine);
  });
  afterEach(() => current.vault.dispose());
  return current;
}
