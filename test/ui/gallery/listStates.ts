/** Vaults as the run list meets them: made up in the page, and answered for as the engine would. */
import type { RunSummary } from '../../../src/model/run/run';
import { isActive, type RunStatus } from '../../../src/model/run/status';
import type { ListPlace } from '../../../src/protocol/runList';

export interface ListVault {
  readonly place: ListPlace;
  readonly runs: readonly RunSummary[];
  /** `never`: no answer comes; `failing`: the engine cannot be reached. */
  readonly engine: 'answering' | 'never' | 'failing';
}

const minute = 60_000;
const workflows = [
  ['Dependency audit', 'supply-chain', 'platform'],
  ['Nightly licences', 'supply-chain', 'platform'],
  ['Release notes', 'docs', 'handbook'],
  ['Surface scan', 'recon', 'recon'],
] as const;
const people = ['Ada Lovelace', 'Grace Hopper', 'Linus Åkesson', 'ci@build-7'];
const ends: readonly RunStatus[] = [
  'Completed',
  'Completed',
  'Partial Success',
  'Failed',
  'Completed',
  'Stopped',
  'Error',
];
const begins: readonly RunStatus[] = ['Running', 'Pending', 'Stopping', 'Scheduled'];

/** The run that was created `age` runs ago; a newer one has a greater id. */
export function listedRun(age: number, different: Partial<RunSummary> = {}): RunSummary {
  const [name, project, workspace] = workflows[age % workflows.length] ?? workflows[0];
  const createdAt = new Date(Date.now() - (age + 1) * 7 * minute);
  const status = different.status ?? ends[age % ends.length] ?? 'Completed';
  const started = status === 'Pending' || status === 'Scheduled' ? null : new Date(createdAt.getTime() + 2000);
  const ended = started === null || isActive(status) ? null : new Date(started.getTime() + (age % 9) * 41_300 + 850);
  return {
    id: `01J${String(1e9 - age).padStart(10, '0')}K5V8Q2M7ZTRXE`,
    name: `${name} #${1e5 - age}`,
    number: 1e5 - age,
    status,
    creationType: (['Manual', 'API', 'Scheduled'] as const)[age % 3] ?? 'Manual',
    workflow: {
      path: `/home/ada/${workspace}/${project}/${name.toLowerCase().replaceAll(' ', '-')}.workflow.yaml`,
      name,
      project,
      workspace: `/home/ada/${workspace}`,
    },
    versionId: 'f00dbabe00000000',
    fleet: 'local',
    machines: started === null ? [] : ['alpha', 'beta.cluster.example'].slice(0, 1 + (age % 2)),
    author: people[age % people.length] ?? 'Ada Lovelace',
    createdAt: createdAt.toISOString(),
    startedAt: started?.toISOString() ?? null,
    endedAt: ended?.toISOString() ?? null,
    durationMs: started === null || ended === null ? null : ended.getTime() - started.getTime(),
    message: status === 'Error' ? 'The disk is full.' : null,
    hasSnapshot: status !== 'Scheduled',
    rerunOf: null,
    scheduleId: null,
    scheduledFor: status === 'Scheduled' ? new Date(Date.now() + 5 * 60 * minute).toISOString() : null,
    sortId: null,
    ...different,
  };
}

const some = (count: number): RunSummary[] => [
  ...begins.map((status, age) => listedRun(age, { status })),
  ...Array.from({ length: count }, (_, age) => listedRun(begins.length + age)),
];
const workspace: ListPlace = { scope: 'workspace', folders: 'some' };
const vault: ListPlace = { scope: 'vault', folders: 'some' };

const long = 'x'.repeat(10_000);
const strange = [
  `<img src=x onerror="alert(1)"> <b>bold</b> & **markdown** [link](https://example.com)`,
  `شغّل كل شيء ‮reversed‬ then left`,
  long,
  `Fünf Zeilen\nin einem\nNamen`,
  '',
];

export const listStates = {
  workspace: (): ListVault => ({ place: workspace, runs: some(40), engine: 'answering' }),
  vault: (): ListVault => ({ place: vault, runs: some(40), engine: 'answering' }),
  large: (): ListVault => ({ place: vault, runs: some(100_000), engine: 'answering' }),
  strange: (): ListVault => ({
    place: vault,
    runs: strange.map((name, age) => {
      const run = listedRun(age, { name, author: name, status: age === 0 ? 'Running' : 'Failed', machines: [name] });
      return { ...run, workflow: { ...run.workflow, name, workspace: `/home/${name.slice(0, 200)}` } };
    }),
    engine: 'answering',
  }),
  empty: (): ListVault => ({ place: workspace, runs: [], engine: 'answering' }),
  noFolder: (): ListVault => ({ place: { scope: 'workspace', folders: 'none' }, runs: [], engine: 'answering' }),
  reading: (): ListVault => ({ place: workspace, runs: [], engine: 'never' }),
  unavailable: (): ListVault => ({ place: workspace, runs: [], engine: 'failing' }),
} satisfies Record<string, () => ListVault>;
export type ListStateName = keyof typeof listStates;
