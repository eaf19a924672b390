import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CommandLine, nodeStatuses, type RunJson } from './commandLine';

let commandLine: CommandLine;
beforeAll(() => {
  commandLine = new CommandLine();
  commandLine.write(
    'greet.workflow.yaml',
    `name: Greet
project: demo
inputs:
  who: { type: string, default: world }
  times: { type: number, default: 1 }
  loud: { type: boolean, default: false }
  card: { type: file }
nodes:
  greet:
    inputs: { who: { from: inputs.who }, times: { from: inputs.times }, loud: { from: inputs.loud }, card: { from: inputs.card } }
    run: |
      echo "hello $who $times $loud"
      if [ -n "\${card:-}" ]; then cat "$card"; fi > greeting.txt
    outputs: { text: greeting.txt }
`,
  );
  commandLine.write(
    'fails.workflow.yaml',
    `nodes:
  good: { run: "true" }
  bad: { run: echo the reason >&2; exit 7 }
  after: { run: "true", needs: [bad] }
`,
  );
  commandLine.write('waits.workflow.yaml', 'nodes:\n  wait:\n    run: while :; do sleep 0.1; done\n');
});
afterAll(() => commandLine.dispose());

describe('run', () => {
  test('shows nodes as they start and end, and exits 0 for Completed', async () => {
    const { code, stdout, stderr } = await commandLine.run('run', 'greet.workflow.yaml', '--name', 'My greeting');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^My greeting [0-9A-Z]{26}, 1 node\n/);
    expect(stdout).toMatch(/Succeeded +greet/);
    expect(stdout).toMatch(/Completed in .*\n$/);
  });

  test('shows what is inside of a module between its beginning and its end, and no reason for a success', async () => {
    commandLine.write(
      'inside.module.yaml',
      'nodes:\n  first: { run: sleep 1 }\n  last: { run: "true", needs: [first] }\n',
    );
    commandLine.write('outside.workflow.yaml', 'nodes:\n  part: { uses: inside.module.yaml }\n');
    const { stdout } = await commandLine.run('run', 'outside.workflow.yaml');
    const ended = stdout.split('\n').filter((line) => /^(Running|Succeeded) /.test(line));
    expect(ended[0]).toMatch(/^Running +part$/);
    expect(ended.slice(-2)).toEqual([
      expect.stringMatching(/^Succeeded +part\/last +[\d.]+ ?m?s$/),
      expect.stringMatching(/^Succeeded +part +[\d.]+ ?m?s$/),
    ]);
  });

  test('gives the run as one JSON value of the promised shape', async () => {
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/);
    const run = await commandLine.json<RunJson>('run', 'greet.workflow.yaml');
    expect(run).toMatchObject({
      id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
      name: expect.any(String),
      number: expect.any(Number),
      status: 'Completed',
      creationType: 'API',
      workflow: {
        path: join(commandLine.workspace, 'greet.workflow.yaml'),
        name: 'Greet',
        project: 'demo',
        workspace: commandLine.workspace,
      },
      versionId: (await commandLine.run('version-id', 'greet.workflow.yaml')).stdout.trim(),
      fleet: 'local',
      machines: [expect.any(String)],
      author: expect.any(String),
      createdAt: time,
      startedAt: time,
      endedAt: time,
      durationMs: expect.any(Number),
      message: null,
    });
    expect(run.nodes).toEqual([
      expect.objectContaining({
        id: 'greet',
        status: 'succeeded',
        startedAt: time,
        endedAt: time,
        exitCode: 0,
        machine: expect.any(String),
        ip: expect.any(String),
        attempt: 1,
        outputs: [expect.objectContaining({ name: 'text', kind: 'file' })],
      }),
    ]);
  });

  test('exits 1 for a run that is not Completed, and shows the reason', async () => {
    const { code, stdout } = await commandLine.run('run', 'fails.workflow.yaml');
    expect(code).toBe(1);
    expect(stdout).toMatch(/Failed +bad .*exit code 7 .*the reason/);
    expect(stdout).toMatch(/Skipped +after/);
    expect(stdout).toMatch(/Partial Success in .*\n$/);
  });

  test('returns at once with --detach, while the run goes on', async () => {
    const run = await commandLine.json<RunJson>('run', 'waits.workflow.yaml', '--detach');
    expect(['Pending', 'Running']).toContain(run.status);
    expect(await commandLine.json('stop', run.id, '--wait')).toMatchObject({ id: run.id, status: 'Stopped' });
  });

  test('starts nothing from a file with errors: exit 2, each error with its place', async () => {
    commandLine.write('broken.workflow.yaml', 'nodes:\n  a: { run: "true", needs: [b] }\n');
    const { code, stdout, stderr } = await commandLine.run('run', 'broken.workflow.yaml', '--json');
    expect(code).toBe(2);
    expect(stderr).toContain('broken.workflow.yaml:2:');
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ line: 2, severity: 'error' }] });
    expect(await commandLine.json('runs', '--workflow', 'broken.workflow.yaml')).toEqual([]);
  });
});

