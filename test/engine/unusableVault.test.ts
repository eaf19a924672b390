import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stopEngine } from '../../src/protocol/engine';
import { eachTestHasAVault, killAll, waitFor } from './testVault';

const current = eachTestHasAVault();
const mayMount = process.getuid?.() === 0 && spawnSync('/usr/bin/unshare', ['-m', 'true']).status === 0;

describe('a vault that cannot be used says why, what to do, and stays as it is:', () => {
  test.each(['runs.db', 'engine.lock'])('one whose %s is damaged', async (name) => {
    const { vault } = current;
    const client = await vault.connect();
    await killAll([client.engine.pid]);
    const file = join(vault.home, name);
    const damaged = Buffer.alloc(20_000, 'no database ');
    writeFileSync(file, damaged);
    for (const extra of ['-wal', '-shm']) rmSync(`${file}${extra}`, { force: true });
    await expect(vault.connect()).rejects.toThrow(
      `The file ${file} is damaged (file is not a database). Put a copy of it back, or move it away to begin with an empty one.`,
    );
    expect(readFileSync(file).equals(damaged)).toBe(true);
  });

  test('one that is a file', async () => {
    const { vault } = current;
    writeFileSync(vault.home, '');
    await expect(vault.connect()).rejects.toThrow(
      `${vault.home} is a file, and Runlens needs a folder there. Set RUNLENS_HOME to a folder.`,
    );
    rmSync(vault.home);
  });

  test('one that is a folder of other things, open to others: it is not closed to them', async () => {
    const { vault } = current;
    mkdirSync(vault.home);
    writeFileSync(join(vault.home, 'somebody.txt'), 'in use');
    chmodSync(vault.home, 0o755);
    await expect(vault.connect()).rejects.toThrow(
      `The folder ${vault.home} holds other things and is open to other users. Set RUNLENS_HOME to a folder of its own.`,
    );
    expect(statSync(vault.home).mode & 0o777).toBe(0o755);
  });

  test.runIf(mayMount)('one on a disk that is full', async () => {
    const { vault } = current;
    mkdirSync(vault.home, { mode: 0o700 });
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=700', 'tmpfs', vault.home]);
    try {
      const ballast = join(vault.home, 'ballast');
      expect(() => writeFileSync(ballast, Buffer.alloc(128 * 1024))).toThrow('ENOSPC');
      await expect(vault.connect()).rejects.toThrow(
        `There is no space left on the disk of ${vault.home}. Free some, then try again.`,
      );
    } finally {
      execFileSync('/bin/umount', ['-l', vault.home]);
    }
  });
});

test('a client goes on starting the engine when one is killed before it answers', async () => {
  const { vault } = current;
  const connected = vault.connect();
  for (let kills = 0; kills < 2; kills++) {
    await waitFor(() => vault.engines().length > 0);
    await killAll(vault.engines());
  }
  const client = await connected;
  await client.send(stopEngine, {});
});
