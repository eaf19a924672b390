/** What the gallery shows of the run details, each state as a host would send it. */
import type { NodeAttempt } from '../../../src/model/run/attempt';
import type { RunSummary } from '../../../src/model/run/run';
import type { NodeRow, ShownRun } from '../../../src/model/run/shownRun';
import type { NodeStatus } from '../../../src/model/run/status';
import type { DetailsState } from '../../../src/protocol/runDetails';

const begin = Date.parse('2026-03-02T09:14:05.000Z');
const at = (seconds: number): string => new Date(begin + seconds * 1000).toISOString();
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

const run: RunSummary = {
  id: '01KJQ4M3T8V6W2X9Y5Z7A1B3C4',
  name: 'Dependency audit 12',
  number: 12,
  status: 'Completed',
  creationType: 'Manual',
  workflow: {
    path: '/home/ada/audit/flows/audit.workflow.yaml',
    name: 'Dependency audit',
    project: 'supply-chain',
    workspace: '/home/ada/audit',
  },
  versionId: 'f3a97b0c52de4418a6c0d9e2b1f75a3386c4d20e9b7a15f8c3e6d4a2b0f19e57',
  fleet: 'local',
  machines: ['build-3'],
  author: 'Ada Lovelace',
  createdAt: at(0),
  startedAt: at(1.2),
  endedAt: at(131.2),
  durationMs: 130_000,
  message: null,
  hasSnapshot: true,
  rerunOf: null,
  scheduleId: null,
  scheduledFor: null,
  sortId: null,
};

function node(id: string, label: string | null, status: NodeStatus, from: number | null, to: number | null): NodeRow {
  return {
    id,
    label,
    status,
    startedAt: from === null ? null : at(from),
    endedAt: to === null ? null : at(to),
    attempt: from === null ? 0 : 1,
    exitCode: status === 'succeeded' ? 0 : null,
    message: null,
    reusedFrom: null,
  };
}

function attempt(number: number, from: number, to: number): NodeAttempt {
  const message = 'du: cannot access ‘node_modules/@vscode/vsce’: No such file or directory';
  const times = { startedAt: at(from), endedAt: at(to) };
  return { attempt: number, status: 'failed', ...times, exitCode: 1, machine: 'build-3', message };
}

const lockfile = {
  path: '/home/ada/audit/package-lock.json',
  kind: 'file',
  size: 391_004,
  sha256: '9f2c1be0a7d34e5568c1d0b2f4a6978812cd34ef56ab7890123456789abcdef0',
} as const;

const completed: ShownRun = {
  attempts: null,
  run,
  inputs: [
    { name: 'lockfile', type: 'file', value: lockfile.path, files: [lockfile] },
    { name: 'depth', type: 'number', value: '2', files: [] },
    { name: 'strict', type: 'boolean', value: 'true', files: [] },
  ],
  otherFiles: [
    { path: '/home/ada/audit/data/licences.json', kind: 'file', size: 2048, sha256: lockfile.sha256.replace('9', 'c') },
  ],
  machines: [{ name: 'build-3', ip: '10.0.0.7' }],
  lineage: { rerunOf: null, reruns: [] },
  schedule: null,
  version: { kind: 'same' },
  expectedEnd: null,
  usual: [{ id: 'sizes', median: 20_000, slowFrom: 30_000 }],
  nodes: [
    node('packages', 'List packages', 'succeeded', 1.2, 3.6),
    node('licences', 'Group by licence', 'succeeded', 3.6, 4.3),
    node('duplicates', 'Find duplicate versions', 'succeeded', 3.6, 4.1),
    node('sizes', 'Measure what each package takes on disk', 'succeeded', 3.6, 127),
    node('report', null, 'succeeded', 127, 131.2),
  ],
};

const failed: ShownRun = {
  ...completed,
  run: {
    ...run,
    name: 'Dependency audit 13',
    status: 'Failed',
    endedAt: at(7),
    durationMs: 5800,
    message: 'sizes: du: cannot access ‘node_modules/@vscode/vsce’: No such file or directory',
    rerunOf: '01KJQ4M3T8V6W2X9Y5Z7A1B3C3',
  },
  version: { kind: 'changed' },
  lineage: {
    rerunOf: { id: '01KJQ4M3T8V6W2X9Y5Z7A1B3C3', name: 'Dependency audit 12', status: 'Completed' },
    reruns: [
      { id: '01KJQ4M3T8V6W2X9Y5Z7A1B3C5', name: 'Dependency audit 14', status: 'Failed' },
      { id: '01KJQ4M3T8V6W2X9Y5Z7A1B3C6', name: 'Dependency audit 15', status: 'Running' },
    ],
  },
  attempts: [{ nodeId: 'sizes', attempts: [attempt(1, 3.6, 4.8), attempt(2, 5, 6)] }],
  nodes: [
    node('packages', 'List packages', 'succeeded', 1.2, 3.6),
    node('licences', 'Group by licence', 'succeeded', 3.6, 4.3),
    {
      ...node('sizes', 'Measure what each package takes on disk', 'failed', 3.6, 6),
      attempt: 2,
      exitCode: 1,
      message: 'du: cannot access ‘node_modules/@vscode/vsce’: No such file or directory',
    },
    node('scan', 'Scan for known flaws', 'stopped', 3.6, 5),
    node('report', null, 'skipped', null, null),
  ],
};

