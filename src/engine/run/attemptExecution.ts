/** One attempt of a node from its slot to its outcome: inputs, intent, process, time-out, stop. */
import { posix } from 'node:path';
import { join } from 'node:path';
import { folderOf } from '../../model/workflow/paths';
import type { RunNode } from '../../model/workflow/runNodes';
import { readExitCode } from '../fleets/attemptFolder';
import {
  PlatformFailure,
  type AttemptOrder,
  type AttemptResult,
  type Fleet,
  type FoundAttempt,
  type NodeCommand,
  type PreparedAttempt,
  type RunningAttempt,
} from '../fleets/fleet';
import { reasonOf } from '../log';
import type { StoredNodeRun } from '../store/rows';
import { nodeEnvironmentNames } from '../nodeEnvironment';
import { describeInputFiles, InputMissingError, nodeInputs, type HashCache, type InputSources } from './nodeInputs';
import { outcomeOf, type Outcome } from './outcome';
import type { Release } from './slots';

export interface AttemptContext {
  readonly runId: string;
  readonly definition: RunNode;
  /** Changed in place; `stored` writes it. */
  readonly nodeRun: StoredNodeRun;
  readonly workspace: string;
  readonly snapshotFolder: string;
  /** The client's variables. */
  readonly environment: Readonly<Record<string, string>>;
  readonly sources: InputSources;
  readonly hashes: HashCache;
  readonly fleet: Fleet;
  readonly folderOf: (attempt: number) => string;
  /** Writes the node run, then calls `then`. */
  readonly stored: (then: () => void) => void;
  readonly onOutcome: (outcome: Outcome) => void;
}

type EndReason = 'stop' | 'timeout';

export class AttemptExecution {
  #running: RunningAttempt | null = null;
  /** The search for what an engine before this one began. */
  #adoption: Promise<FoundAttempt> | null = null;
  /** Why it is being ended; what the command says about it then no longer counts. */
  #ending: EndReason | null = null;
  #end: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isOver = false;

  constructor(
    private readonly context: AttemptContext,
    private readonly release: Release,
  ) {}

