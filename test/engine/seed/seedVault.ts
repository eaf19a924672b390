/**
 * A vault with as many runs as one likes, made within seconds by the store's own code: what the engine would have left
 * behind had it executed them, but for the folders with their logs. All runs are over, so no engine goes on with them.
 * Twelve workflows with files on disk, eight people, six projects; runs over a year, each a second or more after the
 * one before. The same options give the same runs.
 */
import { mkdirSync } from 'node:fs';
import { insertNodeRuns, nodeRunsOf, pendingNodeRun, updateNodeRun } from '../../../src/engine/store/nodeRuns';
import type { StoredNodeRun } from '../../../src/engine/store/rows';
import { insertRun, takeRunNumber, updateRunProgress } from '../../../src/engine/store/runs';
import { keepSnapshot, type StoredSnapshot } from '../../../src/engine/store/snapshots';
import { Store } from '../../../src/engine/store/store';
import { homePaths } from '../../../src/engine/home';
import { terminalStatus, type NodeStatus } from '../../../src/model/run/status';
import { planOf } from '../../../src/model/workflow/plan';
import { Chance } from './chance';
import { seedWorkflows, type SeededWorkflow } from './workflows';

export interface SeedOptions {
  /** The vault's folder, without runs; made if missing. No engine may lead it meanwhile. */
  readonly home: string;
  /** Absolute paths of the folders that the workflow files are written to; made if missing. */
  readonly workspaces: readonly string[];
  readonly runs: number;
  /** When the newest run was made, in milliseconds since 1970. */
  readonly until: number;
}

export interface SeededVault {
  /** Absolute real paths. */
  readonly workflowPaths: readonly string[];
  readonly authors: readonly string[];
  readonly newestRunId: string | null;
}

const authors = [
  'Ada Park',
  'Bruno Silva',
  'Chen Wei',
  'Dilnoza Karimova',
  'Zoë Ångström',
  'محمد العلي',
  'Eve <eve@example.org>',
  'f',
];
const givenNames = ['before the fix', 'after the fix', 'for the release 🚀', 'ΟΔΥΣΣΕΥΣ', '100% of *them*', 'try again'];
const machines = [
  { name: 'build-01', ip: '192.0.2.11' },
  { name: 'build-02', ip: '192.0.2.12' },
  { name: 'attic', ip: null },
];
const yearMs = 365 * 24 * 60 * 60 * 1_000;
const runsAtOnce = 2_000;

/** What became of fetch, check and report. */
const outcomes: Readonly<Record<string, readonly [NodeStatus, NodeStatus, NodeStatus]>> = {
  good: ['succeeded', 'succeeded', 'succeeded'],
  partial: ['succeeded', 'failed', 'succeeded'],
  failed: ['failed', 'skipped', 'skipped'],
  stopped: ['succeeded', 'stopped', 'stopped'],
  error: ['error', 'skipped', 'skipped'],
};
const outcomeWeights = { good: 72, partial: 8, failed: 10, stopped: 7, error: 3 };

/** Makes the vault. */
export async function seedVault({ home, workspaces, runs, until }: SeedOptions): Promise<SeededVault> {
  const workflows = await seedWorkflows(workspaces);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const store = Store.open(homePaths(home).store, '999.0.0');
  const chance = new Chance(runs);
  const newest = new Map<SeededWorkflow, string>();
  let newestRunId: string | null = null;
  try {
    for (let first = 0; first < runs; first += runsAtOnce) {
      store.transaction('kill', () => {
        for (let index = first; index < Math.min(runs, first + runsAtOnce); index++) {
          const step = Math.max(1_000, yearMs / runs);
          const createdAt = Math.floor(until - (runs - 1 - index) * step);
          newestRunId = seedRun(store, chance, { workflows, newest, createdAt, isOld: index < runs / 2 });
        }
      });
    }
  } finally {
    store.close();
  }
  return { workflowPaths: workflows.map(({ workflow }) => workflow.path), authors, newestRunId };
}

