/** A run that is not over: decides which node comes next, and writes down what becomes of each. */
import { isNodeEnded, moduleStatus, terminalStatus, type NodeStatus, type RunStatus } from '../../model/run/status';
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
import { moduleOutputs, type HashCache, type InputSources } from './nodeInputs';
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
  readonly #writer: RunWriter;
  readonly #sources: InputSources;
  readonly #hashes: HashCache = new Map();
  #status: RunStatus;
  #startedAt: number | null;
  #endedAt: number | null = null;
  #message: string | null = null;
  #machines: Set<string>;
  #left: number;
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
    this.#left = this.#graph.nodes.filter(({ run }) => !isNodeEnded(run.status)).length;
  }

  /** Goes on from what the store says: a new run from its beginning, one of an engine before this one from where it was. */
  async begin(): Promise<void> {
    try {
      writeSnapshotFiles(snapshotFolder(this.around.runsFolder, this.id), this.snapshot.source);
    } catch (error) {
      this.fail(`Runlens cannot write the run's files in ${this.around.runsFolder} (${reasonOf(error)}). ` + whatToDo);
      return;
    }
    const { nodes } = this.#graph;
    const running = nodes.filter(({ run, definition }) => run.status === 'running' && definition.inside === null);
    await Promise.all(running.map((active) => this.#adopt(active)));
    this.#closeModules();
    if (this.#status === 'Stopping') {
      await this.#stopEverything();
      return;
    }
    for (const active of nodes) if (this.#isReady(active)) this.#decide(active);
    this.#finishIfOver();
  }

  /** Ends all of it; the run is over once nothing of it is left. Gives nothing back: the events tell. */
  stop(): void {
    if (this.#status === 'Stopping' || this.#endedAt !== null) return;
    this.#status = 'Stopping';
    this.#saveRun('kill');
    this.#stopEverything().catch((error: unknown) => this.fail(reasonOf(error)));
  }

  /**
   * The platform failed the run as a whole: ends what runs, and the run as Error with the sentence.
   */
  fail(sentence: string): void {
    log(`run ${this.id}: ${sentence}`);
    for (const active of this.#graph.nodes) {
      void active.execution?.stop('stop');
      if (isNodeEnded(active.run.status)) continue;
      this.#close(active, active.run.status === 'running' ? 'error' : 'skipped');
      this.#saveNode(active);
    }
    this.#message = sentence;
    this.#end('Error');
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
    setTimeout(() => {
      for (const active of this.#graph.nodes) this.#saveNode(active);
      this.#saveRun('power-loss', () => this.around.onEnded(this.id));
    }, writeAgainAfterMs);
  }

  async #stopEverything(): Promise<void> {
    for (const active of this.#graph.nodes) {
      if (active.run.status !== 'pending') continue;
      this.#close(active, 'stopped');
      this.#saveNode(active);
    }
    const executions = this.#graph.nodes.flatMap(({ execution }) => execution ?? []);
    await Promise.all(executions.map((execution) => execution.stop('stop')));
    this.#closeModules();
    // Also what nodes left behind that had ended before.
    this.#swept = { remains: await this.around.fleet.sweep(this.id) };
    this.#finishIfOver();
  }

  /** Runs the node, or skips it and what waits for it. Its predecessors have ended, and the module it is in has begun. */
  #decide(first: ActiveNode): void {
    const waiting = [first];
    for (let active = waiting.pop(); active !== undefined; active = waiting.pop()) {
      if (active.run.status !== 'pending') continue;
      const { node, inside } = active.definition;
      const mayRun =
        node.when === 'always' || this.#graph.before(active).every(({ run }) => run.status === 'succeeded');
      if (!mayRun) {
        this.#skip(active);
        waiting.push(...this.#nowReady(active));
      } else if (inside === null) {
        this.#queue(active);
      } else {
        this.#beginModule(active);
        waiting.push(...this.#graph.within(inside).filter((node) => this.#isReady(node)));
      }
    }
  }

  #isReady(active: ActiveNode): boolean {
    return active.run.status === 'pending' && active.waitsFor === 0 && this.#graph.isOpen(active);
  }

  /** With all that is inside it. */
  #skip(active: ActiveNode): void {
    this.#close(active, 'skipped');
    this.#saveNode(active);
    const { inside } = active.definition;
    if (inside !== null) for (const node of this.#graph.within(inside)) this.#skip(node);
  }

  #beginModule(module: ActiveNode): void {
    this.#beginRun();
    module.run.status = 'running';
    module.run.startedAt = Date.now();
    this.#saveNode(module);
  }

  /** Ends the modules whose nodes have all ended, from the inside out. */
  #closeModules(): void {
    for (const module of this.#graph.nodes.toReversed()) this.#closeIfOver(module);
  }

  /** Ends a module once all inside it has ended, and decides what waits for it. */
  #closeIfOver(module: ActiveNode): void {
    const { inside } = module.definition;
    if (inside === null || module.run.status !== 'running' || module.leftInside > 0) return;
    const status = moduleStatus(this.#graph.ends(inside));
    const reason = status === 'succeeded' ? undefined : firstOf(this.#graph.within(inside), status);
    module.run.message = reason === undefined ? null : `${reason.definition.path}: ${reason.run.message ?? status}`;
    module.run.outputs = moduleOutputs(inside, this.#sources);
    this.#close(module, status);
    this.#saveNode(module);
    this.#goOnAfter(module);
  }

  /** Decides what waited for a node that has ended. */
  #goOnAfter(ended: ActiveNode): void {
    for (const next of this.#nowReady(ended)) this.#decide(next);
    const module = this.#graph.moduleOf(ended);
    if (module !== null) this.#closeIfOver(module);
  }

  #queue(active: ActiveNode): void {
    this.around.slots.take((release) => {
      const isWanted = active.run.status === 'pending' && active.execution === null && this.#endedAt === null;
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
    if (this.#endedAt !== null || isNodeEnded(run.status)) return;
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
    this.#close(active, outcome.kind);
    this.#saveNode(active);
    this.#goOnAfter(active);
    this.#finishIfOver();
  }

  /** The node has ended, whatever becomes of what waits for it. */
  #close(active: ActiveNode, status: NodeStatus): void {
    active.run.status = status;
    active.run.endedAt = Date.now();
    this.#left--;
    const module = this.#graph.moduleOf(active);
    if (module !== null) module.leftInside--;
  }

  /** Counts an ended node off from those behind it; gives those that wait for nothing more. */
  #nowReady(ended: ActiveNode): ActiveNode[] {
    const after = this.#graph.after(ended);
    for (const next of after) next.waitsFor--;
    return after.filter((next) => next.waitsFor === 0);
  }

  #finishIfOver(): void {
    if (this.#left > 0 || this.#endedAt !== null) return;
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
    this.#status = status;
    this.#endedAt = Date.now();
    this.#saveRun('power-loss', () => this.around.onEnded(this.id));
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

/** The one of the status that ended first. */
function firstOf(nodes: readonly ActiveNode[], status: NodeStatus): ActiveNode | undefined {
  return nodes
    .filter(({ run }) => run.status === status)
    .sort((a, b) => (a.run.endedAt ?? 0) - (b.run.endedAt ?? 0))[0];
}

const whatToDo = 'Free some space or make the folder writable, then run again.';
