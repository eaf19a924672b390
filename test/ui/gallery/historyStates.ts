/** Histories that the gallery shows. */
import type { HistoryNode, PackedHistory, PackedRun } from '../../../src/model/history/history';
import type { NodeStatus, RunStatus } from '../../../src/model/run/status';
import { nodeStatuses } from '../../../src/model/run/status';
import type { CommitsBetween, VersionDifferences } from '../../../src/protocol/history';
import { someRun } from '../../unit/run/someRun';

export interface HistoryGalleryState {
  /** Newest first. */
  readonly history: PackedHistory;
  readonly engine: 'answering' | 'failing' | 'never';
  readonly differences: VersionDifferences;
  readonly commits: CommitsBetween;
}

export type HistoryStateName = 'audit' | 'fresh' | 'single' | 'flaky' | 'large' | 'strange' | 'unavailable' | 'loading';

/** Of the run with that number. */
export function historyRunId(number: number): string {
  return `01J${String(number).padStart(23, '0')}`;
}

interface Made {
  readonly number: number;
  readonly status: RunStatus;
  readonly version: string;
  readonly list: number;
  readonly statuses: readonly NodeStatus[];
  readonly durations?: readonly (number | null)[];
  readonly reused?: readonly number[];
  readonly name?: string;
}

/** A run as the engine packs it. */
export function packedRun({ number, status, version, list, statuses, durations, reused = [], name }: Made): PackedRun {
  const isActive = status === 'Running';
  return {
    run: someRun({
      id: historyRunId(number),
      number,
      name: name ?? `Dependency audit #${number}`,
      status,
      versionId: version,
      workflow: {
        path: '/home/ada/shop/audit.workflow.yaml',
        name: 'Dependency audit',
        project: 'shop',
        workspace: '/home/ada/shop',
      },
      createdAt: new Date(Date.parse('2026-11-01T02:00:00Z') + number * 86_400_000).toISOString(),
      ...(isActive ? { endedAt: null, durationMs: null } : {}),
    }),
    list,
    statuses: statuses.map((word) => nodeStatuses.indexOf(word)),
    durations:
      durations ?? statuses.map((word, place) => (word === 'succeeded' ? 900 * (place + 1) + number * 40 : null)),
    reused,
  };
}

function nodesOf(...paths: readonly string[]): HistoryNode[] {
  return paths.map((path) => ({ path, label: null, definition: 'd' }));
}

const auditNodes: readonly HistoryNode[] = [
  { path: 'packages', label: 'List packages', definition: 'd' },
  { path: 'scan', label: 'Scan', definition: 'd' },
  { path: 'scan/fetch', label: 'Fetch advisories', definition: 'd' },
  { path: 'scan/judge', label: 'Judge', definition: 'd' },
  { path: 'licences', label: 'Licences', definition: 'd' },
  { path: 'report', label: 'Report', definition: 'd' },
  { path: 'notify', label: null, definition: 'd' },
];

const good = (count: number): NodeStatus[] => Array.from({ length: count }, () => 'succeeded');
const bad: NodeStatus[] = ['succeeded', 'failed', 'succeeded', 'failed', 'succeeded', 'skipped', 'succeeded'];

/** Number of the run in which nodes were far slower than usual. */
export const slowNight = 13;