interface Surroundings {
  readonly workflows: readonly SeededWorkflow[];
  readonly newest: Map<SeededWorkflow, string>;
  readonly createdAt: number;
  readonly isOld: boolean;
}

function seedRun(store: Store, chance: Chance, { workflows, newest, createdAt, isOld }: Surroundings): string {
  const seeded = chance.favourite(workflows);
  const snapshot = isOld ? seeded.versions.before : seeded.versions.now;
  const id = chance.runId(createdAt);
  const number = takeRunNumber(store, seeded.workflow.path);
  const rerunOf = chance.next() < 0.08 ? (newest.get(seeded) ?? null) : null;
  newest.set(seeded, id);
  insertRun(store, {
    id,
    number,
    name: chance.next() < 0.04 ? chance.favourite(givenNames) : `${seeded.workflow.name} #${number}`,
    creationType: chance.weighted({ Manual: 60, API: 25, Scheduled: 15 }),
    workflow: seeded.workflow,
    versionId: snapshot.versionId,
    fleet: 'local',
    author: chance.favourite(authors),
    rerunOf,
    createdAt,
    snapshot: keptOnce(store, snapshot),
    inputs: [],
    environment: { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' },
  });
  insertNodeRuns(
    store,
    id,
    snapshot.workflow.nodes.map((node) => pendingNodeRun(node.id)),
  );
  execute(store, chance, { id, createdAt, snapshot });
  return id;
}

/** The same for all runs of a version, and asked for by each. */
const kept = new WeakMap<StoredSnapshot, string>();
const ends = new WeakMap<StoredSnapshot, ReadonlySet<string>>();

function keptOnce(store: Store, snapshot: StoredSnapshot): string {
  const hash = kept.get(snapshot) ?? keepSnapshot(store, snapshot);
  kept.set(snapshot, hash);
  return hash;
}

function endNodesOf(snapshot: StoredSnapshot): ReadonlySet<string> {
  const nodes = ends.get(snapshot) ?? planOf(snapshot.workflow).endNodes;
  ends.set(snapshot, nodes);
  return nodes;
}

interface SeededRun {
  readonly id: string;
  readonly createdAt: number;
  readonly snapshot: StoredSnapshot;
}

/** Writes what an execution leaves behind: its nodes one after the other, then how it ended. */
function execute(store: Store, chance: Chance, { id, createdAt, snapshot }: SeededRun): void {
  const statuses: readonly NodeStatus[] = outcomes[chance.weighted(outcomeWeights)] ?? [];
  const machine = chance.favourite(machines);
  const startedAt = createdAt + Math.floor(chance.next() * 400);
  let time = startedAt;
  const nodes = nodeRunsOf(store, id);
  nodes.forEach((node, place) => {
    const begunAt = time;
    time += Math.floor(chance.next() ** 4 * 600_000);
    const status = statuses[place] ?? 'succeeded';
    updateNodeRun(store, id, place, { ...node, ...traceOf(status, begunAt, time, machine) });
  });
  const endNodes = endNodesOf(snapshot);
  const ended = nodes.map(({ nodeId }, place) => ({
    status: statuses[place] ?? ('succeeded' as const),
    isEndNode: endNodes.has(nodeId),
  }));
  const failed = ended.findIndex(({ status }) => status === 'failed' || status === 'error');
  updateRunProgress(store, id, {
    status: terminalStatus(ended, statuses.includes('stopped')),
    startedAt,
    endedAt: time,
    message: failed === -1 ? null : `${nodes[failed]?.nodeId ?? ''}: exit code 2`,
    machines: [machine.name],
  });
}

function traceOf(
  status: NodeStatus,
  startedAt: number,
  endedAt: number,
  machine: (typeof machines)[number],
): Partial<StoredNodeRun> {
  if (status === 'skipped') return { status, endedAt };
  const exitCode = status === 'succeeded' ? 0 : status === 'failed' ? 2 : null;
  const message = status === 'failed' ? 'exit code 2' : null;
  const at = { startedAt, attemptStartedAt: startedAt, endedAt };
  return { status, ...at, exitCode, message, machine: machine.name, ip: machine.ip, attempt: 1 };
}
