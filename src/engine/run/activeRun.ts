/** A run that is not over: executes each node when its turn comes, writes down what becomes of it, and ends the run. */
import { isNodeEnded, terminalStatus, type RunStatus } from '../../model/run/status';
import { attemptFolder, snapshotFolder } from '../fleets/attemptFolder';
import type { Fleet } from '../fleets/fleet';
import { log, reasonOf } from '../log';
import type { Commits } from '../store/commits';
import { earlierAttemptOf } from '../store/nodeAttempts';
import type { StoredNodeRun, StoredRun } from '../store/rows';
import type { StoredSnapshot } from '../store/snapshots';
import type { Durability } from '../store/store';
import { AttemptExecution, type AttemptContext } from './attemptExecution';
import { inputSources } from './inputSources';
import type { HashCache, InputSources } from './nodeInputs';
import { firstOf, NodeTurns } from './nodeTurns';
import type { Outcome } from './outcome';
import type { RunEvents } from './runEvents';
import { RunGraph, type ActiveNode } from './runGraph';
import { RunWriter } from './runWriter';
import type { Release, Slots } from './slots';
import { writeSnapshotFiles } from './snapshotFiles';

/** What a run shares with the other runs of its vault. */
export interface RunSurroundings {
  readonly runsFolder: string;
  readonly commits: Commits;
  readonly events: RunEvents;
  readonly slots: Slots;
  readonly fleet: Fleet;
  /** Called once the run's terminal state is stored. */
  readonly onEnded: (runId: string) => void;
}

/** After so many attempts in a row whose machine or engine was lost, the platform is not trusted with the node any more. */
const mostLosses = 3;
const writeAgainAfterMs = 2_000;

export class ActiveRun {
  readonly id: string;
  readonly #graph: RunGraph;
  readonly #turns: NodeTurns;
  readonly #writer: RunWriter;
  readonly #sources: InputSources;
  readonly #hashes: HashCache = new Map();
  #status: RunStatus;
  #startedAt: number | null;
  #endedAt: number | null = null;
  #message: string | null = null;
  #machines: Set<string>;
  /** True from when the platform failed it until it has ended: nothing begins any more, and what ends counts no longer. */
  #isFailing = false;
  /** Set once nothing of a stopped run is left but `remains`, a sentence or null. */
  #swept: { readonly remains: string | null } | null = null;