describe('--input', () => {
  test('overrides the defaults; a path is taken from the current folder', async () => {
    commandLine.write('cards/birthday.txt', 'many returns\n');
    const inputs = ['who=you=me', 'times=2.50', 'loud=true', 'card=cards/birthday.txt'];
    const run = await commandLine.json<RunJson>('run', 'greet.workflow.yaml', ...inputs.flatMap((i) => ['--input', i]));
    expect(run.status).toBe('Completed');
    expect((await commandLine.run('logs', run.id, 'greet')).stdout).toBe('hello you=me 2.50 true\n');
    expect(readFileSync(run.nodes[0]?.outputs[0]?.path ?? '', 'utf8')).toBe('many returns\n');
  });

  test.each([
    ['who', 'no value'],
    ['whom=you', 'no input whom: it has who, times, loud, card'],
    ['times=two', 'times is a number'],
    ['times=', 'times is a number'],
    ['loud=yes', 'loud is a boolean'],
    ['card=absent.txt', 'card is a file'],
    ['card=.', 'card is a file'],
  ])('%s is refused with a sentence that names it', async (input, reason) => {
    const { code, stderr } = await commandLine.run('run', 'greet.workflow.yaml', '--input', input);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
  });
});

describe('Ctrl+C', () => {
  test('stops the run and waits for its end', async () => {
    const run = commandLine.start('run', 'waits.workflow.yaml');
    await run.printed('Running');
    run.child.kill('SIGINT');
    const { code, stdout, stderr } = await run.ended;
    expect(code).toBe(1);
    expect(stderr).toContain('Ctrl+C again');
    expect(stdout).toMatch(/Stopped in .*\n$/);
  });

  test('a second time leaves the run to the engine, which stops it', async () => {
    // An engine that waits longer for the node than the test does.
    await commandLine.run('engine', 'stop');
    vi.stubEnv('RUNLENS_GRACE_MS', '30000');
    const stubborn = 'nodes:\n  wait:\n    run: trap \'\' TERM; until [ -e "$WORKSPACE/enough" ]; do sleep 0.1; done\n';
    commandLine.write('stubborn.workflow.yaml', stubborn);
    const run = commandLine.start('run', 'stubborn.workflow.yaml');
    await run.printed('Running');
    run.child.kill('SIGINT');
    await run.printed('Ctrl+C again', 'stderr');
    run.child.kill('SIGINT');
    expect(await run.ended).toMatchObject({ code: 130 });
    const [left] = await commandLine.json<RunJson[]>('runs', '--workflow', 'stubborn.workflow.yaml');
    expect(left?.status).toBe('Stopping');
    commandLine.write('enough', '');
    await commandLine.run('engine', 'stop');
    vi.unstubAllEnvs();
  });
});

test('a closed pipe ends the command quietly and leaves the run going', async () => {
  const gate = join(commandLine.workspace, 'gate');
  commandLine.write('piped.workflow.yaml', `nodes:\n  wait:\n    run: until [ -e ${gate} ]; do sleep 0.05; done\n`);
  const run = commandLine.start('run', 'piped.workflow.yaml');
  await run.printed('Running');
  run.child.stdout?.destroy();
  commandLine.write('gate', '');
  expect(await run.ended).toMatchObject({ code: 141, stderr: '' });
  const [left] = await commandLine.json<RunJson[]>('runs', '--workflow', 'piped.workflow.yaml');
  expect(left && nodeStatuses(left)).toEqual({ wait: 'succeeded' });
});
