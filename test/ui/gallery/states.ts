/** What the gallery shows: the states of the editor's contract, each as a host would send it. */
import type { LoadedRun, ModulePart } from '../../../src/model/run/loadedRun';
import type { NodeRun, RunSummary } from '../../../src/model/run/run';
import type { NodeStatus, RunStatus } from '../../../src/model/run/status';
import type { Graph, GraphEdge, GraphNode, NodeProblem } from '../../../src/model/workflow/graph';
import type { EditorState, FileView } from '../../../src/protocol/editor';
import { writtenFiles } from './writtenFiles';
import { WrittenWorkflow } from './writtenWorkflow';

const file: FileView = {
  title: 'Dependency audit',
  fileName: 'audit.workflow.yaml',
  kind: 'workflow',
  readOnly: null,
  outdated: null,
  isGone: false,
  canRun: true,
  version: 'v1',
  settings: {
    name: 'Dependency audit',
    description: 'What an npm lock file brings in.',
    project: null,
    fleet: null,
    inputs: [
      { name: 'lockfile', type: 'file', default: 'package-lock.json' },
      { name: 'depth', type: 'number', default: '2' },
    ],
    outputs: [],
  },
};

function node(id: string, x: number, y: number, rest: Partial<GraphNode>): GraphNode {
  return {
    id,
    title: id,
    kind: 'script',
    what: `tools/${id}.mjs`,
    inputPorts: [],
    outputPorts: [],
    position: { x, y },
    problems: [],
    ...rest,
  };
}

function wire(from: string, to: string): GraphEdge {
  const [source = '', sourcePort = null] = from.split('.');
  const [target = '', targetPort = null] = to.split('.');
  return { id: `${from}>${to}`, source, target, sourcePort, targetPort };
}

const graph: Graph = {
  nodes: [
    node('inputs', 0, 120, {
      title: 'Inputs',
      kind: 'inputs',
      what: 'of the workflow',
      outputPorts: ['lockfile', 'depth'],
    }),
    node('packages', 300, 120, {
      title: 'List packages',
      what: 'tools/list-packages.mjs',
      inputPorts: ['lockfile', 'depth'],
      outputPorts: ['list'],
    }),
    node('licences', 600, 0, { title: 'Group by licence', inputPorts: ['list'], outputPorts: ['table'] }),
    node('duplicates', 600, 100, { title: 'Find duplicate versions', inputPorts: ['list'], outputPorts: ['table'] }),
    node('sizes', 600, 200, {
      title: 'Measure what each package takes on disk, with its own dependencies',
      what: 'bash',
      kind: 'run',
      inputPorts: ['list'],
      outputPorts: ['table'],
    }),
    node('scan', 600, 300, {
      title: 'Scan for known flaws',
      kind: 'module',
      what: 'scan.module.yaml',
      inputPorts: ['list'],
      outputPorts: ['report', 'raw'],
    }),
    node('report', 900, 120, {
      title: 'Write the report',
      inputPorts: ['licences', 'duplicates', 'sizes', 'flaws'],
      outputPorts: ['report'],
    }),
    node('publish', 1200, 140, { title: 'Publish', kind: 'run', what: 'sh' }),
  ],
  edges: [
    wire('inputs.lockfile', 'packages.lockfile'),
    wire('inputs.depth', 'packages.depth'),
    wire('packages.list', 'licences.list'),
    wire('packages.list', 'duplicates.list'),
    wire('packages.list', 'sizes.list'),
    wire('packages.list', 'scan.list'),
    wire('licences.table', 'report.licences'),
    wire('duplicates.table', 'report.duplicates'),
    wire('sizes.table', 'report.sizes'),
    wire('scan.report', 'report.flaws'),
    wire('report', 'publish'),
  ],
};

const begin = Date.parse('2026-03-02T09:14:05.000Z');
const at = (seconds: number): string => new Date(begin + seconds * 1000).toISOString();

function nodeRun(
  id: string,
  status: NodeStatus,
  from: number | null,
  to: number | null,
  rest: Partial<NodeRun> = {},
): NodeRun {
  return {
    id,
    status,
    startedAt: from === null ? null : at(from),
    endedAt: to === null ? null : at(to),
    exitCode: status === 'succeeded' ? 0 : null,
    machine: from === null ? null : 'build-3',
    ip: from === null ? null : '10.0.0.7',
    attempt: from === null ? 0 : 1,
    message: null,
    outputs: [],
    inputFiles: [],
    reusedFrom: null,
    ...rest,
  };
}

const packagesRun = nodeRun('packages', 'succeeded', 0, 2.4, {
  outputs: [
    { name: 'list', path: '/home/ada/.local/state/runlens/runs/01K/packages/packages.txt', kind: 'file', size: 48_211 },
  ],
  inputFiles: [
    {
      name: 'lockfile',
      path: '/home/ada/audit/package-lock.json',
      kind: 'file',
      size: 391_004,
      sha256: '9f2c1be0a7d34e5568c1d0b2f4a6978812cd34ef56ab7890123456789abcdef0',
    },
  ],
});
const failedRun = nodeRun('sizes', 'failed', 2.4, 6.1, {
  exitCode: 1,
  attempt: 2,
  message: 'du: cannot access ‘node_modules/@vscode/vsce’: No such file or directory',
});

