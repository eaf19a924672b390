import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeEnvironment } from '../../src/engine/client/client';
import { everyRun } from '../../src/model/run/query';
import {
  countRuns,
  deleteRun,
  engineErrors,
  engineStatus,
  getLineage,
  getRun,
  getSnapshot,
  listMachines,
  listRuns,
  moveWorkflow,
  renameRun,
  rerun,
  stopRun,
} from '../../src/protocol/engine';
import { eachTestHasAVault, waitFor } from './testVault';

const current = eachTestHasAVault();
const again = { creationType: 'API' as const, environment: nodeEnvironment(process.env) };

describe('a past run', () => {
  test('runs again from its snapshot when its files are changed and gone, with its inputs', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const script = vault.write('say.sh', 'echo "said $word" > said\n');
    const text = `inputs: { word: { type: string } }
nodes: { a: { script: say.sh, inputs: { word: { from: inputs.word } }, outputs: { said: said } } }
`;
    const first = await vault.start(client, text, { inputs: { word: 'x' } });
    await vault.ended(client, first.id);
    writeFileSync(script, 'exit 1\n');
    rmSync(first.workflow.path);
    const snapshot = await client.send(getSnapshot, { runId: first.id });
    expect(snapshot.source).toEqual({
      entry: 'test.workflow.yaml',
      files: { 'test.workflow.yaml': text, 'say.sh': 'echo "said $word" > said\n' },
    });
    expect(snapshot.workflow.nodes.map((node) => node.id)).toEqual(['a']);
    const { id } = await client.send(rerun, { runId: first.id, part: { kind: 'all', inputs: null }, ...again });
    const second = await vault.ended(client, id);
    expect(second).toMatchObject({ status: 'Completed', rerunOf: first.id, number: 2, name: 'test #2' });
    expect(second.versionId).toBe(first.versionId);
    expect(readFileSync(second.nodes[0]!.outputs[0]!.path, 'utf8')).toBe('said x\n');
  });

  test('is deleted with its files and with texts that no other run has, and its number is not given again', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const first = await vault.start(client, `nodes: { a: { run: echo one } }`);
    const second = await vault.start(client, `nodes: { a: { run: echo two } }`);
    for (const run of [first, second]) await vault.ended(client, run.id);
    const deleted = new Promise<string[]>((resolve) =>
      client.onRunsChanged((event) => {
        if (event.deleted.length > 0) resolve(event.deleted);
      }),
    );
    await client.send(deleteRun, { runId: second.id });
    expect(await deleted).toEqual([second.id]);
    expect(existsSync(join(vault.home, 'runs', second.id))).toBe(false);
    expect(existsSync(join(vault.home, 'runs', first.id))).toBe(true);
    await expect(client.send(getRun, { run: second.id })).rejects.toMatchObject({ code: engineErrors.unknownRun });
    const store = new DatabaseSync(join(vault.home, 'runs.db'), { readOnly: true });
    const texts = store.prepare('SELECT text FROM texts').all();
    const nodes = store.prepare('SELECT runId FROM nodeRuns').all();
    store.close();
    expect(texts).toEqual([{ text: `nodes: { a: { run: echo one } }` }]);
    expect(nodes).toEqual([{ runId: first.id }]);
    const third = await client.send(rerun, { runId: first.id, part: { kind: 'all', inputs: null }, ...again });
    expect(third.number).toBe(3);
    await vault.ended(client, third.id);
  });

  test('is not deleted while it is active', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `nodes: { a: { run: "trap '' TERM; touch \\"$WORKSPACE/began\\"; sleep 60; sleep 60" } }`,
    );
    const asked = () => client.send(deleteRun, { runId: id });
    const code = engineErrors.notAllowed;
    await waitFor(() => existsSync(vault.path('began')));
    await expect(asked()).rejects.toMatchObject({
      code,
      message: 'The run "test #1" is Running. Stop it before you delete it.',
    });
    await client.send(stopRun, { runId: id });
    await expect(asked()).rejects.toMatchObject({
      code,
      message: 'The run "test #1" is being stopped. Delete it once it has ended.',
    });
    await vault.ended(client, id);
    await client.send(deleteRun, { runId: id });
  });

  test('takes a new name that can stand in a row, and no other', async () => {
    const { vault } = current;
    const run = await vault.run(`nodes: { a: { run: 'true' } }`);
    const client = await vault.connect();
    expect((await client.send(renameRun, { runId: run.id, name: '  before the fix 🙂 ' })).name).toBe(
      'before the fix 🙂',
    );
    for (const name of ['', '  ', 'a\nb', 'a\u0007', 'x'.repeat(201)]) {
      await expect(client.send(renameRun, { runId: run.id, name })).rejects.toThrow(/name/);
    }
    expect((await client.send(renameRun, { runId: run.id, name: '🙂'.repeat(200) })).name).toHaveLength(400);
  });

  test('is named after its workflow in one line of at most 200 characters, whatever the workflow is called', async () => {
    const { vault } = current;
    const name = `two\\nlines ${'x'.repeat(10_000)}`;
    const run = await vault.run(`name: "${name}"\nnodes: { a: { run: 'true' } }`);
    expect(run.name).toMatch(/^two lines x+… #1$/);
    expect(run.name).toHaveLength(200);
    expect(run.workflow.name).toHaveLength(10_010);
    const marked = await vault.run(`name: "\u202eabc"\nnodes: { a: { run: 'true' } }`, { file: 'b.workflow.yaml' });
    expect(marked.name).toBe('\u202eabc #1');
  });

  test('a hundred of them are stopped and deleted at once, and then unknown to who still shows them', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const ids: string[] = [];
    for (let index = 0; index < 100; index++) {
      ids.push((await vault.start(client, `nodes: { a: { run: 'sleep 600' } }`)).id);
    }
    const other = await vault.connect();
    await Promise.all(ids.map((runId) => client.send(stopRun, { runId })));
    const runs = await Promise.all(ids.map((id) => vault.ended(client, id)));
    expect(new Set(runs.map((run) => run.status))).toEqual(new Set(['Stopped']));
    await Promise.all(ids.map((runId) => client.send(deleteRun, { runId })));
    expect(await client.send(countRuns, { filter: everyRun })).toEqual({ counts: [], isLowerBound: false });
    for (const request of [deleteRun, stopRun, getLineage, listMachines]) {
      await expect(other.send<{ runId: string }, unknown>(request, { runId: ids[0]! })).rejects.toMatchObject({
        code: engineErrors.unknownRun,
        message: `There is no run ${ids[0]} in this vault; it may have been deleted.`,
      });
    }
    await expect(other.send(renameRun, { runId: ids[0]!, name: 'x' })).rejects.toMatchObject({
      code: engineErrors.unknownRun,
    });
  });

  test('is found by a unique beginning of its id', async () => {
    const { vault } = current;
    const run = await vault.run(`nodes: { a: { run: 'true' } }`);
    const other = await vault.run(`nodes: { a: { run: 'true' } }`);
    const client = await vault.connect();
    let length = 1;
    while (run.id.slice(0, length) === other.id.slice(0, length)) length++;
    expect((await client.send(getRun, { run: run.id.slice(0, length).toLowerCase() })).id).toBe(run.id);
    await expect(client.send(getRun, { run: run.id.slice(0, length - 1) })).rejects.toThrow('Several runs begin with');
    await expect(client.send(getRun, { run: '' })).rejects.toMatchObject({ code: engineErrors.unknownRun });
  });

  test('goes with its workflow when that is moved', async () => {
    const { vault } = current;
    const run = await vault.run(`nodes: { a: { run: 'true' } }`);
    const client = await vault.connect();
    const to = vault.path('moved/new.workflow.yaml');
    const { path } = run.workflow;
    expect(await client.send(moveWorkflow, { from: path, to, workspace: vault.workspace })).toEqual({ runs: 1 });
    const list = (workflowPath: string) =>
      client.send(listRuns, {
        filter: { ...everyRun, workflowPaths: [workflowPath] },
        order: 'newest',
        limit: 10,
        after: null,
      });
    expect((await list(to)).runs.map((moved) => moved.id)).toEqual([run.id]);
    expect((await list(path)).runs).toEqual([]);
    const next = await vault.run(`nodes: { a: { run: 'true' } }`, { file: 'moved/new.workflow.yaml' });
    expect(next.number).toBe(2);
    const { counts } = await client.send(countRuns, { filter: { ...everyRun, folders: [vault.path('moved')] } });
    expect(counts).toEqual([{ status: 'Completed', count: 2 }]);
  });
});

