import { describe, expect, test } from 'vitest';
import { historyOf } from '../../src/engine/store/history';
import { insertNodeRuns, pendingNodeRun } from '../../src/engine/store/nodeRuns';
import { insertRun, updateRunProgress } from '../../src/engine/store/runs';
import { keepSnapshot } from '../../src/engine/store/snapshots';
import type { Store } from '../../src/engine/store/store';
import { nodeRunIn, readHistory, type HistoryRun } from '../../src/model/history/history';
import type { RunStatus } from '../../src/model/run/status';
import { loadWorkflow } from '../../src/model/workflow/load';
import { runNodesOf, scopeOf } from '../../src/model/workflow/runNodes';
import { versionAlgorithm, versionIdOf } from '../../src/model/workflow/version';
import { atOnce, eachTestHasAStore, testId } from './testStore';

const current = eachTestHasAStore();
const begin = Date.parse('2026-01-01T00:00:00Z');
const workflowPath = '/w/audit.workflow.yaml';

const files = {
  'audit.workflow.yaml': `
name: Audit
nodes:
  list:
    label: List packages
    script: list.sh
  scan:
    uses: ./scan.module.yaml
  report:
    needs: [scan]
    run: echo done
`,
  'scan.module.yaml': `
nodes:
  fetch:
    run: echo fetch
  judge:
    needs: [fetch]
    run: echo judge
`,
  'list.sh': 'ls\n',
};

interface Ran {
  readonly number: number;
  readonly files?: Readonly<Record<string, string>>;
  readonly status?: RunStatus;
  readonly path?: string;
  readonly algorithm?: number;
}

/** A run in which every node took 100 ms; the last one failed if the run did. */
async function ran(
  store: Store,
  { number, files: texts = files, status = 'Completed', path = workflowPath, algorithm }: Ran,
) {
  const loaded = await loadWorkflow('audit.workflow.yaml', (file) => Promise.resolve(texts[file]));
  const { workflow, source, modules } = loaded;
  if (workflow === null) throw new Error('The workflow of the test cannot be read.');
  const content = { source, workflow, modules };
  const versionId = versionIdOf(content) ?? '';
  const id = testId(begin, number);
  insertRun(store, {
    id,
    number,
    name: `Audit #${number}`,
    creationType: 'API',
    workflow: { path, name: 'Audit', project: 'w', workspace: '/w' },
    versionId: algorithm === undefined ? versionId : 'of another algorithm',
    fleet: 'local',
    author: 'Ada',
    rerunOf: null,
    createdAt: begin,
    snapshot: keepSnapshot(store, {
      ...content,
      versionId: algorithm === undefined ? versionId : 'of another algorithm',
      versionAlgorithm: algorithm ?? versionAlgorithm,
    }),
    inputs: [],
    environment: {},
  });
  const paths = runNodesOf(scopeOf(content)).map((node) => node.path);
  const reusedFrom = (place: number) => (place === 0 ? 'another run' : null);
  insertNodeRuns(
    store,
    id,
    paths.map((node, place) => ({ ...pendingNodeRun(node), reusedFrom: reusedFrom(place) })),
  );
  const update = 'UPDATE nodeRuns SET startedAt = ?, endedAt = ?, status = ? WHERE runId = ? AND place = ?';
  for (const place of paths.keys()) {
    const hasFailed = status === 'Failed' && place === paths.length - 1;
    store.prepare(update).run(begin, begin + 100 + number, hasFailed ? 'failed' : 'succeeded', id, place);
  }
  updateRunProgress(store, id, { status, startedAt: begin, endedAt: begin, message: null, machines: [] });
  return { id, versionId };
}

function read(store: Store, limit: number, upTo: string | null = null) {
  return readHistory(atOnce(historyOf(store, { workflowPath, limit, upTo })));
}

const numbers = (runs: readonly HistoryRun[]): number[] => runs.map(({ run }) => run.number);