const completed: readonly NodeRun[] = [
  packagesRun,
  nodeRun('licences', 'succeeded', 2.4, 3.1),
  nodeRun('duplicates', 'succeeded', 2.4, 2.96),
  nodeRun('sizes', 'succeeded', 2.4, 127),
  nodeRun('scan', 'succeeded', 2.4, 42),
  nodeRun('report', 'succeeded', 127, 128.2),
  nodeRun('publish', 'succeeded', 128.2, 130),
];
/** With waits, attempts, a module with its nodes, and a result that was taken over. */
const timed: readonly NodeRun[] = [
  nodeRun('packages', 'succeeded', -900, -890, { reusedFrom: '01KJQ4M3T8V6W2X9Y5Z7A1B3C3' }),
  nodeRun('licences', 'succeeded', 0.2, 31),
  nodeRun('duplicates', 'failed', 0.2, 44, { attempt: 3, exitCode: 3, message: 'no answer from the registry' }),
  nodeRun('sizes', 'succeeded', 31.5, 104, { attempt: 2 }),
  nodeRun('scan', 'succeeded', 0.1, 70),
  nodeRun('scan/fetch', 'succeeded', 44.2, 58),
  nodeRun('scan/match', 'succeeded', 58.1, 70),
  nodeRun('report', 'succeeded', 104.2, 129),
  nodeRun('publish', 'skipped', null, null, { endedAt: at(129) }),
];
const partial: readonly NodeRun[] = [
  packagesRun,
  nodeRun('licences', 'succeeded', 2.4, 3.1),
  nodeRun('duplicates', 'succeeded', 2.4, 2.96),
  failedRun,
  nodeRun('scan', 'stopped', 2.4, 5),
  nodeRun('report', 'succeeded', 6.1, 7),
  nodeRun('publish', 'skipped', null, null),
];

function run(status: RunStatus, endedAfter: number | null): RunSummary {
  return {
    id: '01KJQ4M3T8V6W2X9Y5Z7A1B3C4',
    name: 'Dependency audit 12',
    number: 12,
    status,
    creationType: 'Manual',
    workflow: {
      path: '/home/ada/audit/audit.workflow.yaml',
      name: 'Dependency audit',
      project: 'audit',
      workspace: '/home/ada/audit',
    },
    versionId: 'f3a9',
    fleet: 'local',
    machines: ['build-3'],
    author: 'Ada',
    createdAt: at(0),
    startedAt: status === 'Pending' ? null : at(0),
    endedAt: endedAfter === null ? null : at(endedAfter),
    durationMs: endedAfter === null ? null : endedAfter * 1000,
    message: null,
    hasSnapshot: true,
    rerunOf: null,
    scheduleId: null,
    scheduledFor: null,
    sortId: null,
  };
}

const overlay: LoadedRun = {
  run: run('Completed', 130),
  part: null,
  mode: { kind: 'overlay', reachedBy: 'loading', showing: 'live' },
  pill: 'Viewing run',
  versionsDiffer: false,
  liveIsGone: false,
  liveChangedBehind: false,
  differences: [],
};
/** A run that runs another one again. */
function rerunOf(id: string): EditorState {
  return { ...withRun, loaded: { ...overlay, run: { ...run('Completed', 130), rerunOf: id } } };
}
const differences = [
  'Script tools/list-packages.mjs changed.',
  'Node “Publish” was added.',
  'Input “depth” of “List packages” changed from 2 to 3.',
];
const snapshot: LoadedRun = { ...overlay, mode: { kind: 'snapshot' }, versionsDiffer: true, differences };

const part: ModulePart = { path: 'checks/deep', nodeRun: nodeRun('checks/deep', 'succeeded', 2.4, 130) };

const live: EditorState = {
  file,
  graph,
  problems: [],
  loaded: null,
  nodeRuns: [],
  stale: [],
  expectedEnd: null,
  usual: [],
};
const withRun: EditorState = { ...live, loaded: overlay, nodeRuns: completed };
const readOnlyFile: FileView = { ...file, readOnly: 'This is the version that ran; it cannot be edited.' };

/** While it runs, times count from the moment the page opens. */
function runningNow(): EditorState {
  const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();
  return {
    ...withRun,
    loaded: { ...overlay, pill: 'Running', run: { ...run('Running', null), startedAt: ago(64) } },
    expectedEnd: { kind: 'about', from: Date.now() + 180_000, to: Date.now() + 200_000 },
    usual: [{ id: 'sizes', median: 15_000, slowFrom: 22_500 }],
    nodeRuns: [
      { ...packagesRun, startedAt: ago(63.9), endedAt: ago(61.5) },
      nodeRun('licences', 'succeeded', 0, 0, { startedAt: ago(61.5), endedAt: ago(60.8) }),
      nodeRun('duplicates', 'running', 0, null, { startedAt: ago(61) }),
      nodeRun('sizes', 'running', 0, null, { startedAt: ago(61) }),
      nodeRun('scan', 'pending', null, null),
      nodeRun('report', 'pending', null, null),
      nodeRun('publish', 'pending', null, null),
    ],
  };
}