/** While it runs, times count from the moment the page opens. */
function running(): ShownRun {
  const started = { ...node('sizes', 'Measure what each package takes on disk', 'running', null, null), attempt: 1 };
  return {
    ...completed,
    run: { ...run, status: 'Running', createdAt: ago(66), startedAt: ago(64), endedAt: null, durationMs: null },
    expectedEnd: { kind: 'about', from: Date.now() + 180_000, to: Date.now() + 200_000 },
    nodes: [
      node('packages', 'List packages', 'succeeded', 1.2, 3.6),
      { ...started, startedAt: ago(61) },
      node('report', null, 'pending', null, null),
    ],
  };
}

const pending: ShownRun = {
  ...completed,
  run: {
    ...run,
    status: 'Scheduled',
    creationType: 'Scheduled',
    machines: [],
    startedAt: null,
    endedAt: null,
    durationMs: null,
    hasSnapshot: false,
    scheduleId: '01KJQ4M3T8V6W2X9Y5Z7A1B3D0',
    scheduledFor: ago(-5 * 3600),
  },
  schedule: {
    words: 'weekdays at 02:00 (Europe/Berlin)',
    timeZone: 'Europe/Berlin',
    times: [5, 29, 53, 77, 101].map((hours, day) => ({
      iso: ago(-hours * 3600),
      text: `Tue, ${24 + day} Nov 2026, 02:00`,
    })),
    isPaused: false,
    missed: 'Run as soon as the engine is there again, once for all times that were missed',
    overlap: 'Leave this time out, and let the run before go on',
    author: 'Ada Lovelace',
    note: '23 Nov 2026, 02:00 (Europe/Berlin) was left out, since the run before was still active.',
    lastRun: { id: '01KJQ4M3T8V6W2X9Y5Z7A1B3C3', name: 'Dependency audit 12', status: 'Failed' },
  },
  inputs: [],
  otherFiles: [],
  machines: [],
  version: { kind: 'notTaken' },
  nodes: [],
};

/** What a name, a message and a label may hold: all of it is text. */
const hostile = `<img src=x onerror=alert(1)> **bold** \u202Eesrever\u202C ${'looooooooong'.repeat(840)}`;
const strange: ShownRun = {
  ...failed,
  run: {
    ...failed.run,
    name: hostile,
    author: hostile,
    message: hostile,
    fleet: hostile.slice(0, 300),
    workflow: { ...run.workflow, name: hostile, project: hostile },
  },
  inputs: [{ name: hostile, type: 'string', value: hostile, files: [] }],
  lineage: { rerunOf: null, reruns: [{ id: 'b', name: hostile, status: 'Completed' }] },
  machines: [{ name: hostile, ip: null }],
  nodes: [{ ...node('sizes', hostile, 'failed', 3.6, 6), exitCode: 1, message: hostile }],
};

function large(count: number): ShownRun {
  const nodes = Array.from({ length: count }, (_, i) =>
    i % 100 === 42
      ? { ...node(`n${i}`, null, 'failed', 0, 1), exitCode: 1, message: 'exit code 1' }
      : node(`n${i}`, i % 3 === 0 ? `Node number ${i}` : null, 'succeeded', 0, 1),
  );
  return { ...completed, run: { ...run, status: 'Partial Success' }, nodes };
}

const showing = (shown: ShownRun): DetailsState => ({ kind: 'run', shown });

/** Each state by its name in the address. */
export const detailsStates = {
  none: () => ({ kind: 'none' }),
  loading: () => ({ kind: 'loading' }),
  deleted: () => ({ kind: 'deleted', name: 'Dependency audit 12' }),
  failure: () => ({ kind: 'failed', sentence: 'The engine could not be started: /usr/bin/node is missing.' }),
  completed: () => showing(completed),
  failed: () => showing(failed),
  running: () => showing(running()),
  scheduled: () => showing(pending),
  gone: () => showing({ ...failed, version: { kind: 'gone' }, lineage: { rerunOf: null, reruns: [] } }),
  strange: () => showing(strange),
  large: () => showing(large(5000)),
} as const satisfies Record<string, () => DetailsState>;

export type DetailsGalleryState = keyof typeof detailsStates;
