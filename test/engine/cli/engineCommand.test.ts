import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandLine, type RunJson } from './commandLine';

let commandLine: CommandLine;
beforeEach(() => {
  commandLine = new CommandLine();
});
afterEach(() => commandLine.dispose());

test('status never starts an engine', async () => {
  const none = { pid: null, version: null, home: commandLine.home, activeRuns: 0, schedules: 0 };
  expect(await commandLine.json('engine', 'status')).toEqual(none);
  expect(await commandLine.json('engine', 'status')).toEqual(none);
  expect(await commandLine.run('engine', 'status')).toMatchObject({ code: 0, stderr: '' });
});

test('status tells of the engine that another command started, and stop ends it', async () => {
  await commandLine.run('runs');
  const status = await commandLine.json<{ pid: number }>('engine', 'status');
  expect(status).toEqual({
    pid: expect.any(Number),
    version: expect.any(String),
    home: commandLine.home,
    activeRuns: 0,
    schedules: 0,
  });
  expect(await commandLine.json('engine', 'stop')).toEqual({ ...status, stopped: true });
  expect(await commandLine.json('engine', 'status')).toMatchObject({ pid: null });
  expect(await commandLine.json('engine', 'stop')).toMatchObject({ pid: null, stopped: false });
});

test('a run that is followed, and its log, go on over the stop and the death of the engine', async () => {
  const gate = `${commandLine.workspace}/gate`;
  const wait = `echo first; until [ -e ${gate} ]; do sleep 0.05; done; echo last`;
  commandLine.write('long.workflow.yaml', `nodes:\n  wait:\n    run: ${wait}\n`);
  const run = commandLine.start('run', 'long.workflow.yaml');
  await run.printed('Running');
  const [{ id } = { id: 'none' }] = await commandLine.json<RunJson[]>('runs');
  const logs = commandLine.start('logs', id, 'wait', '--follow');
  await logs.printed('first');
  expect(await commandLine.json('engine', 'stop')).toMatchObject({ stopped: true, activeRuns: 1 });
  await commandLine.run('runs');
  const { pid } = await commandLine.json<{ pid: number }>('engine', 'status');
  process.kill(pid, 'SIGKILL');
  await commandLine.run('runs');
  commandLine.write('gate', '');
  expect(await run.ended).toMatchObject({ code: 0, stderr: '' });
  expect(await logs.ended).toEqual({ code: 0, stdout: 'first\nlast\n', stderr: '' });
});

test("takes its arguments alike on VS Code's own Node, which is Electron's", async () => {
  const asElectron = commandLine.write(
    'electron.cjs',
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: '40.0.0' } });\n",
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', asElectron, resolve('dist/cli.js'), 'engine', 'status', '--json'],
    { encoding: 'utf8', env: { ...process.env, RUNLENS_HOME: commandLine.home } },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ home: commandLine.home });
});
