import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CommandLine, type RunJson } from './commandLine';

let commandLine: CommandLine;
let run: RunJson;
beforeAll(async () => {
  commandLine = new CommandLine();
  commandLine.write(
    'talks.workflow.yaml',
    `nodes:
  talks:
    retries: 1
    run: |
      echo "out: größer"
      echo "err: attempt" >&2
      exit 1
  long: { run: 'i=0; while [ $i -lt 60000 ]; do echo "line $i"; i=$((i+1)); done' }
`,
  );
  run = await commandLine.json('run', 'talks.workflow.yaml');
});
afterAll(() => commandLine.dispose());

test('prints stdout, or stderr with --stderr, of the newest attempt or the one that is named', async () => {
  const text = async (...args: string[]) => (await commandLine.run('logs', run.id, 'talks', ...args)).stdout;
  expect(await text()).toBe('out: größer\n');
  expect(await text('--stderr')).toBe('err: attempt\n');
  expect(await text('--stderr', '--attempt', '1')).toBe('err: attempt\n');
  expect(await commandLine.run('logs', run.id, 'talks', '--attempt', '3')).toMatchObject({ code: 2 });
});

test('prints a long log whole', async () => {
  const { stdout } = await commandLine.run('logs', run.id, 'long');
  expect(stdout.split('\n')).toHaveLength(60_001);
  expect(stdout.endsWith('line 59999\n')).toBe(true);
});

test('gives an object with --json', async () => {
  expect(await commandLine.json('logs', run.id, 'talks')).toEqual({
    run: run.id,
    node: 'talks',
    attempt: null,
    stream: 'stdout',
    text: 'out: größer\n',
  });
});

test('names the nodes there are when the one asked for is unknown', async () => {
  const { code, stderr } = await commandLine.run('logs', run.id, 'walks');
  expect(code).toBe(2);
  expect(stderr).toContain('talks, long');
});

test('says of a module that the nodes inside of it write, and reads one of those by its path', async () => {
  commandLine.write('inner.module.yaml', `nodes: { leaf: { run: 'echo deep' } }`);
  commandLine.write('outer.module.yaml', 'nodes: { inner: { uses: ./inner.module.yaml } }');
  commandLine.write('modules.workflow.yaml', 'nodes: { outer: { uses: ./outer.module.yaml } }');
  const { id } = await commandLine.json<RunJson>('run', 'modules.workflow.yaml');
  expect((await commandLine.run('logs', id, 'outer/inner/leaf')).stdout).toBe('deep\n');
  const { code, stdout, stderr } = await commandLine.run('logs', id, 'outer');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('outer is a module, which writes nothing itself: name a node in it, such as outer/inner/leaf.\n');
});

test('--follow prints what a running node writes, and ends when the node ends', async () => {
  const gate = join(commandLine.workspace, 'gate');
  commandLine.write(
    'slow.workflow.yaml',
    `nodes:
  slow:
    run: |
      echo first
      until [ -e ${gate} ]; do sleep 0.05; done
      echo last
`,
  );
  const { id } = await commandLine.json<RunJson>('run', 'slow.workflow.yaml', '--detach');
  const logs = commandLine.start('logs', id, 'slow', '--follow');
  await logs.printed('first');
  expect((await commandLine.run('logs', id, 'slow')).stdout).toBe('first\n');
  commandLine.write('gate', '');
  expect(await logs.ended).toEqual({ code: 0, stdout: 'first\nlast\n', stderr: '' });
});
