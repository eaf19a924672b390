import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeEnvironment } from '../../src/engine/client/client';
import { everyRun } from '../../src/model/run/query';
import { engineStatus, getRun, listRuns, rerun, stopEngine } from '../../src/protocol/engine';
import { eachTestHasAVault, waitFor } from './testVault';

const current = eachTestHasAVault();
const programs = { mount: '/bin/mount', unmount: '/bin/umount', share: '/usr/bin/unshare' };
const mayMount = process.getuid?.() === 0 && spawnSync(programs.share, ['-m', 'true']).status === 0;

/** Fills a file system to its last byte; gives the file that does it. */
function fill(folder: string): string {
  const file = join(folder, 'ballast');
  for (const size of [1024 * 1024, 4096, 1]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Full for pieces of this size.
    }
  }
  return file;
}

test.runIf(mayMount)(
  'a disk that is full ends the run as Error, which is stored once there is space, and no engine',
  async () => {
    const { vault } = current;
    mkdirSync(vault.home, { mode: 0o700 });
    execFileSync(programs.mount, ['-t', 'tmpfs', '-o', 'size=4m,mode=700', 'tmpfs', vault.home]);
    try {
      const client = await vault.connect();
      const nodes = Array.from({ length: 30 }, (_, n) => `  n${n}: { needs: [first], run: 'true' }`).join('\n');
      const { id } = await vault.start(
        client,
        `nodes:\n  first: { run: 'touch "$WORKSPACE/began"; while [ ! -e "$WORKSPACE/go" ]; do sleep 0.05; done' }\n${nodes}\n`,
      );
      await waitFor(() => existsSync(vault.path('began')));
      const ballast = fill(vault.home);
      const large = `# ${'x'.repeat(200_000)}\nnodes: { a: { run: 'true' } }`;
      await expect(vault.start(client, large, { file: 'large.workflow.yaml' })).rejects.toThrow(
        /^Runlens cannot store this in .*home\/runs.db \(.*(full|I\/O).*\)\. Free some space, then try again\.$/,
      );
      vault.write('go', '');
      await waitFor(() => vault.nodeProcesses().length === 0);
      expect((await client.send(engineStatus, {})).pid).toBe(client.engine.pid);
      rmSync(ballast);
      const run = await vault.ended(client, id);
      expect(run.status).toBe('Error');
      expect(run.message).toMatch(/Runlens cannot (write to|store) .*(ENOSPC|full|space)/);
      expect((await vault.run(`nodes: { a: { run: 'true' } }`)).status).toBe('Completed');
      expect((await client.send(getRun, { run: id })).nodes.every((node) => node.endedAt !== null)).toBe(true);
      await client.send(stopEngine, {});
      await waitFor(() => vault.engines().length === 0);
    } finally {
      execFileSync(programs.unmount, ['-l', vault.home]);
    }
  },
);

test.runIf(mayMount)(
  'a disk that is too full to take results over starts no run and leaves nothing of it',
  async () => {
    const { vault } = current;
    mkdirSync(vault.home, { mode: 0o700 });
    execFileSync(programs.mount, ['-t', 'tmpfs', '-o', 'size=8m,mode=700', 'tmpfs', vault.home]);
    try {
      const first = await vault.run(
        `nodes:\n  large: { run: 'head -c 2000000 /dev/zero > o', outputs: { o: o } }\n  bad: { needs: [large], run: exit 1 }\n`,
      );
      const client = await vault.connect();
      const again = { creationType: 'API' as const, environment: nodeEnvironment(process.env) };
      const part = { kind: 'rest' as const, from: null, version: 'ran' as const };
      const ballast = fill(vault.home);
      await expect(client.send(rerun, { runId: first.id, part, ...again })).rejects.toThrow(
        /^The result of the node large cannot be copied \(.*(ENOSPC|space).*\), so nothing was started\. Free some space/,
      );
      expect(readdirSync(join(vault.home, 'takeovers'))).toEqual([]);
      const { runs } = await client.send(listRuns, { filter: everyRun, order: 'newest', limit: 10, after: null });
      expect(runs.map(({ id }) => id)).toEqual([first.id]);
      rmSync(ballast);
      const { id } = await client.send(rerun, { runId: first.id, part, ...again });
      expect((await vault.ended(client, id)).nodes[0]).toMatchObject({ reusedFrom: first.id });
      await client.send(stopEngine, {});
      await waitFor(() => vault.engines().length === 0);
    } finally {
      execFileSync(programs.unmount, ['-l', vault.home]);
    }
  },
);
