/** What the gallery shows of comparisons, each state as a host would send it. */
import { comparedVersions } from '../../../src/model/compare/comparedVersions';
import type { NodeRun, RunSummary } from '../../../src/model/run/run';
import type { RunStatus } from '../../../src/model/run/status';
import { loadWorkflow, readFrom } from '../../../src/model/workflow/load';
import type { CompareState, SideView } from '../../../src/protocol/compare';

const begin = Date.parse('2026-03-02T09:14:05.000Z');
const at = (seconds: number): string => new Date(begin + seconds * 1000).toISOString();
const workflowPath = '/home/ada/audit/flows/audit.workflow.yaml';
const entry = 'flows/audit.workflow.yaml';
const strangeText = `<b>bold</b> **bold** \u202eleft-to-right ${'long '.repeat(2_000)}`;

const before = {
  [entry]: `name: Dependency audit
inputs:
  lockfile: { type: file, default: package-lock.json }
nodes:
  packages: { label: List packages, script: tools/list.mjs, shell: node, inputs: { lockfile: { from: inputs.lockfile }, depth: 2 }, outputs: { list: packages.txt } }
  licences: { label: Check licences, run: grep -f "$list" banned.txt, inputs: { list: { from: packages.list } }, outputs: { found: found.txt } }
  scan: { label: Scan for advisories, uses: ./scan.module.yaml, inputs: { list: { from: packages.list } } }
  sizes: { label: Measure sizes, run: "du -sk node_modules/*\\nsort -rn\\n", shell: bash, timeout: 10m, inputs: { list: { from: packages.list } }, outputs: { table: sizes.txt } }
  report: { label: Write the report, when: always, inputs: { found: { from: licences.found }, advisories: { from: scan.advisories } }, run: cat "$found", outputs: { report: report.md } }
layout: { packages: [300, 120], licences: [600, 0], scan: [600, 160], sizes: [600, 320], report: [900, 120] }
`,
  'tools/list.mjs': `import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(process.env.lockfile, 'utf8'));
console.log(Object.keys(lock.packages).join('\\n'));
`,
  'flows/tools/list.mjs': `import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(process.env.lockfile, 'utf8'));
console.log(Object.keys(lock.packages).join('\\n'));
`,
  'flows/scan.module.yaml': `inputs: { list: { type: file } }
nodes:
  fetch: { run: curl -sf https://advisories.example > all.json, outputs: { all: all.json }, inputs: { list: { from: inputs.list } } }
outputs: { advisories: { from: fetch.all } }
`,
};
const after = {
  ...before,
  [entry]: before[entry]
    .replace('depth: 2', 'depth: 3')
    .replace(/ {2}licences:.*\n/, '')
    .replace('timeout: 10m', 'timeout: 20m')
    .replace(
      '"du -sk node_modules/*\\nsort -rn\\n"',
      '"du -sk --apparent-size node_modules/*\\nsort -rn\\nhead -n 20\\n"',
    )
    .replace('found: { from: licences.found }, ', 'table: { from: sizes.table }, ')
    .replace(
      'outputs: { report: report.md } }',
      'outputs: { report: report.md } }\n  publish: { label: Publish, needs: [report], run: cp report.md /srv/reports/ }',
    )
    .replace('licences: [600, 0], scan: [600, 160]', 'publish: [1200, 120], scan: [600, 140]')
    .replace('packages: [300, 120]', 'packages: [300, 140]')
    .replace('report: [900, 120]', 'report: [900, 140]'),
  'flows/tools/list.mjs': before['flows/tools/list.mjs'].replace('console.log(', '// One name a line.\nconsole.log('),
  'flows/scan.module.yaml': before['flows/scan.module.yaml'].replace('curl -sf', 'curl -sfL --retry 3'),
};
const moved = { ...before, [entry]: before[entry].replace('sizes: [600, 320]', 'sizes: [600, 400]') };

type Files = Readonly<Record<string, string>>;

