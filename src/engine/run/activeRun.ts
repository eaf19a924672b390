/** A run that is not over: decides which node comes next, and writes down what becomes of each. */
import { terminalStatus, isNodeEnded, type NodeStatus, type RunStatus } from '../../model/run/status';
import { planOf, type Plan } from '../../model/workflow/plan';
import type { WorkflowNode } from '../../model/workflow/workflow';
import { attemptFolder, snapshotFolder } from '../fleets/attemptFolder';
import type { Fleet } from '../fleets/fleet';
import { log, reasonOf } from '../log';
import type { Commits } from '../store/commits';
import { updateNodeRun } from '../store/nodeRuns';
import type { StoredNodeRun, StoredRun } from '../store/rows';
import { updateRunProgress } from '../store/runs';
import type { StoredSnapshot } from '../store/snapshots';
import type { Durability } from '../store/store';
import { AttemptExecution, type AttemptContext } from './attemptExecution';
import type { HashCache } from './nodeInputs';
import type { Outcome } from './outcome';
import type { RunEvents } from './runEvents';
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

/** A node as its run sees it: what is to be done, and what is known of it. */
interface ActiveNode {
  readonly place: number;
  readonly node: WorkflowNode;
  readonly run: StoredNodeRun;
  /** Nodes before it that have not ended. */
  waitsFor: number;
  execution: AttemptExecution | null;
}

/** After so many attempts in a row whose machine or engine was lost, the platform is not trusted with the node any more. */
const mostLosses = 3;
const writeAgainAfterMs = 2_000;