function large(count: number): EditorState {
  const columns = Math.ceil(Math.sqrt(count));
  const nodes = Array.from({ length: count }, (_, i) =>
    node(`n${i}`, (i % columns) * 300, Math.floor(i / columns) * 120, { inputPorts: ['in'], outputPorts: ['out'] }),
  );
  const edges = nodes.slice(1).flatMap(({ id }, i) => ((i + 1) % columns === 0 ? [] : [wire(`n${i}.out`, `${id}.in`)]));
  return { ...withRun, graph: { nodes, edges }, nodeRuns: nodes.map(({ id }) => nodeRun(id, 'succeeded', 0, 1)) };
}

const range = (line: number) => ({ start: { line, character: 2 }, end: { line, character: 9 } });

const nodeProblems = new Map<string, NodeProblem>([
  ['licences', { severity: 'error', message: 'No node is called “packagez”.' }],
  ['scan', { severity: 'warning', message: 'Nothing uses the output “raw”.' }],
]);

/** Each state by its name in the address. */
export const galleryStates = {
  live: () => live,
  problems: () => ({
    ...live,
    file: { ...file, canRun: false },
    problems: [
      {
        severity: 'error',
        code: 'unknown-node',
        message: 'No node is called “packagez”.',
        file: file.fileName,
        range: range(21),
      },
      {
        severity: 'warning',
        code: 'unused',
        message: 'Nothing uses the output “raw”.',
        file: file.fileName,
        range: range(30),
      },
    ],
    graph: {
      ...graph,
      nodes: graph.nodes.map((each) => {
        const problem = nodeProblems.get(each.id);
        return problem === undefined ? each : { ...each, problems: [problem] };
      }),
    },
  }),
  outdated: () => ({
    ...withRun,
    file: {
      ...file,
      readOnly: 'The canvas shows the last text that could be read. Mend line 22 to go on: Missing closing "quote.',
      outdated: { line: 21, character: 4, message: 'Missing closing "quote' },
    },
  }),
  'read-only': () => ({
    ...live,
    file: { ...file, readOnly: 'This file uses anchors, so it can be edited as text only.' },
  }),
  running: runningNow,
  completed: () => withRun,
  partial: () => ({ ...withRun, loaded: { ...overlay, run: run('Partial Success', 7) }, nodeRuns: partial }),
  stale: () => ({
    ...withRun,
    loaded: { ...overlay, versionsDiffer: true, differences },
    stale: ['sizes', 'report', 'publish'],
  }),
  snapshot: () => ({ ...withRun, file: readOnlyFile, loaded: snapshot }),
  'changed-behind': () => ({ ...withRun, file: readOnlyFile, loaded: { ...snapshot, liveChangedBehind: true } }),
  part: () => ({
    ...withRun,
    file: { ...readOnlyFile, kind: 'module' },
    loaded: { ...snapshot, pill: 'Viewing module run', part },
  }),
  gone: () => ({ ...withRun, file: readOnlyFile, loaded: { ...snapshot, liveIsGone: true, differences: [] } }),
  'loading-run': () => ({ ...live, loaded: { ...overlay, run: null, mode: { kind: 'loading' }, pill: 'Loading…' } }),
  loading: () => ({ ...live, graph: null }),
  unreadable: () => ({
    ...live,
    graph: null,
    problems: [
      {
        severity: 'error',
        code: 'yaml',
        message: 'Nested mappings are not allowed in compact mappings.',
        file: file.fileName,
        range: range(6),
      },
      {
        severity: 'error',
        code: 'yaml',
        message: 'Implicit keys need to be on a single line.',
        file: file.fileName,
        range: range(7),
      },
    ],
  }),
  deleted: () => ({ ...live, file: { ...file, isGone: true }, graph: null }),
  empty: () => ({ ...live, graph: { nodes: [], edges: [] } }),
  failure: () => ({
    ...live,
    loaded: {
      ...overlay,
      run: null,
      mode: {
        kind: 'failure',
        message:
          'The snapshot of this run cannot be read: the disk says “Input/output error”. The run itself is still in the list.',
      },
    },
  }),
  large: () => large(2000),
  timeline: () => ({ ...rerunOf('01KJQ4M3T8V6W2X9Y5Z7A1B311'), nodeRuns: timed }),
  'rerun-of-deleted': () => rerunOf('01KJQ4M3T8V6W2X9Y5Z7A1B3C3'),
  'timeline-large': () => large(5000),
  'timeline-scheduled': () => ({
    ...live,
    loaded: { ...overlay, run: { ...run('Scheduled', null), startedAt: null, hasSnapshot: false } },
  }),
  /** A real file, read and edited by the model. */
  written: () => new WrittenWorkflow(writtenFiles).state(),
} as const satisfies Record<string, () => EditorState>;

export type GalleryState = keyof typeof galleryStates;