async function versionsOf(left: Files, right: Files) {
  return comparedVersions(await loadWorkflow(entry, readFrom(left)), await loadWorkflow(entry, readFrom(right)));
}

function run(number: number, status: RunStatus, seconds: number): RunSummary {
  return {
    id: `01KJQ4M3T8V6W2X9Y5Z7A1B3C${number % 10}`,
    name: `Dependency audit ${number}`,
    number,
    status,
    creationType: 'Manual',
    workflow: { path: workflowPath, name: 'Dependency audit', project: 'supply-chain', workspace: '/home/ada/audit' },
    versionId: (number % 2 === 0 ? 'f3a97b0c52de4418' : '8c01d2e97a5b64f3').repeat(4),
    fleet: 'local',
    machines: ['build-3'],
    author: 'Ada Lovelace',
    createdAt: at(number * 60),
    startedAt: status === 'Scheduled' ? null : at(number * 60 + 1),
    endedAt: status === 'Running' || status === 'Scheduled' ? null : at(number * 60 + 1 + seconds),
    durationMs: status === 'Running' || status === 'Scheduled' ? null : seconds * 1000,
    message: null,
    hasSnapshot: status !== 'Scheduled',
    rerunOf: null,
    scheduleId: null,
    scheduledFor: null,
    sortId: null,
  };
}

function node(id: string, status: NodeRun['status'], seconds: number | null, rest: Partial<NodeRun> = {}): NodeRun {
  const ran = seconds !== null;
  return {
    id,
    status,
    startedAt: ran ? at(10) : null,
    endedAt: ran && status !== 'running' ? at(10 + seconds) : null,
    exitCode: status === 'succeeded' ? 0 : status === 'failed' ? 1 : null,
    machine: ran ? 'build-3' : null,
    ip: null,
    attempt: ran ? 1 : 0,
    message: status === 'failed' ? 'curl: (22) The requested URL returned error: 404' : null,
    outputs: [],
    inputFiles: [],
    reusedFrom: null,
    ...rest,
  };
}

const lockfile = (hash: string, size: number) => ({
  name: 'lockfile',
  path: '/home/ada/audit/package-lock.json',
  kind: 'file' as const,
  size,
  sha256: hash.repeat(8),
});
const inputs = [{ name: 'lockfile', type: 'file' as const, value: '/home/ada/audit/package-lock.json' }];
const table = (size: number) => [{ name: 'table', path: '/w/sizes.txt', kind: 'file' as const, size }];
const leftNodes = [
  node('packages', 'succeeded', 2, { inputFiles: [lockfile('9f2c1be0', 391_004)] }),
  node('licences', 'succeeded', 1.2),
  node('scan', 'succeeded', 24),
  node('scan/fetch', 'succeeded', 24),
  node('sizes', 'succeeded', 61, { outputs: table(18_400) }),
  node('report', 'succeeded', 0.3),
];
const rightNodes = [
  node('packages', 'succeeded', 2.4, { inputFiles: [lockfile('41d07aa3', 402_551)] }),
  node('scan', 'failed', 143),
  node('scan/fetch', 'failed', 143, { attempt: 2 }),
  node('sizes', 'succeeded', 58, { outputs: table(18_950) }),
  node('report', 'succeeded', 0.3),
  node('publish', 'skipped', null),
];
const runView = (summary: RunSummary): SideView => ({ kind: 'run', run: summary, inputs });
const liveView: SideView = { kind: 'live', title: 'Dependency audit', fileName: 'audit.workflow.yaml' };
const live = { kind: 'live', path: workflowPath } as const;
const sideOf = (summary: RunSummary) => ({ kind: 'run', runId: summary.id }) as const;

const [first, second] = [run(11, 'Completed', 90), run(12, 'Failed', 150)];
const twoRuns = async (): Promise<CompareState> => ({
  sides: { left: sideOf(first), right: sideOf(second) },
  left: runView(first),
  right: runView(second),
  leftNodes,
  rightNodes,
  versions: await versionsOf(before, after),
  obstacle: null,
  note: null,
});

