import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { engineErrors, stopRun } from '../../src/protocol/engine';
import { eachTestHasAVault, nodeStatuses, waitFor } from './testVault';

const current = eachTestHasAVault({ RUNLENS_PARALLEL: '8' });

describe('Stop', () => {
  test('leaves no process behind, whatever a node does about it', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `
nodes:
  nice: { run: 'sleep 301' }
  stubborn: { run: "trap '' TERM; sleep 302; sleep 302; sleep 302" }
  session: { run: 'setsid sleep 303' }
  daemon: { run: '(setsid sh -c "sleep 304 & sleep 305" > /dev/null 2>&1 &) ; sleep 306' }
  clean: { run: 'env -i setsid sleep 307' }
  stubborndaemon: { run: "(setsid sh -c \\"trap '' TERM; sleep 308; sleep 308\\" &) ; sleep 309" }
  left: { run: '(setsid sleep 310 > /dev/null 2>&1 &); true' }
  waits: { needs: [nice], run: 'true' }
`,
    );
    const sleeps = (): number => vault.nodeProcesses().length;
    // Eleven sleeps with the shells around them; those of \`clean\` do not carry the cookie.
    await waitFor(() => sleeps() >= 20);
    await vault.until(client, id, (run) => nodeStatuses(run)['left'] === 'succeeded');
    const asked = await client.send(stopRun, { runId: id });
    expect(asked.status).toBe('Stopping');
    const run = await vault.ended(client, id);
    expect(run.status).toBe('Stopped');
    expect(nodeStatuses(run)).toMatchObject({
      nice: 'stopped',
      stubborn: 'stopped',
      waits: 'stopped',
      left: 'succeeded',
    });
    expect(vault.nodeProcesses()).toEqual([]);
    expect(sleepsOf([301, 302, 303, 304, 305, 306, 307, 308, 309, 310])).toEqual([]);
  });

  test('lets a node tidy up within the grace', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(
      client,
      `nodes: { tidy: { run: "trap 'echo tidied >> \\"$WORKSPACE/evidence\\"; exit 0' TERM; echo began >> \\"$WORKSPACE/evidence\\"; while :; do sleep 0.05; done" } }`,
    );
    await waitFor(() => vault.lines('evidence').length === 1);
    await client.send(stopRun, { runId: id });
    expect((await vault.ended(client, id)).status).toBe('Stopped');
    expect(vault.lines('evidence')).toEqual(['began', 'tidied']);
  });

  test('is refused, with a sentence, once the run is over', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const { id } = await vault.start(client, `nodes: { a: { run: 'true' } }`);
    await vault.ended(client, id);
    await expect(client.send(stopRun, { runId: id })).rejects.toMatchObject({
      code: engineErrors.notAllowed,
      message: 'The run "test #1" has ended (Completed).',
    });
  });
});

/** Which of these numbers of seconds somebody sleeps. */
function sleepsOf(seconds: readonly number[]): number[] {
  const commands = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    });
  return seconds.filter((second) => commands.includes(`sleep\0${second}\0`));
}
