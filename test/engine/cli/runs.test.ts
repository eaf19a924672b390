import { existsSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommandLine, type RunJson } from './commandLine';

let commandLine: CommandLine;
let first: RunJson;
let second: RunJson;
beforeAll(async () => {
  commandLine = new CommandLine();
  commandLine.write(
    'one.workflow.yaml',
    'nodes:\n  only:\n    run: echo from one > out.txt\n    outputs: { text: out.txt }\n',
  );
  commandLine.write('flows/two.workflow.yaml', 'nodes:\n  only:\n    run: exit 3\n');
  first = await commandLine.json('run', 'one.workflow.yaml');
  second = await commandLine.json('run', 'flows/two.workflow.yaml');
});
afterAll(() => commandLine.dispose());

describe('runs', () => {
  const ids = async (...args: string[]) => (await commandLine.json<RunJson[]>('runs', ...args)).map(({ id }) => id);

  test('lists every run of the vault, newest first', async () => {
    expect(await ids()).toEqual([second.id, first.id]);
    expect(await ids('--oldest')).toEqual([first.id, second.id]);
    expect(await ids('--limit', '1')).toEqual([second.id]);
    expect(await ids('--limit', '1', '--all')).toEqual([second.id, first.id]);
  });

  test('filters by status, workflow and folder', async () => {
    expect(await ids('--status', 'failed')).toEqual([second.id]);
    expect(await ids('--status', 'completed,FAILED')).toEqual([second.id, first.id]);
    expect(await ids('--status', 'partial-success', '--status', 'active')).toEqual([]);
    expect(await ids('--workflow', 'one.workflow.yaml')).toEqual([first.id]);
    expect(await ids('--workspace', 'flows')).toEqual([second.id]);
  });

  test('gives each run as show gives it', async () => {
    const [, listed] = await commandLine.json<RunJson[]>('runs');
    expect(listed).toEqual(await commandLine.json('show', first.id));
  });

  test('prints a line for each run, and says when there are more', async () => {
    const { stdout, stderr } = await commandLine.run('runs', '--limit', '1');
    expect(stdout.split('\n')).toEqual([expect.stringMatching(/^RUN +STATUS/), expect.stringContaining(second.id), '']);
    expect(stderr).toContain('more');
  });
});

describe('<run>', () => {
  test('can be a unique beginning of the id, in any command', async () => {
    const lengths = first.id.split('').map((_, index) => index + 1);
    const length = lengths.find((length) => !second.id.startsWith(first.id.slice(0, length)));
    const prefix = first.id.slice(0, length);
    expect(await commandLine.json('show', prefix)).toMatchObject({ id: first.id });
    expect(await commandLine.run('logs', prefix, 'only')).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(['show', 'stop', 'rerun', 'delete'])('%s refuses a beginning that two runs have', async (command) => {
    const { code, stdout, stderr } = await commandLine.run(command, first.id.slice(0, 2));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^[A-Z].*\n$/);
  });

  test('that is unknown is named in the sentence', async () => {
    const { code, stdout, stderr } = await commandLine.run('show', 'ZZZZ', '--json');
    expect(code).toBe(2);
    expect(stderr).toContain('ZZZZ');
    expect(JSON.parse(stdout)).toEqual({ error: stderr.trim() });
  });
});

test('show prints status, nodes and the path of each output', async () => {
  const { stdout } = await commandLine.run('show', first.id);
  const path = first.nodes[0]?.outputs[0]?.path ?? 'none';
  expect(stdout).toContain('Completed');
  expect(stdout).toMatch(/only +Succeeded/);
  expect(stdout).toContain(path);
  expect(existsSync(path)).toBe(true);
});

test('stop refuses a run that has ended', async () => {
  const { code, stderr } = await commandLine.run('stop', first.id);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^[A-Z].*\n$/);
});

test('rename gives the run another name, but not an empty one', async () => {
  expect(await commandLine.json('rename', first.id, 'The good one')).toMatchObject({
    id: first.id,
    name: 'The good one',
  });
  expect(await commandLine.json('show', first.id)).toMatchObject({ name: 'The good one' });
  expect(await commandLine.run('rename', first.id, ' ')).toMatchObject({ code: 2 });
});

test('rerun --from-failed --live runs what failed and what was mended, on the results that stand', async () => {
  const workflow = (last: string): string => `nodes:
  first: { run: echo one > o.txt, outputs: { o: o.txt } }
  last: { inputs: { o: { from: first.o } }, run: '${last}' }
`;
  const file = commandLine.write('part.workflow.yaml', workflow('exit 3'));
  const before = await commandLine.json<RunJson>('run', file);
  commandLine.write('part.workflow.yaml', workflow('cat "$o"'));
  const again = await commandLine.json<RunJson>('rerun', before.id, '--from-failed', '--live');
  expect(again).toMatchObject({
    status: 'Completed',
    rerunOf: before.id,
    nodes: [
      { id: 'first', reusedFrom: before.id },
      { id: 'last', reusedFrom: null, status: 'succeeded' },
    ],
  });
  const alone = await commandLine.run('rerun', before.id, '--live');
  expect(alone.code).toBe(2);
  expect(alone.stderr).toContain('--live goes with --from-failed or --from');
});

