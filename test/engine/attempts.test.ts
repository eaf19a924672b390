import { describe, expect, test } from 'vitest';
import type { EngineClient } from '../../src/engine/client/client';
import type { NodeAttempts } from '../../src/model/run/attempt';
import { deleteRun, readLog } from '../../src/protocol/engine';
import { listAttempts } from '../../src/protocol/nodeAttempts';
import { eachTestHasAVault, killAll, waitFor } from './testVault';

const current = eachTestHasAVault();

async function attemptsOf(client: EngineClient, runId: string): Promise<readonly NodeAttempts[]> {
  return (await client.send(listAttempts, { runId })).nodes;
}

describe('the attempts of a node', () => {
  test('are all kept, each with its own end and exit code, and its log can be read', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `
nodes:
  once: { run: 'true' }
  flaky:
    retries: 2
    run: |
      echo "try $RUNLENS_ATTEMPT"
      echo "failed $RUNLENS_ATTEMPT" >&2
      test "$RUNLENS_ATTEMPT" -eq 3 || exit "$((RUNLENS_ATTEMPT + 3))"
`,
    );
    const run = await vault.ended(client, id);
    const nodes = await attemptsOf(client, id);
    expect(nodes.map(({ nodeId }) => nodeId)).toEqual(['flaky']);
    const attempts = nodes[0]?.attempts ?? [];
    expect(attempts.map(({ attempt, status, exitCode }) => [attempt, status, exitCode])).toEqual([
      [1, 'failed', 4],
      [2, 'failed', 5],
      [3, 'succeeded', 0],
    ]);
    expect(attempts.map(({ message }) => message)).toEqual(['failed 1', 'failed 2', null]);
    const times = attempts.flatMap(({ startedAt, endedAt }) => [startedAt, endedAt ?? '']);
    expect(times).toEqual(times.toSorted());
    expect(times[0]).toBe(run.nodes[1]?.startedAt);
    expect(times.at(-1)).toBe(run.nodes[1]?.endedAt);
    const log = { runId: id, nodeId: 'flaky', attempt: 1, stream: 'stdout', offset: 0, maxBytes: 100 } as const;
    expect((await client.send(readLog, log)).text).toBe('try 1\n');
  });

  test('that were lost with the engine and the machine are among them, also inside of a module', async () => {
    const { vault } = current;
    const client = await vault.connect();
    vault.write(
      'scan.module.yaml',
      `nodes:\n  fetch: { run: 'echo begun >> "$WORKSPACE/begun"; test -e "$WORKSPACE/go" || sleep 60' }\n`,
    );
    const { id } = await vault.start(client, 'nodes:\n  scan: { uses: ./scan.module.yaml }\n');
    await waitFor(() => vault.lines('begun').length === 1);
    await killAll([client.engine.pid, ...vault.nodeProcesses()]);
    vault.write('go', '');
    const next = await vault.connect();
    await vault.ended(next, id);
    const nodes = await attemptsOf(next, id);
    expect(nodes.map(({ nodeId, attempts }) => [nodeId, attempts.map(({ status }) => status)])).toEqual([
      ['scan/fetch', ['lost', 'succeeded']],
    ]);
  });

  test('outlive an engine that is killed while the second one runs', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `
nodes:
  flaky:
    retries: 1
    run: |
      echo x >> "$WORKSPACE/tries"
      test "$RUNLENS_ATTEMPT" -gt 1 || exit 9
      until test -e "$WORKSPACE/go"; do sleep 0.05; done
`,
    );
    await waitFor(() => vault.lines('tries').length === 2);
    await killAll([client.engine.pid]);
    const next = await vault.connect();
    const [before] = await attemptsOf(next, id);
    expect(before?.attempts).toMatchObject([
      { attempt: 1, status: 'failed', exitCode: 9 },
      { attempt: 2, status: 'running', endedAt: null },
    ]);
    vault.write('go', '');
    await vault.ended(next, id);
    const [after] = await attemptsOf(next, id);
    expect(after?.attempts.map(({ status }) => status)).toEqual(['failed', 'succeeded']);
  });

  test('go with their run when that is deleted', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(client, `nodes:\n  fails: { retries: 1, run: 'exit 1' }\n`);
    await vault.ended(client, id);
    expect(await attemptsOf(client, id)).toHaveLength(1);
    await client.send(deleteRun, { runId: id });
    await expect(attemptsOf(client, id)).rejects.toThrow(/There is no run/);
  });
});