describe('when the disk does not take it', () => {
  test('a run whose files cannot be written ends as Error with a sentence, and the engine lives on', async () => {
    const { vault } = current;
    const client = await vault.connect();
    writeFileSync(join(vault.home, 'runs'), 'a file in the way');
    const { id } = await vault.start(client, `nodes: { a: { run: 'true' } }`);
    const run = await vault.ended(client, id);
    expect(run).toMatchObject({ status: 'Error', nodes: [{ status: 'skipped' }] });
    expect(run.message).toMatch(/Runlens cannot write the run's files in .*Free some space/);
    rmSync(join(vault.home, 'runs'));
    expect((await vault.run(`nodes: { a: { run: 'true' } }`)).status).toBe('Completed');
    expect((await client.send(engineStatus, {})).activeRuns).toBe(0);
  });

  test('a node whose folder cannot be made ends the run as Error, and other branches go on', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `nodes:
  first: { run: 'while [ ! -e "$WORKSPACE/go" ]; do sleep 0.05; done' }
  blocked: { needs: [first], run: 'true' }
  behind: { needs: [blocked], run: 'true' }
  free: { needs: [first], run: 'true' }
`,
    );
    const nodes = join(vault.home, 'runs', id, 'nodes');
    await waitFor(() => existsSync(nodes));
    writeFileSync(join(nodes, 'blocked'), 'a file in the way');
    vault.write('go', '');
    const run = await vault.ended(client, id);
    expect(run.nodes.map((node) => node.status)).toEqual(['succeeded', 'error', 'skipped', 'succeeded']);
    expect(run.status).toBe('Error');
    expect(run.message).toMatch(/Runlens cannot write to .*blocked/);
  });

  test('an exit code that cannot be written ends the run as Error, not as a result', async () => {
    const { vault } = current;
    const run = await vault.run(`nodes: { a: { run: 'mkdir ../rc' } }`);
    expect(run).toMatchObject({ status: 'Error', nodes: [{ status: 'error' }] });
    expect(run.message).toMatch(/Runlens cannot write to /);
    mkdirSync(join(vault.folder, 'unused'));
  });
});
