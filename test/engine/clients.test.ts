import { createConnection } from 'node:net';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { execFile, spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { connectToRunningEngine, EngineUnavailableError } from '../../src/engine/client/client';
import { engineExit } from '../../src/engine/exitCodes';
import { engineStatus, getRun, stopEngine, watchRun } from '../../src/protocol/engine';
import type { NodeRun } from '../../src/model/run/run';
import { eachTestHasAVault, engineFile, killAll, testVersion, waitFor } from './testVault';

const current = eachTestHasAVault();

describe('a vault', () => {
  test('gets one engine when twenty clients start it at once', async () => {
    const { vault } = current;
    const clients = await Promise.all(Array.from({ length: 20 }, () => vault.connect()));
    const pids = new Set(clients.map((client) => client.engine.pid));
    expect(pids.size).toBe(1);
    await waitFor(() => vault.engines().length === 1);
    expect(vault.engines()).toEqual([...pids]);
    const status = await clients[19]!.send(engineStatus, {});
    expect(status).toEqual({ pid: [...pids][0], version: testVersion, home: vault.home, activeRuns: 0, schedules: 0 });
  });

  test('keeps its leader: an engine started beside one that has worked for a while ends', async () => {
    const { vault } = current;
    const client = await vault.connect();
    const nodes = Array.from({ length: 40 }, (_, n) => `  n${n}: { run: 'true' }`).join('\n');
    await vault.ended(client, (await vault.start(client, `nodes:\n${nodes}\n`)).id);
    const second = spawn(process.execPath, [await engineFile(testVersion)], {
      env: { ...process.env, RUNLENS_HOME: vault.home },
      stdio: 'ignore',
    });
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(engineExit.otherLeads);
    expect((await client.send(engineStatus, {})).pid).toBe(client.engine.pid);
  });

  test('is closed to other users', async () => {
    await current.vault.connect();
    expect(statSync(current.vault.home).mode & 0o777).toBe(0o700);
    expect(statSync(join(current.vault.home, 'engine.sock')).mode & 0o777).toBe(0o600);
  });

  test('is never started by a look at whether an engine runs', async () => {
    const { vault } = current;
    const options = { home: vault.home, engineFile: await engineFile(testVersion), clientVersion: testVersion };
    expect(await connectToRunningEngine(options)).toBeNull();
    expect(vault.engines()).toEqual([]);
  });

  test('whose path is too long for a socket is served all the same, to clients with another runtime folder too', async () => {
    const { vault } = current;
    const home = join(vault.folder, 'l'.repeat(60), 'o'.repeat(60), 'ng');
    Object.assign(vault, { home });
    process.env['XDG_RUNTIME_DIR'] = vault.folder;
    const client = await vault.connect();
    expect(client.engine.home).toBe(home);
    delete process.env['XDG_RUNTIME_DIR'];
    const elsewhere = await vault.connect();
    expect(elsewhere.engine.pid).toBe(client.engine.pid);
    await elsewhere.send(stopEngine, {});
  });

  test.each([
    ['is not there', 'absent'],
    ['is too long itself', 'r'.repeat(120)],
  ])('is served although its path is too long and the runtime folder %s', async (_, folder) => {
    const { vault } = current;
    Object.assign(vault, { home: join(vault.folder, 'l'.repeat(120)) });
    const runtime = join(vault.folder, folder);
    if (folder !== 'absent') mkdirSync(runtime);
    process.env['XDG_RUNTIME_DIR'] = runtime;
    try {
      expect((await vault.connect()).engine.home).toBe(vault.home);
    } finally {
      delete process.env['XDG_RUNTIME_DIR'];
    }
  });

  test('tells two clients of the same run as it changes, without being asked', async () => {
    const { vault } = current;
    const [first, second] = [await vault.connect(), await vault.connect()];
    const seen: string[] = [];
    const nodes = new Map<string, NodeRun>();
    second.onRunsChanged(({ runs }) => seen.push(...runs.map((run) => run.status)));
    second.onNodesChanged((event) => event.nodes.forEach((node) => nodes.set(node.id, node)));
    const { id } = await vault.start(first, `nodes: { a: { run: sleep 0.2 }, b: { needs: [a], run: sleep 0.2 } }`);
    await second.send(watchRun, { runId: id });
    const run = await vault.ended(first, id);
    await waitFor(() => seen.includes('Completed'));
    expect(seen).toContain('Running');
    expect([...nodes.values()].toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(run.nodes);
  });

  test('is handed over to a newer client while nodes run, and they go on', async () => {
    const { vault } = current;
    const old = await vault.connect('1.0.0');
    const { id } = await vault.start(
      old,
      `nodes: { a: { run: 'echo x >> "$WORKSPACE/evidence"; sleep 1' }, b: { needs: [a], run: 'true' } }`,
    );
    await waitFor(() => vault.lines('evidence').length === 1);
    const lost = new Promise<void>((resolve) => old.onClosed(resolve));
    const newer = await vault.connect('1.1.0');
    await lost;
    expect(newer.engine.version).toBe('1.1.0');
    expect(newer.engine.pid).not.toBe(old.engine.pid);
    const run = await vault.ended(newer, id);
    expect(run.status).toBe('Completed');
    expect(run.nodes.map((node) => node.attempt)).toEqual([1, 1]);
    expect(vault.lines('evidence')).toEqual(['x']);
    const older = await vault.connect('1.0.0');
    expect(older.engine.pid).toBe(newer.engine.pid);
  });

  test('tells a client that asks while it is handed over, in a sentence, that the connection was lost', async () => {
    const { vault } = current;
    const client = await vault.connect('1.0.0');
    const lost = new AbortController();
    client.onClosed(() => lost.abort());
    const newer = vault.connect('1.1.0');
    const answers: Promise<unknown>[] = [];
    while (!lost.signal.aborted) {
      answers.push(
        client.send(engineStatus, {}).then(
          () => null,
          (error: unknown) => error,
        ),
      );
      await new Promise((resolve) => setImmediate(resolve));
    }
    await newer;
    const failures = (await Promise.all(answers)).filter((answer) => answer !== null);
    expect(failures.filter((failure) => !(failure instanceof EngineUnavailableError))).toEqual([]);
  });

  test('that a newer Runlens has used refuses an engine that is too old, in a sentence', async () => {
    const { vault } = current;
    const client = await vault.connect();
    await killAll([client.engine.pid]);
    const store = new DatabaseSync(join(vault.home, 'runs.db'));
    store.exec("UPDATE meta SET value = '9.0.0' WHERE key = 'oldestEngine'");
    store.close();
    const refused = vault.connect();
    await expect(refused).rejects.toThrow(EngineUnavailableError);
    await expect(refused).rejects.toThrow('its engine must be 9.0.0 or newer, and this one is 1.0.0. Update Runlens.');
  });

  test('with tables of a newer Runlens is refused before anything is read of it, in a sentence', async () => {
    const { vault } = current;
    const client = await vault.connect();
    await killAll([client.engine.pid]);
    const store = new DatabaseSync(join(vault.home, 'runs.db'));
    store.exec('PRAGMA user_version = 99');
    store.close();
    await expect(vault.connect()).rejects.toThrow('whose tables this engine (1.0.0) does not know. Update Runlens.');
  });

  test('of another machine is refused, in a sentence', async () => {
    const { vault } = current;
    mkdirSync(vault.home, { mode: 0o700 });
    writeFileSync(join(vault.home, 'machine'), 'other-id\nlaptop\n');
    await expect(vault.connect()).rejects.toThrow(/belongs to the machine laptop/);
  });

  test('in a place where no folder can be made is refused, in a sentence', async () => {
    const { vault } = current;
    writeFileSync(join(vault.folder, 'file'), '');
    Object.assign(vault, { home: join(vault.folder, 'file', 'home') });
    await expect(vault.connect()).rejects.toThrow(/cannot use the folder .*set RUNLENS_HOME to another folder/);
    Object.assign(vault, { home: join(vault.folder, 'home') });
  });

  test('cuts off a client that sends too large a message, and serves the others', async () => {
    const { vault } = current;
    const client = await vault.connect();
    for (const header of ['Content-Length: 99999999999\r\n\r\n', 'x'.repeat(10_000), 'Content-Type: a\r\n\r\n{}']) {
      const socket = createConnection(join(vault.home, 'engine.sock'));
      const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      socket.on('error', () => undefined);
      socket.resume();
      socket.write(header);
      await closed;
    }
    expect((await client.send(engineStatus, {})).pid).toBe(client.engine.pid);
  });

  test('does not let an engine become a process of the run whose node started it', async () => {
    const { vault } = current;
    Object.assign(process.env, { RUN_ID: 'R', NODE_ID: 'N', RUNLENS_ATTEMPT: '1' });
    try {
      const client = await vault.connect();
      const environment = await readEnvironment(client.engine.pid);
      expect(environment.filter((line) => /^(RUN_ID|NODE_ID|RUNLENS_ATTEMPT)=/.test(line))).toEqual([]);
    } finally {
      for (const name of ['RUN_ID', 'NODE_ID', 'RUNLENS_ATTEMPT']) delete process.env[name];
    }
  });

  test('that is deleted is led by nobody any more, and is begun anew by whoever needs it next', async () => {
    const { vault } = current;
    const client = await vault.connect();
    await vault.run(`nodes: { a: { run: 'true' } }`);
    const closed = new Promise<void>((resolve) => client.onClosed(resolve));
    rmSync(vault.home, { recursive: true });
    await closed;
    await waitFor(() => vault.engines().length === 0);
    const run = await vault.run(`nodes: { a: { run: 'true' } }`);
    expect(run).toMatchObject({ number: 1, status: 'Completed' });
  });

  test('is left by an engine that nobody needed for long, but not while a run is active', async () => {
    const { vault } = current;
    process.env['RUNLENS_IDLE_MS'] = '150';
    const client = await vault.connect();
    const { id } = await vault.start(client, `nodes: { a: { run: 'sleep 0.6; touch "$WORKSPACE/done"; sleep 0.1' } }`);
    client.dispose();
    await waitFor(() => vault.engines().length === 0);
    expect(statSync(vault.path('done')).isFile()).toBe(true);
    delete process.env['RUNLENS_IDLE_MS'];
    expect((await (await vault.connect()).send(getRun, { run: id })).status).toBe('Completed');
  });
});

function readEnvironment(pid: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    execFile('cat', [`/proc/${pid}/environ`], (error, text) => (error ? reject(error) : resolve(text.split('\0'))));
  });
}