function large(count: number, mark: string): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const wire = index === 0 ? '' : `, inputs: { in: { from: n-${Math.max(0, index - 20)}.out } }`;
    return `  n-${index}: { run: 'echo ${index % 10 === 0 ? mark : index}', outputs: { out: o }${wire} }`;
  });
  return `nodes:\n${lines.join('\n')}\nlayout:\n${lines.map((_, index) => `  n-${index}: [${Math.floor(index / 20) * 320}, ${(index % 20) * 100}]`).join('\n')}\n`;
}

export const compareStates = {
  loading: async (): Promise<CompareState> => ({
    ...(await twoRuns()),
    left: { kind: 'loading' },
    right: { kind: 'loading' },
    versions: null,
  }),
  twoVersions: twoRuns,
  withLive: async (): Promise<CompareState> => ({
    ...(await twoRuns()),
    sides: { left: sideOf(first), right: live },
    right: liveView,
    rightNodes: [],
  }),
  otherInput: async (): Promise<CompareState> => ({
    ...(await twoRuns()),
    right: runView(run(13, 'Completed', 92)),
    rightNodes: leftNodes.map((one) =>
      one.id === 'packages' ? { ...one, inputFiles: [lockfile('41d07aa3', 402_551)] } : one,
    ),
    versions: await versionsOf(before, moved),
  }),
  nothing: async (): Promise<CompareState> => ({
    ...(await twoRuns()),
    right: liveView,
    rightNodes: [],
    sides: { left: sideOf(first), right: live },
    versions: await versionsOf(before, before),
  }),
  active: async (): Promise<CompareState> => ({
    ...(await twoRuns()),
    right: runView({ ...run(12, 'Running', 0), startedAt: new Date(Date.now() - 65_000).toISOString() }),
    rightNodes: rightNodes.map((one) => (one.id === 'scan' ? node('scan', 'running', 1) : one)),
  }),
  scheduled: async (): Promise<CompareState> => ({
    ...(await twoRuns()),
    left: runView(run(14, 'Scheduled', 0)),
    versions: null,
    obstacle: {
      side: 'left',
      sentence:
        '“Dependency audit 14” has not begun, so there is no version of it yet. The comparison comes by itself when it starts.',
      ways: ['chooseRun'],
    },
  }),
  brokenLive: async (): Promise<CompareState> => ({
    ...(await twoRuns()),
    sides: { left: sideOf(first), right: live },
    right: liveView,
    rightNodes: [],
    obstacle: {
      side: 'right',
      sentence:
        '“audit.workflow.yaml” cannot be read now, line 7: There is no node `pakages`. Mend it and the comparison goes on.',
      ways: ['openAsText', 'chooseRun'],
    },
  }),
  deleted: async (): Promise<CompareState> => ({
    ...(await twoRuns()),
    left: { kind: 'deleted', name: first.name },
    versions: null,
    obstacle: {
      side: 'left',
      sentence: '“Dependency audit 11” was deleted, with its logs and outputs.',
      ways: ['chooseRun'],
    },
  }),
  strange: async (): Promise<CompareState> => ({
    ...(await twoRuns()),
    left: runView({ ...first, name: strangeText }),
    versions: await versionsOf(before, {
      ...after,
      [entry]: after[entry].replace('label: Measure sizes', `label: ${JSON.stringify(strangeText)}`),
    }),
    note: 'These are runs of two workflows: nodes of the same id are compared with each other.',
  }),
  large: async (): Promise<CompareState> => ({
    ...(await twoRuns()),
    leftNodes: [],
    rightNodes: [],
    versions: await versionsOf({ [entry]: large(2_000, 'before') }, { [entry]: large(2_000, 'after') }),
  }),
} as const;
export type CompareGalleryState = keyof typeof compareStates;
