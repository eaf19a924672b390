/** A vault of its own for each test: real engine processes, a real store, a workspace on disk. */
import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import {
  connectToEngine,
  connectToRunningEngine,
  nodeEnvironment,
  type EngineClient,
} from '../../src/engine/client/client';
import type { RunDetails, RunSummary } from '../../src/model/run/run';
import { getRun, startRun, stopEngine, watchRun, type StartRunParams } from '../../src/protocol/engine';

const builds = new Map<string, Promise<string>>();

/** Builds the engine as the product is built, as if it were of `version`; gives the file. */
export function engineFile(version: string): Promise<string> {
  const known = builds.get(version);
  if (known !== undefined) return known;
  const outfile = join(mkdtempSync(join(tmpdir(), 'runlens-engine-')), 'engine.js');
  const built = build({
    entryPoints: ['src/engine/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    outfile,
    logLevel: 'warning',
    define: { RUNLENS_VERSION: JSON.stringify(version) },
  }).then(() => outfile);
  builds.set(version, built);
  return built;
}

export const testVersion = '1.0.0';

export interface RunOptions extends Partial<StartRunParams> {
  readonly file?: string;
}

export class TestVault {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'runlens-test-')));
  readonly home = join(this.folder, 'home');
  readonly workspace = join(this.folder, 'workspace');
  readonly #clients: EngineClient[] = [];

  constructor() {
    mkdirSync(this.workspace);
  }

  async connect(version = testVersion): Promise<EngineClient> {
    const client = await connectToEngine({
      home: this.home,
      engineFile: await engineFile(version),
      clientVersion: version,
    });
    this.#clients.push(client);
    return client;
  }

  /** Writes a file of the workspace; gives its path. */
  write(file: string, text: string): string {
    const path = join(this.workspace, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** Writes a workflow and starts a run of it. */
  start(
    client: EngineClient,
    workflow: string,
    { file = 'test.workflow.yaml', ...options }: RunOptions = {},
  ): Promise<RunSummary> {
    return this.startFile(client, this.write(file, workflow), options);
  }

  startFile(client: EngineClient, workflowPath: string, options: Partial<StartRunParams> = {}): Promise<RunSummary> {
    return client.send(startRun, {
      workflowPath,
      workspace: this.workspace,
      versionId: null,
      inputs: {},
      name: null,
      fleet: null,
      creationType: 'API',
      environment: nodeEnvironment(process.env),
      ...options,
    });
  }

  /** Writes a workflow, runs it, and gives the run as it ended. */
  async run(workflow: string, options: RunOptions = {}): Promise<RunDetails> {
    const client = await this.connect();
    const { id } = await this.start(client, workflow, options);
    return this.ended(client, id);
  }

  /** The run once it is over, told by the engine's events. */
  async ended(client: EngineClient, id: string): Promise<RunDetails> {
    await new Promise<void>((resolve, reject) => {
      const done = client.onRunsChanged(({ runs }) => {
        if (runs.some((run) => run.id === id && run.endedAt !== null)) settle();
      });
      const settle = (): void => {
        done.dispose();
        resolve();
      };
      client.onClosed(() => reject(new Error('the engine went away')));
      client.send(getRun, { run: id }).then((run) => run.endedAt !== null && settle(), reject);
    });
    return client.send(getRun, { run: id });
  }

  /** The run's state once `condition` holds for it, told by the engine's events. */
  async until(client: EngineClient, id: string, condition: (run: RunDetails) => boolean): Promise<RunDetails> {
    let look = (): void => undefined;
    const node = client.onNodesChanged(() => look());
    const run = client.onRunsChanged(() => look());
    try {
      let details = await client.send(watchRun, { runId: id });
      while (!condition(details)) {
        await new Promise<void>((resolve) => (look = resolve));
        details = await client.send(getRun, { run: id });
      }
      return details;
    } finally {
      node.dispose();
      run.dispose();
    }
  }

  /** Lines of a file that nodes wrote to; empty when it is not there. */
  lines(file: string): string[] {
    try {
      return readFileSync(join(this.workspace, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '');
    } catch {
      return [];
    }
  }

  /** Path of a file in the workspace as a literal in a workflow. */
  path(file: string): string {
    return join(this.workspace, file);
  }

  /** Pids of the engines of this vault and of all that its nodes started. */
  processes(): number[] {
    return processesWith([`RUNLENS_HOME=${this.home}`, `WORKSPACE=${this.workspace}`]);
  }

  nodeProcesses(): number[] {
    return processesWith([`WORKSPACE=${this.workspace}`]);
  }

  engines(): number[] {
    return processesWith([`RUNLENS_HOME=${this.home}`]);
  }

  async dispose(): Promise<void> {
    const file = await engineFile(testVersion);
    const running = await connectToRunningEngine({
      home: this.home,
      engineFile: file,
      clientVersion: testVersion,
    }).catch(() => null);
    await running?.send(stopEngine, {}).catch(() => null);
    for (const client of [...this.#clients, running]) client?.dispose();
    await waitFor(() => this.engines().length === 0);
    const left = this.nodeProcesses();
    for (const pid of left) process.kill(pid, 'SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
    expect(left, 'processes of nodes left behind').toEqual([]);
  }
}

/** Resolves once the condition holds, looked at often; for what nobody tells of. */
export async function waitFor(condition: () => boolean, mostMs = 10_000): Promise<void> {
  const giveUpAt = performance.now() + mostMs;
  while (!condition()) {
    if (performance.now() > giveUpAt) throw new Error(`did not come true within ${mostMs} ms: ${condition.toString()}`);
    await delay(10);
  }
}

/** Pids of living processes that have one of the variables in their environment. */
function processesWith(variables: readonly string[]): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      if (!Number.isInteger(pid) || pid === process.pid) return false;
      try {
        const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')[0];
        const environment = `\0${readFileSync(`/proc/${pid}/environ`, 'utf8')}`;
        return state !== 'Z' && variables.some((variable) => environment.includes(`\0${variable}\0`));
      } catch {
        return false;
      }
    });
}

/** Ends a process at once, and waits until it is gone. */
export async function killAll(pids: readonly number[]): Promise<void> {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
  await waitFor(() => pids.every(isGone));
}

function isGone(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')[0] === 'Z';
  } catch {
    return true;
  }
}

/** A fresh vault for each test of a file; its engine's settings by environment variables. */
export function eachTestHasAVault(settings: Readonly<Record<string, string>> = {}): { readonly vault: TestVault } {
  const current: { vault: TestVault } = { vault: undefined as unknown as TestVault };
  beforeEach(() => {
    Object.assign(process.env, { RUNLENS_GRACE_MS: '500', RUNLENS_PARALLEL: '2', ...settings });
    current.vault = new TestVault();
  });
  afterEach(() => current.vault.dispose());
  afterAll(async () => {
    for (const file of builds.values()) rmSync(dirname(await file), { recursive: true, force: true });
    builds.clear();
  });
  return current;
}

/** Status of each node by its id. */
export function nodeStatuses(run: RunDetails): Record<string, string> {
  return Object.fromEntries(run.nodes.map((node) => [node.id, node.status]));
}
