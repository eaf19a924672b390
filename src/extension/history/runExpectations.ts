/** What past runs let expect of a run: its end while it is active, and how long its nodes usually take. */
import { availableParallelism } from 'node:os';
import * as vscode from 'vscode';
import { durationGraph, type DurationStep } from '../../model/history/durationGraph';
import { expectedEnd, type ExpectedEnd, type NodeProgress } from '../../model/history/expectedEnd';
import { usualNodes, type UsualNode } from '../../model/history/slowNode';
import { usualDurations, type UsualDuration } from '../../model/history/usualDuration';
import type { NodeRun, RunSummary } from '../../model/run/run';
import { scopeOf } from '../../model/workflow/runNodes';
import { getRun, type NodesChanged, type RunsChanged } from '../../protocol/engine';
import type { EngineConnection } from '../engineConnection';
import type { RunSnapshots } from '../snapshots/runSnapshots';
import { PastRuns } from './pastRuns';

export interface RunExpectation {
  /** Null when the run is not running, and when too little is known. */
  readonly expectedEnd: ExpectedEnd | null;
  /** How long its nodes usually take, as far as it is known; the same list as long as it says the same. */
  readonly usual: readonly UsualNode[];
}

/** Nothing is known of it. */
export const noExpectation: RunExpectation = { expectedEnd: null, usual: [] };

interface Known {
  run: RunSummary;
  expectation: RunExpectation;
  /** By node path. */
  usual: ReadonlyMap<string, UsualDuration>;
  /** Of a run that is running. */
  steps: readonly DurationStep[];
  readonly nodes: Map<string, NodeProgress>;
  reading: Promise<RunExpectation> | null;
}

/** Runs of which it is known at once, beside those that are running. */
const mostKnown = 100;
/** Nodes of a watched run change all the time, and its expected end is worked out again at most so often. */
const pauseMs = 2_000;

export class RunExpectations implements vscode.Disposable {
  readonly #connection: EngineConnection;
  readonly #snapshots: RunSnapshots;
  readonly #past: PastRuns;
  readonly #known = new Map<string, Known>();
  readonly #graphs = new Map<string, readonly DurationStep[]>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #turn: Promise<unknown> = Promise.resolve();

  /** Fires with the id of a run of which something else is expected now. */
  readonly onDidChange = this.#changed.event;

  constructor(connection: EngineConnection, snapshots: RunSnapshots) {
    this.#connection = connection;
    this.#snapshots = snapshots;
    this.#past = new PastRuns(connection);
    this.#subscriptions = [
      this.#changed,
      connection.onRunsChanged((event) => this.#onRuns(event)),
      connection.onNodesChanged((event) => this.#onNodes(event)),
      connection.onDidReconnect(() => {
        this.#known.clear();
        this.#past.forget();
      }),
    ];
  }

  /** What is known of the run now; what is not known yet is asked for, and told by `onDidChange`. */
  current(run: RunSummary): RunExpectation {
    const known = this.#known.get(run.id);
    if (known === undefined) void this.read(run);
    return known?.expectation ?? noExpectation;
  }

  /** What is expected of the run; nothing when the engine cannot say. */
  async read(run: RunSummary): Promise<RunExpectation> {
    const known = this.#known.get(run.id) ?? this.#begin(run);
    return known.reading ?? known.expectation;
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #begin(run: RunSummary): Known {
    const known: Known = {
      run,
      expectation: noExpectation,
      usual: new Map(),
      steps: [],
      nodes: new Map(),
      reading: null,
    };
    this.#known.set(run.id, known);
    this.#forgetOldest();
    this.#readAgain(known);
    return known;
  }

  /** Never one that is running: its row would ask for it again at once. */
  #forgetOldest(): void {
    if (this.#known.size <= mostKnown) return;
    const oldest = [...this.#known].find(([, { run }]) => run.status !== 'Running');
    if (oldest !== undefined) this.#known.delete(oldest[0]);
  }

  /** One run after the other: what is expected may come late, and holds up nothing else. */
  #readAgain(known: Known): void {
    const reading = this.#turn.then(() => this.#expect(known));
    this.#turn = reading;
    known.reading = reading;
    void reading.then(() => {
      if (known.reading === reading) known.reading = null;
      this.#tell(known);
    });
  }

  async #expect(known: Known): Promise<RunExpectation> {
    const { run } = known;
    try {
      const history = await this.#past.upTo(run);
      const own = history.runs.find((one) => one.run.id === run.id);
      if (own !== undefined) known.usual = usualDurations(history, own);
      known.expectation = { expectedEnd: null, usual: usualNodes(known.usual) };
      if (run.status === 'Running' && known.usual.size > 0) {
        known.steps = await this.#stepsOf(run);
        const { nodes } = await this.#connection.send(getRun, { run: run.id });
        for (const node of nodes) known.nodes.set(node.id, progressOf(node));
        this.#workOut(known);
      }
    } catch {
      // Nothing is expected then: of a run that was deleted, without an engine.
    }
    return known.expectation;
  }

  async #stepsOf(run: RunSummary): Promise<readonly DurationStep[]> {
    const kept = this.#graphs.get(run.versionId);
    if (kept !== undefined) return kept;
    const steps = durationGraph(scopeOf(await this.#snapshots.of(run.id)));
    this.#graphs.set(run.versionId, steps);
    const oldest = this.#graphs.keys().next();
    if (this.#graphs.size > mostGraphs && oldest.done !== true) this.#graphs.delete(oldest.value);
    return steps;
  }

  #workOut(known: Known): void {
    const { run, steps, nodes, usual, expectation } = known;
    // A cluster has room of its own, of which we do not know.
    const parallel = run.fleet === 'local' ? availableParallelism() : Infinity;
    const end = run.status === 'Running' ? expectedEnd(steps, nodes, usual, { now: Date.now(), parallel }) : null;
    known.expectation = { ...expectation, expectedEnd: end };
  }

  #onRuns({ runs, deleted }: RunsChanged): void {
    for (const id of deleted) this.#known.delete(id);
    for (const run of runs) {
      if (run.endedAt !== null) this.#past.forget(run.workflow.path);
      const known = this.#known.get(run.id);
      if (known === undefined) continue;
      const hasBegun = run.status === 'Running' && known.run.status !== 'Running';
      known.run = run;
      if (hasBegun) this.#readAgain(known);
      else if (run.status !== 'Running' && known.expectation.expectedEnd !== null) {
        this.#workOut(known);
        this.#tell(known);
      }
    }
  }

  #onNodes({ runId, nodes }: NodesChanged): void {
    const known = this.#known.get(runId);
    if (known === undefined || known.steps.length === 0) return;
    for (const node of nodes) known.nodes.set(node.id, progressOf(node));
    if (this.#timers.has(runId)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(runId);
      this.#workOut(known);
      this.#tell(known);
    }, pauseMs);
    this.#timers.set(runId, timer);
  }

  #tell({ run }: Known): void {
    this.#changed.fire(run.id);
  }
}

/** Versions whose order of nodes is kept. */
const mostGraphs = 20;

function progressOf({ status, startedAt }: NodeRun): NodeProgress {
  return { status, startedAt: startedAt === null ? null : Date.parse(startedAt) };
}