export class ActiveRun {
  readonly id: string;
  readonly #nodes: ActiveNode[];
  readonly #byId: Map<string, ActiveNode>;
  readonly #plan: Plan;
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
    this.#plan = planOf(snapshot.workflow);
    const stored = new Map(nodeRuns.map((nodeRun) => [nodeRun.nodeId, nodeRun]));
    this.#nodes = snapshot.workflow.nodes.flatMap((node, place) => {
      const nodeRun = stored.get(node.id);
      return nodeRun === undefined ? [] : [{ place, node, run: nodeRun, waitsFor: 0, execution: null }];
    });
    this.#byId = new Map(this.#nodes.map((active) => [active.node.id, active]));
    this.#left = this.#nodes.filter(({ run }) => !isNodeEnded(run.status)).length;
    for (const active of this.#nodes) {
      active.waitsFor = this.#before(active).filter(({ run }) => !isNodeEnded(run.status)).length;
    }
  }

  /** Goes on from what the store says: a new run from its beginning, one of an engine before this one from where it was. */
  async begin(): Promise<void> {
    try {
      writeSnapshotFiles(snapshotFolder(this.around.runsFolder, this.id), this.snapshot.source);
    } catch (error) {
      this.fail(`Runlens cannot write the run's files in ${this.around.runsFolder} (${reasonOf(error)}). ` + whatToDo);
      return;
    }
    const running = this.#nodes.filter(({ run }) => run.status === 'running');
    await Promise.all(running.map((active) => this.#adopt(active)));
    if (this.#status === 'Stopping') {
      await this.#stopEverything();
      return;
    }
    const ready = this.#nodes.filter(({ run, waitsFor }) => run.status === 'pending' && waitsFor === 0);
    for (const active of ready) this.#decide(active);
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
    for (const active of this.#nodes) {
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
      for (const active of this.#nodes) this.#saveNode(active);
      this.#saveRun('power-loss', () => this.around.onEnded(this.id));
    }, writeAgainAfterMs);
  }

  async #stopEverything(): Promise<void> {
    for (const active of this.#nodes) {
      if (active.run.status !== 'pending') continue;
      this.#close(active, 'stopped');
      this.#saveNode(active);
    }
    const executions = this.#nodes.flatMap(({ execution }) => execution ?? []);
    await Promise.all(executions.map((execution) => execution.stop('stop')));
    // Also what nodes left behind that had ended before.
    this.#swept = { remains: await this.around.fleet.sweep(this.id) };
    this.#finishIfOver();
  }

  /** Runs the node, or skips it and what waits for it. Its predecessors have ended. */
  #decide(first: ActiveNode): void {
    const waiting = [first];
    for (let active = waiting.pop(); active !== undefined; active = waiting.pop()) {
      if (active.run.status !== 'pending') continue;
      const mayRun =
        active.node.when === 'always' || this.#before(active).every(({ run }) => run.status === 'succeeded');
      if (mayRun) {
        this.#queue(active);
      } else {
        this.#close(active, 'skipped');
        this.#saveNode(active);
        waiting.push(...this.#nowReady(active));
      }
    }
  }

  #queue(active: ActiveNode): void {
    this.around.slots.take((release) => {
      const isWanted = active.run.status === 'pending' && active.execution === null && this.#endedAt === null;
      if (!isWanted) release();
      else this.#execute(active, release);
    });
  }

  #execute(active: ActiveNode, release: Release): void {
    if (this.#status === 'Pending') {
      this.#status = 'Running';
      this.#startedAt = Date.now();
      this.#saveRun('kill');
    }
    const execution = new AttemptExecution(this.#contextOf(active), release);
    active.execution = execution;
    execution.begin();
  }

  async #adopt(active: ActiveNode): Promise<void> {
    // Its slot was taken under an engine that is gone; what runs is not ended to keep a number.
    const execution = new AttemptExecution(this.#contextOf(active), this.around.slots.occupy());
    active.execution = execution;
    const found = await execution.adopt();
    if (found === 'running') return;
    active.execution = null;
    log(`run ${this.id}: attempt ${active.run.attempt} of the node ${active.node.id} is ${found}`);
    if (found === 'lost') active.run.losses++;
    if (active.run.losses >= mostLosses) {
      const message = `The node ${active.node.id} was lost ${mostLosses} times in a row: the engine or the machine ended while it ran. Run it again.`;
      this.#settle(active, { kind: 'error', message });
    } else {
      active.run.status = 'pending';
      this.#saveNode(active);
    }
  }

  #contextOf(active: ActiveNode): AttemptContext {
    const { runsFolder } = this.around;
    return {
      runId: this.id,
      node: active.node,
      nodeRun: active.run,
      workflowPath: this.run.summary.workflow.path,
      workspace: this.run.summary.workflow.workspace,
      entry: this.snapshot.source.entry,
      snapshotFolder: snapshotFolder(runsFolder, this.id),
      environment: this.run.environment,
      sources: {
        workflowPath: this.run.summary.workflow.path,
        runInputs: this.run.inputs,
        nodeRun: (nodeId) => this.#byId.get(nodeId)?.run,
      },
      hashes: this.#hashes,
      fleet: this.around.fleet,
      folderOf: (attempt) => attemptFolder(runsFolder, this.id, active.node.id, attempt),
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
    const { run, node } = active;
    if (this.#endedAt !== null || isNodeEnded(run.status)) return;
    run.exitCode = outcome.kind === 'succeeded' || outcome.kind === 'failed' ? outcome.exitCode : null;
    run.outputs = outcome.kind === 'succeeded' || outcome.kind === 'failed' ? outcome.outputs : [];
    run.message = outcome.kind === 'succeeded' ? null : outcome.message;
    if (outcome.kind === 'failed') {
      run.failures++;
      run.losses = 0;
      if (run.failures <= node.retries && outcome.mayRetry && this.#status !== 'Stopping') {
        run.status = 'pending';
        this.#saveNode(active);
        this.#queue(active);
        return;
      }
    }
    this.#close(active, outcome.kind);
    this.#saveNode(active);
    for (const next of this.#nowReady(active)) this.#decide(next);
    this.#finishIfOver();
  }

  /** The node has ended, whatever becomes of what waits for it. */
  #close(active: ActiveNode, status: NodeStatus): void {
    active.run.status = status;
    active.run.endedAt = Date.now();
    this.#left--;
  }

  /** Counts an ended node off from those behind it; gives those that wait for nothing more. */
  #nowReady(ended: ActiveNode): ActiveNode[] {
    const ready: ActiveNode[] = [];
    for (const id of this.#plan.dependents.get(ended.node.id) ?? []) {
      const next = this.#byId.get(id);
      if (next === undefined) continue;
      next.waitsFor--;
      if (next.waitsFor === 0) ready.push(next);
    }
    return ready;
  }

  #before(active: ActiveNode): ActiveNode[] {
    return (this.#plan.dependencies.get(active.node.id) ?? []).flatMap((id) => this.#byId.get(id) ?? []);
  }

  #finishIfOver(): void {
    if (this.#left > 0 || this.#endedAt !== null) return;
    const isStopping = this.#status === 'Stopping';
    if (isStopping && this.#swept === null) return;
    const ended = this.#nodes.map(({ node, run }) => ({
      status: run.status,
      isEndNode: this.#plan.endNodes.has(node.id),
    }));
    const status = terminalStatus(ended, isStopping);
    this.#message = this.#swept?.remains ?? this.#reasonFor(status);
    this.#end(status);
  }

  #reasonFor(status: RunStatus): string | null {
    const wanted = status === 'Error' ? 'error' : 'failed';
    const first = this.#nodes
      .filter(({ run }) => run.status === wanted)
      .sort((a, b) => (a.run.endedAt ?? 0) - (b.run.endedAt ?? 0))[0];
    if (first === undefined) return null;
    return status === 'Error' ? first.run.message : `${first.node.id}: ${first.run.message ?? 'failed'}`;
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
    this.around.commits.add({
      runId: this.id,
      durability,
      apply: (store) => updateRunProgress(store, this.id, progress),
      committed: () => {
        this.around.events.runChanged(this.id);
        then?.();
      },
    });
  }

  #saveNode(active: ActiveNode, then?: () => void): void {
    this.around.commits.add({
      runId: this.id,
      durability: 'kill',
      apply: (store) => updateNodeRun(store, this.id, active.place, active.run),
      committed: () => {
        this.around.events.nodeChanged(this.id, active.place);
        then?.();
      },
    });
  }
}

const whatToDo = 'Free some space or make the folder writable, then run again.';