  /** Begins a new attempt. */
  begin(): void {
    this.#prepare().catch((error: unknown) => {
      if (error instanceof InputMissingError) {
        const message = error.message;
        this.#conclude({ kind: 'failed', mayRetry: false, exitCode: null, message, outputs: [] });
      } else {
        const message =
          error instanceof PlatformFailure
            ? error.message
            : `The node ${this.#path} could not be started: ${reasonOf(error)}.`;
        this.#conclude({ kind: 'error', message });
      }
    });
  }

  /** Takes over the attempt of an engine before this one, unless it is gone. */
  async adopt(): Promise<FoundAttempt['kind']> {
    const { fleet, nodeRun, runId } = this.context;
    const attempt = { runId, nodeId: this.#path, attempt: nodeRun.attempt };
    this.#adoption = fleet.adopt(attempt, this.#folder(), (result) => this.#ended(result));
    const found = await this.#adoption;
    if (found.kind === 'running') {
      this.#running = found.attempt;
      this.#watchTime();
      return found.kind;
    }
    // Asked to end meanwhile: the one who ends it concludes, as for one that runs.
    if (this.#ending !== null) return 'running';
    this.release();
    return found.kind;
  }

  /** Ends it; resolves once nothing of it is left. A result that is there already counts. */
  async stop(reason: EndReason): Promise<void> {
    if (this.#isOver) return;
    if (this.#end === null) {
      if (this.#running !== null && readExitCode(this.#folder()) !== null) return;
      this.#ending = reason;
      this.#end = this.#endAll(reason);
    }
    await this.#end;
  }

  async #endAll(reason: EndReason): Promise<void> {
    await this.#adoption?.catch(() => null);
    const remains = (await this.#running?.stop()) ?? null;
    if (reason === 'stop') this.#conclude({ kind: 'stopped', message: remains });
    else this.#conclude(this.#timedOut(remains));
  }

  async #prepare(): Promise<void> {
    const { definition, nodeRun, hashes, fleet } = this.context;
    const inputs = nodeInputs(definition, this.context.sources);
    const inputFiles = await describeInputFiles(this.#path, inputs.paths, hashes);
    if (this.#isOver || this.#ending !== null) return;
    const attempt = nodeRun.attempt + 1;
    const prepared = fleet.prepare(this.#order(attempt, inputs.variables));
    const now = Date.now();
    Object.assign(nodeRun, {
      status: 'running',
      startedAt: nodeRun.startedAt ?? now,
      attempt,
      attemptStartedAt: now,
      machine: fleet.machine.name,
      ip: fleet.machine.ip,
      message: null,
      exitCode: null,
      outputs: [],
      inputFiles,
    } satisfies Partial<StoredNodeRun>);
    this.context.stored(() => this.#launch(prepared));
  }

  #launch(prepared: PreparedAttempt): void {
    if (this.#isOver || this.#ending !== null) return;
    this.#running = prepared.launch((result) => this.#ended(result));
    this.#watchTime();
  }

  #order(attempt: number, variables: Readonly<Record<string, string>>): AttemptOrder {
    const { runId, workspace, environment } = this.context;
    const client = nodeEnvironmentNames.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    return {
      runId,
      nodeId: this.#path,
      attempt,
      folder: this.context.folderOf(attempt),
      command: this.#command(),
      environment: {
        ...Object.fromEntries(client),
        ...variables,
        WORKSPACE: workspace,
        RUN_ID: runId,
        NODE_ID: this.#path,
        RUNLENS_ATTEMPT: String(attempt),
      },
    };
  }

  #command(): NodeCommand {
    const { node, scope } = this.context.definition;
    const { action } = node;
    switch (action.kind) {
      case 'run':
        return { kind: 'text', shell: action.shell, text: action.run };
      case 'script': {
        const key = posix.join(folderOf(scope.file), action.script);
        return { kind: 'file', shell: action.shell, file: join(this.context.snapshotFolder, key) };
      }
      case 'module':
        throw new PlatformFailure(`The node ${this.#path} is a module: only the nodes inside it are executed.`);
    }
  }

  get #path(): string {
    return this.context.definition.path;
  }

  #folder(): string {
    return this.context.folderOf(this.context.nodeRun.attempt);
  }

  #ended(result: AttemptResult): void {
    // While it is being ended, the one who ends it concludes, once nothing is left.
    if (this.#ending !== null) return;
    const conclude = (): void => this.#conclude(outcomeOf(this.context.definition.node, this.#folder(), result));
    // Only the wrapper was killed; what it ran may go on, and must not meet the next attempt.
    if (result.kind === 'killed') void this.#running?.stop().then(conclude);
    else conclude();
  }

  #conclude(outcome: Outcome): void {
    if (this.#isOver) return;
    this.#isOver = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.context.onOutcome(outcome);
    // Last, so that what became ready through this outcome stands in the queue and is stored in the same commit.
    this.release();
  }

  #watchTime(): void {
    const { timeoutSeconds } = this.context.definition.node;
    const startedAt = this.context.nodeRun.attemptStartedAt;
    if (timeoutSeconds === undefined || startedAt === null) return;
    const leftMs = startedAt + timeoutSeconds * 1_000 - Date.now();
    const longestTimerMs = 2 ** 31 - 1;
    this.#timer = setTimeout(
      () => {
        if (leftMs > longestTimerMs) this.#watchTime();
        else void this.stop('timeout');
      },
      Math.max(0, Math.min(leftMs, longestTimerMs)),
    );
  }

  #timedOut(remains: string | null): Outcome {
    const { timeoutSeconds } = this.context.definition.node;
    const message = [`The node ${this.#path} took longer than its timeout of ${timeoutSeconds} s.`, remains];
    return {
      kind: 'failed',
      mayRetry: remains === null,
      exitCode: null,
      message: message.filter((part) => part !== null).join(' '),
      outputs: [],
    };
  }
}
