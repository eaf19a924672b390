import { expect, test } from 'vitest';
import { moduleUserQueries, moduleUsers } from '../../src/engine/store/moduleUsers';
import { insertRun, moveRuns } from '../../src/engine/store/runs';
import { keepSnapshot } from '../../src/engine/store/snapshots';
import { versionAlgorithm, versionIdOf } from '../../src/model/workflow/version';
import { loadWorkflow } from '../../src/model/workflow/load';
import { eachTestHasAStore, testId } from './testStore';

const current = eachTestHasAStore();

const files: Readonly<Record<string, string>> = {
  'audit.workflow.yaml': 'nodes: { scan: { uses: parts/scan.module.yaml } }',
  'night.workflow.yaml': 'nodes: { again: { uses: parts/scan.module.yaml }, list: { run: ls } }',
  'other.workflow.yaml': 'nodes: { list: { run: ls } }',
  'parts/scan.module.yaml': 'nodes: { deep: { uses: deep.module.yaml } }',
  'parts/deep.module.yaml': 'nodes: { fetch: { run: echo fetch } }',
};

/** Stores a run of a file, at its place in a workspace. */
async function ran(number: number, entry: string, workspace = '/w') {
  const { store } = current;
  const content = await loadWorkflow(entry, (file) => Promise.resolve(files[file]));
  const { workflow, source, modules } = content;
  if (workflow === null) throw new Error(`${entry} of the test cannot be read.`);
  const versionId = versionIdOf({ workflow, source, modules }) ?? '';
  insertRun(store, {
    id: testId(0, number),
    number,
    name: `Run ${number}`,
    creationType: 'API',
    workflow: { path: `${workspace}/${entry}`, name: entry, project: 'p', workspace },
    versionId,
    fleet: 'local',
    author: 'Ada',
    rerunOf: null,
    createdAt: 0,
    snapshot: keepSnapshot(store, { workflow, source, modules, versionId, versionAlgorithm }),
    inputs: [],
    environment: {},
  });
}

test('a module is found in every workflow that used it in a run, at any depth, and nowhere else', async () => {
  await ran(1, 'audit.workflow.yaml');
  await ran(2, 'audit.workflow.yaml');
  await ran(3, 'night.workflow.yaml');
  await ran(4, 'other.workflow.yaml');
  await ran(5, 'parts/scan.module.yaml');
  const { store } = current;
  const users = ['/w/audit.workflow.yaml', '/w/night.workflow.yaml'];
  expect(moduleUsers(store, '/w/parts/scan.module.yaml')).toEqual(users);
  expect(moduleUsers(store, '/w/parts/deep.module.yaml')).toEqual([...users, '/w/parts/scan.module.yaml']);
  expect(moduleUsers(store, '/w/scan.module.yaml')).toEqual([]);
  expect(moduleUsers(store, '/elsewhere/parts/scan.module.yaml')).toEqual([]);
});

test('the same files in two workspaces are not mixed up, and a workflow that was moved is found where it is', async () => {
  await ran(1, 'audit.workflow.yaml');
  await ran(2, 'audit.workflow.yaml', '/copy');
  const { store } = current;
  expect(moduleUsers(store, '/copy/parts/scan.module.yaml')).toEqual(['/copy/audit.workflow.yaml']);
  moveRuns(store, '/w/audit.workflow.yaml', '/w/renamed.workflow.yaml', '/w');
  expect(moduleUsers(store, '/w/parts/scan.module.yaml')).toEqual(['/w/renamed.workflow.yaml']);
});

test('the question is answered from indexes', () => {
  const plan = (sql: string, ...values: string[]): string =>
    current.store
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map((row) => String(row['detail']))
      .join('\n');
  expect(plan(moduleUserQueries.snapshots, 'x')).not.toMatch(/SCAN/);
  expect(plan(moduleUserQueries.newest, 'x', 'y')).not.toMatch(/SCAN|TEMP B-TREE/);
});