function audit(): HistoryGalleryState {
  const older = Array.from({ length: 14 }, (_, index) =>
    packedRun({
      number: index + 1,
      status: 'Completed',
      version: 'a1b2c3d4e5',
      list: 0,
      statuses: good(6),
      // One night the registry was slow.
      ...(index + 1 === slowNight ? { durations: [1300, 62_000, 58_000, 4000, 4900, 5800] } : {}),
    }),
  );
  const newer = Array.from({ length: 10 }, (_, index) => {
    const number = index + 15;
    const isBad = number >= 20;
    return packedRun({
      number,
      status: isBad ? 'Failed' : 'Completed',
      version: isBad ? 'c0ffee0000' : 'b0b0b0b0b0',
      list: 1,
      statuses: isBad ? bad : good(7),
      reused: number === 22 ? [0, 2] : [],
    });
  });
  const stopped = packedRun({
    number: 25,
    status: 'Stopped',
    version: 'c0ffee0000',
    list: 1,
    statuses: ['succeeded', 'stopped', 'stopped', 'skipped', 'succeeded', 'skipped', 'skipped'],
  });
  const running = packedRun({
    number: 26,
    status: 'Running',
    version: 'c0ffee0000',
    list: 1,
    statuses: ['succeeded', 'running', 'running', 'pending', 'succeeded', 'pending', 'pending'],
  });
  return {
    history: {
      nodes: auditNodes,
      lists: [
        [0, 1, 2, 3, 4, 5],
        [0, 1, 2, 3, 4, 5, 6],
      ],
      statuses: nodeStatuses,
      runs: [...older, ...newer, stopped, running].toReversed(),
      hasMore: true,
    },
    engine: 'answering',
    differences: {
      lines: [
        'Judge: script changed',
        'Wire from scan.report to `found` of Report added',
        'Workflow input `depth` changed',
      ],
      files: ['audit.workflow.yaml', 'scan.module.yaml'],
    },
    commits: {
      kind: 'known',
      commits: [
        {
          hash: '9f8e7d6c5b4a39281706f5e4d3c2b1a098765432',
          subject: 'Judge advisories by the lowest score that any source gives them',
          author: 'Grace Hopper',
          date: '2026-11-19T17:12:00Z',
        },
        {
          hash: '1234567890abcdef1234567890abcdef12345678',
          subject: 'Take the depth of the search as an input',
          author: 'Ada Lovelace',
          date: '2026-11-19T09:40:00Z',
        },
      ],
      hasMore: false,
    },
  };
}

/** Of few runs, oldest first. */
function few(runs: readonly Made[], nodes = nodesOf('only')): HistoryGalleryState {
  return {
    ...audit(),
    history: {
      nodes,
      lists: [nodes.map((_, place) => place)],
      statuses: nodeStatuses,
      runs: runs.map(packedRun).toReversed(),
      hasMore: false,
    },
  };
}

const mostRuns = 200;
const mostNodes = 2_000;

function large(): HistoryGalleryState {
  const names = Array.from({ length: mostNodes }, (_, place) => `node-${String(place).padStart(4, '0')}`);
  const made = Array.from({ length: mostRuns }, (_, index): Made => ({
    number: index + 1,
    status: index % 7 === 0 ? 'Failed' : 'Completed',
    version: `v${Math.floor(index / 30)}`,
    list: 0,
    statuses: names.map((_name, place): NodeStatus => (index % 7 === 0 && place % 11 === 0 ? 'failed' : 'succeeded')),
  }));
  return few(made, nodesOf(...names));
}

const markup = '<img src=x onerror="document.title=1"> **bold** $(flame) \u202Edetrevni ';

function strange(): HistoryGalleryState {
  const nodes: HistoryNode[] = [
    { path: 'a', label: markup.repeat(200), definition: 'd' },
    { path: 'b', label: 'نص من اليمين', definition: 'd' },
  ];
  const runs: Made[] = [
    { number: 99_998, status: 'Completed', version: 'a', list: 0, statuses: good(2), name: markup.repeat(200) },
    { number: 99_999, status: 'Failed', version: 'b', list: 0, statuses: ['succeeded', 'failed'], name: markup },
    { number: 100_000, status: 'Exploded' as RunStatus, version: 'b', list: 0, statuses: ['succeeded', 'failed'] },
  ];
  return {
    ...few(runs, nodes),
    differences: { lines: [`${markup.repeat(100)}: script changed`], files: ['a'] },
    commits: {
      kind: 'known',
      commits: [
        { hash: 'abcdef1234567890', subject: markup.repeat(100), author: markup, date: '2026-11-19T17:12:00Z' },
      ],
      hasMore: true,
    },
  };
}

export const historyStates: Readonly<Record<HistoryStateName, () => HistoryGalleryState>> = {
  audit,
  fresh: () => few([]),
  single: () => few([{ number: 1, status: 'Completed', version: 'a', list: 0, statuses: ['succeeded'] }]),
  flaky: () => ({
    ...few(
      (['Failed', 'Completed', 'Failed', 'Completed', 'Failed'] as const).map((status, index) => ({
        number: index + 1,
        status,
        version: index === 0 ? 'a' : 'b',
        list: 0,
        statuses: [status === 'Failed' ? 'failed' : 'succeeded'],
      })),
    ),
  }),
  large,
  strange,
  unavailable: () => ({ ...audit(), engine: 'failing' }),
  loading: () => ({ ...audit(), engine: 'never' }),
};