describe('the history of a workflow', () => {
  test('has a run whose snapshot was damaged with its nodes, and all others as they are', async () => {
    const { store } = current;
    await ran(store, { number: 1 });
    const { id } = await ran(store, { number: 2, files: { ...files, 'list.sh': 'ls -l\n' } });
    store
      .prepare("UPDATE snapshots SET workflow = '{ torn' WHERE hash = (SELECT snapshot FROM runs WHERE id = ?)")
      .run(id);
    const [sound, damaged] = read(store, 50).runs;
    expect(sound && nodeRunIn(sound, 'list')).toMatchObject({ status: 'succeeded', durationMs: 101 });
    expect(damaged && nodeRunIn(damaged, 'list')).toMatchObject({ status: 'succeeded', definition: null });
  });

  test('has its last runs with every node, those inside of modules too, and no run of another workflow', async () => {
    const { store } = current;
    await ran(store, { number: 1 });
    await ran(store, { number: 2, path: '/w/other.workflow.yaml' });
    await ran(store, { number: 3, status: 'Failed' });
    const { runs, hasMore } = read(store, 50);
    expect(numbers(runs)).toEqual([1, 3]);
    expect(hasMore).toBe(false);
    expect(runs[1]?.list.nodes.map(({ path }) => path)).toEqual(['list', 'scan', 'scan/fetch', 'scan/judge', 'report']);
    expect(runs[1]?.list.nodes[0]?.label).toBe('List packages');
    const nodeRun = (path: string) => runs[1] && nodeRunIn(runs[1], path);
    expect(nodeRun('list')).toMatchObject({ status: 'succeeded', durationMs: 103, isReused: true });
    expect(nodeRun('report')).toMatchObject({ status: 'failed', isReused: false });
  });

  test('goes on with older runs, and can end at any run', async () => {
    const { store } = current;
    for (let number = 1; number <= 7; number += 1) await ran(store, { number });
    const first = read(store, 3);
    expect([numbers(first.runs), first.hasMore]).toEqual([[5, 6, 7], true]);
    expect(numbers(read(store, 3, first.runs[0]?.run.id ?? null).runs)).toEqual([3, 4, 5]);
    expect(numbers(read(store, 1, testId(begin, 2)).runs)).toEqual([2]);
    expect(read(store, 100).hasMore).toBe(false);
  });

  test('knows a node again in another version as long as what decides its execution is the same', async () => {
    const { store } = current;
    await ran(store, { number: 1 });
    await ran(store, { number: 2, files: { ...files, 'list.sh': 'ls -l\n' } });
    const module = files['scan.module.yaml'].replace('echo judge', 'echo other');
    await ran(store, { number: 3, files: { ...files, 'scan.module.yaml': module } });
    const { runs } = read(store, 50);
    const definitions = (path: string) => new Set(runs.map((run) => nodeRunIn(run, path)?.definition));
    expect(definitions('report').size).toBe(1);
    expect(definitions('scan/fetch').size).toBe(1);
    expect(definitions('list').size, 'its script says something else').toBe(2);
    expect(definitions('scan').size, 'a node inside of it is another').toBe(2);
    expect(definitions('scan/judge').size).toBe(2);
  });

  test('says which runs are of one version by the algorithm of today', async () => {
    const { store } = current;
    const { versionId } = await ran(store, { number: 1, algorithm: 0 });
    await ran(store, { number: 2 });
    expect(read(store, 50).runs.map(({ run }) => run.versionId)).toEqual([versionId, versionId]);
  });

  test('is read by indexes alone, and says what repeats once', async () => {
    const { store } = current;
    for (let number = 1; number <= 20; number += 1) await ran(store, { number });
    const asked: string[] = [];
    const watched = new Proxy(store, {
      get: (target, key) => {
        if (key !== 'prepare') return Reflect.get(target, key) as unknown;
        return (sql: string) => {
          asked.push(sql);
          return target.prepare(sql);
        };
      },
    });
    const packed = atOnce(historyOf(watched, { workflowPath, limit: 20, upTo: null }));
    expect([packed.runs.length, packed.nodes.length, packed.lists.length]).toEqual([20, 5, 1]);
    const ofNodes = asked.find((sql) => sql.includes('FROM nodeRuns')) ?? '';
    const plan = store
      .prepare(`EXPLAIN QUERY PLAN ${ofNodes}`)
      .all('x')
      .map(({ detail }) => String(detail));
    expect(plan).toEqual([expect.stringMatching(/^SEARCH nodeRuns USING PRIMARY KEY/)]);
  });
});
