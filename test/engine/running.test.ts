import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { engineErrors } from '../../src/protocol/engine';
import { eachTestHasAVault, nodeStatuses } from './testVault';

const current = eachTestHasAVault();

describe('a run', () => {
  test('hands outputs to the nodes behind and ends Completed', async () => {
    const run = await current.vault.run(`
nodes:
  first: { run: echo hello > said.txt, outputs: { said: said.txt } }
  second: { inputs: { said: { from: first.said } }, run: 'tr a-z A-Z < "$said" > loud.txt', outputs: { loud: loud.txt } }
`);
    expect(run.status).toBe('Completed');
    expect(run.message).toBeNull();
    expect(run.name).toBe('test #1');
    expect(run.durationMs).toBeGreaterThanOrEqual(0);
    const loud = run.nodes[1]!.outputs[0]!;
    expect(loud).toMatchObject({ name: 'loud', kind: 'file', size: 6 });
    expect(readFileSync(loud.path, 'utf8')).toBe('HELLO\n');
    expect(run.nodes[1]!.inputFiles).toEqual([
      {
        name: 'said',
        path: run.nodes[0]!.outputs[0]!.path,
        kind: 'file',
        size: 6,
        sha256: createHash('sha256').update('hello\n').digest('hex'),
      },
    ]);
  });

  test("gives a node the declared values, the client's seven variables, and nothing of the engine's own", async () => {
    process.env['RUNLENS_TEST_SECRET'] = 'of the engine';
    current.vault.write('data/list.txt', 'x');
    const run = await current.vault.run(
      `
inputs:
  level: { type: number, default: 1.10 }
  never: { type: string }
  list: { type: file, default: data/list.txt }
nodes:
  show:
    inputs:
      level: { from: inputs.level }
      never: { from: inputs.never }
      list: { from: inputs.list }
      version: 1.10
      code: 007
      quoted: "1.10"
      hostile: '$(touch pwned) ; "'
      beside: { file: data/list.txt }
    run: env -0 > env.txt
    outputs: { env: env.txt }
`,
      { environment: { PATH: process.env['PATH']!, HOME: '/nowhere', TZ: 'Asia/Tokyo', LD_PRELOAD: '/evil.so' } },
    );
    expect(run.status).toBe('Completed');
    const text = readFileSync(run.nodes[0]!.outputs[0]!.path, 'utf8');
    const seen = Object.fromEntries(
      text
        .split('\0')
        .filter(Boolean)
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    // The shell itself tells where it is.
    delete seen['PWD'];
    expect(seen).toEqual({
      PATH: process.env['PATH'],
      HOME: '/nowhere',
      TZ: 'Asia/Tokyo',
      level: '1.10',
      version: '1.10',
      code: '007',
      quoted: '1.10',
      hostile: '$(touch pwned) ; "',
      list: current.vault.path('data/list.txt'),
      beside: current.vault.path('data/list.txt'),
      WORKSPACE: current.vault.workspace,
      RUN_ID: run.id,
      NODE_ID: 'show',
      RUNLENS_ATTEMPT: '1',
    });
    expect(run.inputs.map((input) => input.name)).toEqual(['level', 'list']);
  });

  test('executes each shell, and a script exactly as it was when the run was started', async () => {
    current.vault.write(
      'tools/say.mjs',
      "import { writeFileSync } from 'node:fs';\nwriteFileSync('said.txt', 'first');\n",
    );
    const client = await current.vault.connect();
    const { id } = await current.vault.start(
      client,
      `
nodes:
  gate: { run: 'while [ ! -e "$WORKSPACE/go" ]; do sleep 0.05; done' }
  bash: { shell: bash, run: 'false | true' }
  python: { shell: python, run: 'import os; open("made", "w").write(os.environ["NODE_ID"])', outputs: { made: made } }
  script: { needs: [gate], shell: node, script: tools/say.mjs, outputs: { said: said.txt } }
`,
    );
    current.vault.write('tools/say.mjs', "throw new Error('changed meanwhile');\n");
    current.vault.write('go', '');
    const run = await current.vault.ended(client, id);
    expect(nodeStatuses(run)).toEqual({ gate: 'succeeded', bash: 'failed', python: 'succeeded', script: 'succeeded' });
    expect(readFileSync(run.nodes[3]!.outputs[0]!.path, 'utf8')).toBe('first');
  });

  test('with a failed branch ends as Partial Success, skips what needed it, and still runs what runs always', async () => {
    const run = await current.vault.run(`
nodes:
  good: { run: 'true' }
  bad: { run: 'echo >&2; echo "no such thing" >&2; exit 3', outputs: { found: found.txt } }
  behind: { needs: [bad], run: 'true' }
  report: { when: always, needs: [behind], inputs: { found: { from: bad.found } }, run: 'test -z "\${found+set}"' }
`);
    expect(run.status).toBe('Partial Success');
    expect(nodeStatuses(run)).toEqual({ good: 'succeeded', bad: 'failed', behind: 'skipped', report: 'succeeded' });
    expect(run.nodes[1]).toMatchObject({ exitCode: 3, message: 'no such thing' });
    expect(run.message).toBe('bad: no such thing');
  });

  test('ends Failed when no end node succeeded, a node that runs always not counting', async () => {
    const run = await current.vault.run(`
nodes:
  bad: { run: exit 7 }
  after: { needs: [bad], run: 'true' }
  report: { when: always, needs: [after], run: 'true' }
`);
    expect(run.status).toBe('Failed');
    expect(run.nodes[0]!.message).toBe('exit code 7');
  });

  test('tries a failing node as often as its retries say, each time in a fresh folder', async () => {
    const run = await current.vault.run(`
nodes:
  flaky:
    retries: 2
    run: |
      test ! -e mark
      touch mark
      echo x >> "$WORKSPACE/tries"
      test "$(wc -l < "$WORKSPACE/tries")" -eq 3
  hopeless: { retries: 1, run: 'echo y >> "$WORKSPACE/hopeless"; exit 1' }
`);
    expect(nodeStatuses(run)).toEqual({ flaky: 'succeeded', hopeless: 'failed' });
    expect(run.nodes.map((node) => node.attempt)).toEqual([3, 2]);
    expect(current.vault.lines('hopeless')).toHaveLength(2);
  });

  test('ends a node that takes longer than its timeout, with all it started', async () => {
    const run = await current.vault.run(`
nodes:
  slow: { timeout: 1s, run: 'sleep 61 & setsid sleep 62; true' }
`);
    expect(run.nodes[0]).toMatchObject({
      status: 'failed',
      message: 'The node slow took longer than its timeout of 1 s.',
    });
    expect(run.status).toBe('Failed');
    expect(current.vault.nodeProcesses()).toEqual([]);
  });

  test('fails a node that did not make a declared output, naming it', async () => {
    const run = await current.vault.run(`
nodes:
  lazy: { run: touch one, outputs: { one: one, other: sub/other.txt } }
`);
    expect(run.nodes[0]).toMatchObject({ status: 'failed', exitCode: 0 });
    expect(run.nodes[0]!.message).toContain('The output other is missing');
    expect(run.nodes[0]!.outputs.map((output) => output.name)).toEqual(['one']);
  });

  test('fails a node whose input file is not there before it begins', async () => {
    const run = await current.vault.run(`
nodes:
  reads: { retries: 3, inputs: { list: { file: missing.txt } }, run: touch "$WORKSPACE/began" }
`);
    expect(run.nodes[0]).toMatchObject({ status: 'failed', attempt: 0 });
    expect(run.nodes[0]!.message).toContain(`is ${current.vault.path('missing.txt')}, which does not exist`);
    expect(current.vault.lines('began')).toEqual([]);
  });

  test('ends as Error when the shell is not on the PATH of the client, naming shell and node', async () => {
    const bin = join(current.vault.workspace, 'bin');
    mkdirSync(bin);
    symlinkSync('/bin/sh', join(bin, 'sh'));
    const run = await current.vault.run(
      `
nodes:
  works: { run: 'true' }
  fancy: { shell: python, run: 'print(1)' }
`,
      { environment: { PATH: bin } },
    );
    expect(run.status).toBe('Error');
    expect(run.message).toMatch(/The node fancy needs python3 or python, which is not on the PATH/);
    expect(nodeStatuses(run)).toEqual({ works: 'succeeded', fancy: 'error' });
  });

  test('says of a failed node the first line of stderr, without what would work on a terminal', async () => {
    const run = await current.vault.run(
      `nodes: { a: { run: 'printf "\\033]0;title\\007\\033[31m50%%\\r100%%\\0 \\033[1mbroke\\033[0m\\nmore" >&2; exit 1' } }`,
    );
    expect(run.nodes[0]!.message).toBe('50% 100% broke');
  });

  test('names the signal when a node is killed from outside', async () => {
    const run = await current.vault.run(`
nodes:
  victim: { run: 'kill -9 $PPID; sleep 0.1' }
`);
    expect(run.nodes[0]).toMatchObject({ status: 'failed', message: 'The command was killed by SIGKILL.' });
  });

  test('executes no more nodes at once than the vault has slots, across runs', async () => {
    const client = await current.vault.connect();
    const body = 'echo + >> "$WORKSPACE/busy"; sleep 0.1; echo - >> "$WORKSPACE/busy"';
    const workflow = `nodes:\n${[1, 2, 3, 4].map((n) => `  n${n}: { run: '${body}' }\n`).join('')}`;
    const runs = [await current.vault.start(client, workflow), await current.vault.start(client, workflow)];
    for (const run of runs) expect((await current.vault.ended(client, run.id)).status).toBe('Completed');
    let busy = 0;
    const levels = current.vault.lines('busy').map((line) => (busy += line === '+' ? 1 : -1));
    expect(Math.max(...levels)).toBe(2);
  });
});

describe('a run is refused', () => {
  test('when the files on disk give another version than the one the user saw', async () => {
    const client = await current.vault.connect();
    const seen = await current.vault.start(client, 'nodes: { a: { run: echo 1 } }');
    await current.vault.ended(client, seen.id);
    await expect(
      current.vault.start(client, 'nodes: { a: { run: echo 2 } }', { versionId: seen.versionId }),
    ).rejects.toMatchObject({
      code: engineErrors.versionChanged,
      message: expect.stringContaining('was changed on disk'),
    });
    const moved = await current.vault.start(client, 'layout: { a: [5, 5] }\nnodes: { a: { run: echo 1 } }', {
      versionId: seen.versionId,
    });
    await current.vault.ended(client, moved.id);
  });

  test('when the workflow has errors, with the line of the first', async () => {
    await expect(current.vault.run('nodes:\n  a: { run: x, needs: [nobody] }\n')).rejects.toMatchObject({
      code: engineErrors.invalidWorkflow,
      message: expect.stringMatching(/^test\.workflow\.yaml, line 2: .*nobody/),
    });
  });

  test('when it asks for a fleet that is not there, or gives an input that is not there', async () => {
    await expect(current.vault.run('nodes: { a: { run: x } }', { fleet: 'moon' })).rejects.toThrow('no fleet moon');
    await expect(current.vault.run('nodes: { a: { run: x } }', { inputs: { b: '1' } })).rejects.toThrow('no input b');
  });

  test('when a script is a link that leads out of the workspace', async () => {
    writeFileSync(join(current.vault.folder, 'outside.sh'), 'true');
    symlinkSync(join(current.vault.folder, 'outside.sh'), join(current.vault.workspace, 'inside.sh'));
    await expect(current.vault.run('nodes: { a: { script: inside.sh } }')).rejects.toThrow(
      'leads out of the workspace',
    );
  });
});