  constructor(
    private readonly run: StoredRun,
    private readonly snapshot: StoredSnapshot,
    nodeRuns: readonly StoredNodeRun[],
    private readonly around: RunSurroundings,
  ) {
    this.id = run.summary.id;
    this.#status = run.summary.status;
    this.#startedAt = run.summary.startedAt === null ? null : Date.parse(run.summary.startedAt);
    this.#machines = new Set(run.summary.machines);
    this.#writer = new RunWriter(this.id, around.commits, around.events);
    this.#graph = new RunGraph(snapshot, nodeRuns);
    this.#sources = inputSources(run, snapshot.source.entry, this.#graph);
    this.#turns = new NodeTurns({
      graph: this.#graph,
      sources: this.#sources,
      onTurn: (active) => this.#queue(active),
      onChanged: (active) => this.#changed(active),
    });
  }

  /** Goes on from what the store says: a new run from its beginning, one of an engine before this one from where it was. */
  async begin(): Promise<void> {
    try {
      writeSnapshotFiles(snapshotFolder(this.around.runsFolder, this.id), this.snapshot.source);
    } catch (error) {
      this.fail(`Runlens cannot write the run's files in ${this.around.runsFolder} (${reasonOf(error)}). ` + whatToDo);
      return;
    }
    const running = this.#graph.nodes.filter(
      ({ run, definition }) => run.status === 'running' && definition.inside === null,
    );
    await Promise.all(running.map((active) => this.#adopt(active)));
    if (this.#isFailing) return;
    this.#turns.closeModules();
    if (this.#status === 'Stopping') {
      await this.#stopEverything();
      return;
    }
    this.#turns.begin();
    this.#finishIfOver();
  }

  /** Ends all of it; the run is over once nothing of it is left. Gives nothing back: the events tell. */
  stop(): void {
    if (this.#status === 'Stopping' || this.#isFailing || this.#endedAt !== null) return;
    this.#status = 'Stopping';
    this.#saveRun('kill');
    this.#stopEverything().catch((error: unknown) => this.fail(reasonOf(error)));
  }

  /** The platform failed the run as a whole: once nothing of it is left it ends as Error, with the sentence. */
  fail(sentence: string): void {
    if (this.#isFailing || this.#endedAt !== null) return;
    log(`run ${this.id}: ${sentence}`);
    this.#isFailing = true;
    void this.#endProcesses()
      .catch(reasonOf)
      .then((remains) => this.#endAsFailed(remains === null ? sentence : `${sentence} ${remains}`));
  }

  /**
   * Called when writes of this run could not be stored: the run ends as Error. How it ended is tried to be stored until
   * it can: a full disk does not stay full.
   */
  writeFailed(reason: unknown): void {
    if (this.#endedAt === null) {
      this.fail(`Runlens cannot store the run's state (${reasonOf(reason)}). ` + whatToDo);
      return;
    }
    setTimeout(() => this.#saveEnd(), writeAgainAfterMs);
  }

  async #stopEverything(): Promise<void> {
    this.#turns.stopPending();
    const remains = await this.#endProcesses();
    this.#turns.closeModules();
    this.#swept = { remains };
    this.#finishIfOver();
  }

  /** Ends what runs and what nodes left behind that had ended before; gives what could not be ended, in a sentence. */
  async #endProcesses(): Promise<string | null> {
    const executions = this.#graph.nodes.flatMap(({ execution }) => execution ?? []);
    await Promise.all(executions.map((execution) => execution.stop('stop')));
    return this.around.fleet.sweep(this.id);
  }

  #endAsFailed(message: string): void {
    this.#turns.giveUp();
    this.#message = message;
    this.#close('Error');
    this.#saveEnd();
  }

  /** With all of its nodes: some of their writes may have been lost. */
  #saveEnd(): void {
    for (const active of this.#graph.nodes) this.#saveNode(active);
    this.#saveRun('power-loss', () => this.around.onEnded(this.id));
  }

  #changed(active: ActiveNode): void {
    if (active.run.status === 'running') this.#beginRun();
    this.#saveNode(active);
  }

  #queue(active: ActiveNode): void {
    this.around.slots.take((release) => {
      const isOver = this.#isFailing || this.#endedAt !== null;
      const isWanted = active.run.status === 'pending' && active.execution === null && !isOver;
      if (!isWanted) release();
      else this.#execute(active, release);
    });
  }

  #execute(active: ActiveNode, release: Release): void {
    this.#beginRun();
    const execution = new AttemptExecution(this.#contextOf(active), release);
    active.execution = execution;
    execution.begin();
  }

  #beginRun(): void {
    if (this.#status !== 'Pending') return;
    this.#status = 'Running';
    this.#startedAt = Date.now();
    this.#saveRun('kill');
  }

  async #adopt(active: ActiveNode): Promise<void> {
    // Its slot was taken under an engine that is gone; what runs is not ended to keep a number.
    const execution = new AttemptExecution(this.#contextOf(active), this.around.slots.occupy());
    active.execution = execution;
    const found = await execution.adopt();
    if (found === 'running') return;
    active.execution = null;
    log(`run ${this.id}: attempt ${active.run.attempt} of the node ${active.definition.path} is ${found}`);
    if (found === 'lost') active.run.losses++;
    if (active.run.losses >= mostLosses) {
      const message = `The node ${active.definition.path} was lost ${mostLosses} times in a row: the engine or the machine ended while it ran. Run it again.`;
      this.#settle(active, { kind: 'error', message });
    } else {
      if (found === 'lost') this.#writer.writeAttempt(earlierAttemptOf(active.run, 'lost', Date.now()));
      active.run.status = 'pending';
      this.#saveNode(active);
    }
  }

  #contextOf(active: ActiveNode): AttemptContext {
    const { runsFolder } = this.around;
    return {
      runId: this.id,
      definition: active.definition,
      nodeRun: active.run,
      workspace: this.run.summary.workflow.workspace,
      snapshotFolder: snapshotFolder(runsFolder, this.id),
      environment: this.run.environment,
      sources: this.#sources,
      hashes: this.#hashes,
      fleet: this.around.fleet,
      folderOf: (attempt) => attemptFolder(runsFolder, this.id, active.definition.path, attempt),
      stored: (then) => {
        this.#useMachine();
        this.#saveNode(active, then);
      },
      onOutcome: (outcome) => {
        active.execution = null;
        this.#settle(active, outcome);
      },
    };
  }

  #settle(active: ActiveNode, outcome: Outcome): void {
    const { run, definition } = active;
    if (this.#isFailing || this.#endedAt !== null || isNodeEnded(run.status)) return;
    run.exitCode = outcome.kind === 'succeeded' || outcome.kind === 'failed' ? outcome.exitCode : null;
    run.outputs = outcome.kind === 'succeeded' || outcome.kind === 'failed' ? outcome.outputs : [];
    run.message = outcome.kind === 'succeeded' ? null : outcome.message;
    if (outcome.kind === 'failed') {
      run.failures++;
      run.losses = 0;
      if (run.failures <= definition.node.retries && outcome.mayRetry && this.#status !== 'Stopping') {
        this.#writer.writeAttempt(earlierAttemptOf(run, 'failed', Date.now()));
        run.status = 'pending';
        this.#saveNode(active);
        this.#queue(active);
        return;
      }
    }
    this.#turns.end(active, outcome.kind);
    this.#finishIfOver();
  }

  #finishIfOver(): void {
    if (!this.#turns.areOver || this.#isFailing || this.#endedAt !== null) return;
    const isStopping = this.#status === 'Stopping';
    if (isStopping && this.#swept === null) return;
    const status = terminalStatus(this.#graph.ends(this.#graph.scope), isStopping);
    this.#message = this.#swept?.remains ?? this.#reasonFor(status);
    this.#end(status);
  }

  #reasonFor(status: RunStatus): string | null {
    const executed = this.#graph.nodes.filter(({ definition }) => definition.inside === null);
    const first = firstOf(executed, status === 'Error' ? 'error' : 'failed');
    if (first === undefined) return null;
    return status === 'Error' ? first.run.message : `${first.definition.path}: ${first.run.message ?? 'failed'}`;
  }

  #end(status: RunStatus): void {
    this.#close(status);
    this.#saveRun('power-loss', () => this.around.onEnded(this.id));
  }

  #close(status: RunStatus): void {
    this.#status = status;
    // Not before it began, also when the clock was set back meanwhile.
    this.#endedAt = Math.max(Date.now(), this.#startedAt ?? 0);
  }

  #useMachine(): void {
    const { name } = this.around.fleet.machine;
    if (this.#machines.has(name)) return;
    this.#machines.add(name);
    this.#saveRun('kill');
  }

  #saveRun(durability: Durability, then?: () => void): void {
    const progress = {
      status: this.#status,
      startedAt: this.#startedAt,
      endedAt: this.#endedAt,
      message: this.#message,
      machines: [...this.#machines],
    };
    this.#writer.writeRun(progress, durability, then);
  }

  #saveNode(active: ActiveNode, then?: () => void): void {
    this.#writer.writeNode(active.place, active.run, then);
  }
}

const whatToDo = 'Free some space or make the folder writable, then run again.';
