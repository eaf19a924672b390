import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { wrapperCommand, wrapperExit } from '../../src/engine/fleets/local/wrapper';
import { deleteRun, getRun, stopRun, watchRun } from '../../src/protocol/engine';
import { eachTestHasAVault, killAll, nodeStatuses, waitFor } from './testVault';

const current = eachTestHasAVault();

/** Four layers of five, each node behind two of the layer before; every one leaves a line where it began. */
function twentyNodes(): string {
  const nodes: string[] = [];
  for (let layer = 0; layer < 4; layer++) {
    for (let n = 0; n < 5; n++) {
      const needs = layer === 0 ? '' : `needs: [l${layer - 1}n${n}, l${layer - 1}n${(n + 1) % 5}], `;
      nodes.push(`  l${layer}n${n}: { ${needs}run: 'echo "$NODE_ID" >> "$WORKSPACE/evidence"; sleep 0.25' }`);
    }
  }
  return `nodes:\n${nodes.join('\n')}\n`;
}

describe('after a crash', () => {
  test('an engine killed three times within a run of 20 nodes executes each node exactly once', async () => {
    const { vault } = current;
    let client = await vault.connect();
    const { id } = await vault.start(client, twentyNodes());
    for (const lines of [3, 8, 13]) {
      await waitFor(() => vault.lines('evidence').length >= lines);
      await killAll([client.engine.pid]);
      client = await vault.connect();
    }
    const run = await vault.ended(client, id);
    expect(run.status).toBe('Completed');
    expect(vault.lines('evidence').toSorted()).toEqual(run.nodes.map((node) => node.id).toSorted());
  });

  test('a node that ended while no engine ran keeps its result', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `
nodes:
  works: { run: 'echo began > "$WORKSPACE/began"; sleep 0.3; echo made > made', outputs: { made: made } }
  fails: { run: 'sleep 0.3; echo "not today" >&2; exit 4' }
  behind: { inputs: { made: { from: works.made } }, run: 'cat "$made" >> "$WORKSPACE/read"' }
`,
    );
    await waitFor(() => vault.lines('began').length > 0 && vault.nodeProcesses().length >= 4);
    await killAll([client.engine.pid]);
    await waitFor(() => vault.nodeProcesses().length === 0);
    const run = await vault.ended(await vault.connect(), id);
    expect(nodeStatuses(run)).toEqual({ works: 'succeeded', fails: 'failed', behind: 'succeeded' });
    expect(run.nodes[1]).toMatchObject({ exitCode: 4, message: 'not today', attempt: 1 });
    expect(vault.lines('read')).toEqual(['made']);
  });

  test('a run that the next engine cannot go on with ends as Error once nothing of it is left', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `nodes: { stubborn: { run: 'trap "" TERM; echo began > "$WORKSPACE/began"; while :; do sleep 0.1; done' }, next: { needs: [stubborn], run: 'true' } }`,
    );
    await waitFor(() => vault.lines('began').length > 0);
    await killAll([client.engine.pid]);
    // In the way of all that the run would write.
    const folder = join(vault.home, 'runs', id);
    renameSync(folder, join(vault.folder, 'moved away'));
    writeFileSync(folder, '');
    const next = await vault.connect();
    const run = await vault.ended(next, id);
    expect(vault.nodeProcesses()).toEqual([]);
    expect(run).toMatchObject({
      status: 'Error',
      message: expect.stringMatching(/^Runlens cannot write the run's files/),
    });
    expect(nodeStatuses(run)).toEqual({ stubborn: 'error', next: 'skipped' });
    await next.send(deleteRun, { runId: id });
    expect(existsSync(folder)).toBe(false);
  });

  test('a run whose snapshot the store has lost ends as Error with all its processes, and the others go on', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const lost = await vault.start(
      client,
      'nodes: { waits: { run: while :; do sleep 0.1; done }, next: { needs: [waits], run: "true" } }',
    );
    const other = await vault.start(client, 'nodes: { goes-on: { run: echo on >> "$WORKSPACE/on"; sleep 0.5 } }');
    await waitFor(() => vault.lines('on').length > 0 && vault.nodeProcesses().length >= 3);
    await killAll([client.engine.pid]);
    const store = new DatabaseSync(join(vault.home, 'runs.db'));
    store
      .prepare("UPDATE snapshots SET workflow = '{ torn' WHERE hash = (SELECT snapshot FROM runs WHERE id = ?)")
      .run(lost.id);
    store.close();
    const next = await vault.connect();
    const run = await vault.ended(next, lost.id);
    expect(run).toMatchObject({
      status: 'Error',
      message: expect.stringMatching(
        /^Runlens cannot read in its store what this run executes .*Start the workflow again\.$/,
      ),
    });
    expect(nodeStatuses(run)).toEqual({ waits: 'error', next: 'skipped' });
    expect((await vault.ended(next, other.id)).status).toBe('Completed');
    await waitFor(() => vault.nodeProcesses().length === 0);
  });

  test('nodes killed together with the engine run again, and only those, not at the cost of their retries', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `
nodes:
  done: { run: 'echo done >> "$WORKSPACE/evidence"' }
  lost: { needs: [done], run: 'echo lost >> "$WORKSPACE/evidence"; test -e "$WORKSPACE/go" || sleep 60' }
  too: { needs: [done], run: 'echo too >> "$WORKSPACE/evidence"; test -e "$WORKSPACE/go" || sleep 60' }
`,
    );
    await waitFor(() => vault.lines('evidence').length === 3);
    await killAll([client.engine.pid, ...vault.nodeProcesses()]);
    vault.write('go', '');
    const run = await vault.ended(await vault.connect(), id);
    expect(run.status).toBe('Completed');
    expect(vault.lines('evidence').toSorted()).toEqual(['done', 'lost', 'lost', 'too', 'too']);
    expect(run.nodes.map((node) => node.attempt)).toEqual([1, 2, 2]);
  });

  test('a command whose wrapper died is ended before its node runs again', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `nodes: { a: { run: 'echo $PPID >> "$WORKSPACE/wrappers"; test -e "$WORKSPACE/go" || exec sleep 60' } }`,
    );
    await waitFor(() => vault.lines('wrappers').length === 1);
    await killAll([client.engine.pid, Number(vault.lines('wrappers')[0])]);
    expect(vault.nodeProcesses()).toHaveLength(1);
    vault.write('go', '');
    const run = await vault.ended(await vault.connect(), id);
    expect(run).toMatchObject({ status: 'Completed', nodes: [{ attempt: 2 }] });
    expect(vault.nodeProcesses()).toEqual([]);
  });

  test('a node lost three times in a row ends the run as Error, saying so', async () => {
    const { vault } = current;
    let client = await vault.connect();
    const { id } = await vault.start(client, `nodes: { a: { run: 'echo x >> "$WORKSPACE/evidence"; sleep 60' } }`);
    for (const tries of [1, 2, 3]) {
      await waitFor(() => vault.lines('evidence').length === tries);
      await killAll([client.engine.pid, ...vault.nodeProcesses()]);
      client = await vault.connect();
    }
    const run = await vault.ended(client, id);
    expect(run.status).toBe('Error');
    expect(run.message).toMatch(/node a was lost 3 times in a row/);
  });

  test('a node whose intent was stored but which never began was not lost: it runs, and a wrapper that comes late does not', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(client, `nodes: { a: { run: 'echo ran >> "$WORKSPACE/evidence"' } }`);
    await vault.ended(client, id);
    await killAll([client.engine.pid]);
    // As the store and the folder look when the engine dies between the intent and the wrapper's claim.
    const store = new DatabaseSync(join(vault.home, 'runs.db'));
    store.exec(`UPDATE runs SET status = 'Running', endedAt = NULL;
      UPDATE nodeRuns SET status = 'running', endedAt = NULL, attempt = 2, attemptStartedAt = startedAt, losses = 2`);
    store.close();
    const lateFolder = join(vault.home, 'runs', id, 'nodes', 'a', '2');
    mkdirSync(join(lateFolder, 'work'), { recursive: true });
    const run = await vault.ended(await vault.connect(), id);
    expect(run).toMatchObject({ status: 'Completed', nodes: [{ attempt: 3 }] });
    const [program, options] = wrapperCommand(lateFolder, ['touch', vault.path('late')]);
    expect(spawnSync(program, options, { cwd: join(lateFolder, 'work') }).status).toBe(wrapperExit.noClaim);
    expect(existsSync(vault.path('late'))).toBe(false);
    expect(vault.lines('evidence')).toEqual(['ran', 'ran']);
  });

  test('an exit code that is not written to its end does not count', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `nodes: { a: { run: 'echo x >> "$WORKSPACE/evidence"; test -e "$WORKSPACE/go" || sleep 60' } }`,
    );
    await waitFor(() => vault.lines('evidence').length === 1);
    await killAll([client.engine.pid, ...vault.nodeProcesses()]);
    writeFileSync(join(vault.home, 'runs', id, 'nodes', 'a', '1', 'rc'), '0');
    vault.write('go', '');
    const run = await vault.ended(await vault.connect(), id);
    expect(run).toMatchObject({ status: 'Completed', nodes: [{ attempt: 2 }] });
  });

  test('a run that was being stopped is stopped by the next engine', async () => {
    const { vault } = current;
    process.env['RUNLENS_GRACE_MS'] = '20000';
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `nodes: { stubborn: { run: "trap '' TERM; touch \\"$WORKSPACE/began\\"; sleep 60; sleep 60; sleep 60" }, later: { needs: [stubborn], run: x } }`,
    );
    await waitFor(() => existsSync(vault.path('began')));
    expect((await client.send(stopRun, { runId: id })).status).toBe('Stopping');
    await killAll([client.engine.pid]);
    process.env['RUNLENS_GRACE_MS'] = '200';
    const next = await vault.connect();
    const run = await vault.ended(next, id);
    expect(run.status).toBe('Stopped');
    expect(nodeStatuses(run)).toEqual({ stubborn: 'stopped', later: 'stopped' });
    expect(vault.nodeProcesses()).toEqual([]);
    expect((await next.send(getRun, { run: id })).endedAt).not.toBeNull();
  });

  test('a run that is stopped while the next engine still looks for its nodes is Stopped, and so are they', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `nodes: { a: { run: "trap '' TERM; echo $PPID >> \\"$WORKSPACE/wrappers\\"; sleep 60; sleep 60" }, b: { needs: [a], run: x } }`,
    );
    await waitFor(() => vault.lines('wrappers').length === 1);
    await killAll([client.engine.pid, Number(vault.lines('wrappers')[0])]);
    const next = await vault.connect();
    const changes: string[] = [];
    next.onNodesChanged(({ nodes }) => changes.push(...nodes.map((node) => `${node.id} ${node.status}`)));
    await next.send(watchRun, { runId: id });
    expect((await next.send(stopRun, { runId: id })).status).toBe('Stopping');
    const run = await vault.ended(next, id);
    expect(run.status).toBe('Stopped');
    expect(nodeStatuses(run)).toEqual({ a: 'stopped', b: 'stopped' });
    expect(changes.filter((change) => !change.endsWith('stopped'))).toEqual([]);
    expect(vault.nodeProcesses()).toEqual([]);
  });

  test('a timeout goes on counting under the next engine', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `nodes: { a: { timeout: 2s, run: 'touch "$WORKSPACE/began"; sleep 60' } }`,
    );
    await waitFor(() => existsSync(vault.path('began')));
    await killAll([client.engine.pid]);
    const run = await vault.ended(await vault.connect(), id);
    expect(run).toMatchObject({ status: 'Failed', nodes: [{ attempt: 1 }] });
    expect(run.nodes[0]!.message).toContain('took longer than its timeout');
    expect(Date.parse(run.endedAt!) - Date.parse(run.startedAt!)).toBeLessThan(4_000);
  });
});