test('rerun --input changes the inputs that it names and keeps the others; what is no value starts nothing', async () => {
  commandLine.write(
    'inputs.workflow.yaml',
    `inputs:
  level: { type: number, default: 1 }
  note: { type: string }
  list: { type: file }
nodes:
  say: { inputs: { level: { from: inputs.level }, note: { from: inputs.note } }, run: echo "$level $note" > o, outputs: { o: o } }
`,
  );
  const before = await commandLine.json<RunJson>('run', 'inputs.workflow.yaml', '-i', 'level=2', '-i', 'note=kept');
  const again = await commandLine.json<RunJson>('rerun', before.id, '--input', 'level=3', '--name', 'With three');
  expect(again).toMatchObject({ status: 'Completed', name: 'With three', rerunOf: before.id });
  expect(readFileSync(again.nodes[0]?.outputs[0]?.path ?? '', 'utf8')).toBe('3 kept\n');
  for (const [input, why] of [
    ['level=high', 'The input level is a number, and "high" is none'],
    ['depth=1', 'no input depth: it has level, note, list'],
    ['list=gone.txt', 'The input list is a file'],
    ['level', 'has no value: write --input name=value'],
  ] as const) {
    const refused = await commandLine.run('rerun', before.id, '--input', input);
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain(why);
  }
  const part = await commandLine.run('rerun', before.id, '--from', 'say', '--input', 'level=3');
  expect(part.stderr).toContain('do not go with --from-failed or --from');
});

test('rerun names a result that is gone, --run-gone runs its node too, and show says what was taken over', async () => {
  commandLine.write(
    'gone.workflow.yaml',
    'nodes:\n  first: { run: echo x > o, outputs: { o: o } }\n  other: { run: "true" }\n  last: { needs: [first], run: exit 1 }\n',
  );
  const { stdout } = await commandLine.run('run', 'gone.workflow.yaml', '--json');
  const before = JSON.parse(stdout) as RunJson;
  rmSync(before.nodes[0]?.outputs[0]?.path ?? '');
  const refused = await commandLine.run('rerun', before.id, '--from-failed');
  expect(refused.stderr).toMatch(/the output o \(.*\) of the node first.*--run-gone/);
  const again = await commandLine.run('rerun', before.id, '--from-failed', '--run-gone', '--json');
  const run = JSON.parse(again.stdout) as RunJson;
  expect((await commandLine.run('show', run.id)).stdout).toMatch(
    new RegExp(`other +Succeeded .*taken over from ${before.id}`),
  );
});

test('rerun executes the same version again, also when the file has gone', async () => {
  const file = commandLine.write('gone.workflow.yaml', 'nodes:\n  only:\n    run: echo once more\n');
  const before = await commandLine.json<RunJson>('run', 'gone.workflow.yaml');
  rmSync(file);
  const again = await commandLine.json<RunJson>('rerun', before.id);
  expect(again).toMatchObject({
    status: 'Completed',
    versionId: before.versionId,
    rerunOf: before.id,
    creationType: 'API',
  });
  expect(again.id).not.toBe(before.id);
  expect((await commandLine.run('logs', again.id, 'only')).stdout).toBe('once more\n');
});

test('delete removes an ended run with its files, and refuses one that is active', async () => {
  commandLine.write(
    'deleted.workflow.yaml',
    'nodes:\n  only:\n    run: echo > out.txt\n    outputs: { text: out.txt }\n',
  );
  const run = await commandLine.json<RunJson>('run', 'deleted.workflow.yaml');
  expect(await commandLine.json('delete', run.id)).toMatchObject({ id: run.id, deleted: true });
  expect(await commandLine.run('show', run.id)).toMatchObject({ code: 2 });
  expect(existsSync(run.nodes[0]?.outputs[0]?.path ?? '')).toBe(false);

  commandLine.write('active.workflow.yaml', 'nodes:\n  only:\n    run: while :; do sleep 0.1; done\n');
  const active = await commandLine.json<RunJson>('run', 'active.workflow.yaml', '--detach');
  expect(await commandLine.run('delete', active.id)).toMatchObject({ code: 2 });
  expect(await commandLine.json('stop', active.id, '--wait')).toMatchObject({ status: 'Stopped' });
});
