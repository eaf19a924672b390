import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommandLine } from './commandLine';

const broken = 'nodes:\n  first:\n    run: echo\n    needs: [second]\n';
const good = 'nodes:\n  first:\n    run: echo\n';

let commandLine: CommandLine;
beforeAll(() => {
  commandLine = new CommandLine();
});
afterAll(() => commandLine.dispose());

describe('check', () => {
  test('names each problem with its file, line and column, and exits 1', async () => {
    commandLine.write('broken.workflow.yaml', broken);
    const { code, stdout } = await commandLine.run('check', 'broken.workflow.yaml');
    expect(stdout).toMatch(/^broken\.workflow\.yaml:4:13: error: .*second.*\n$/);
    expect(code).toBe(1);
  });

  test('gives an array with --json, lines and columns from 1', async () => {
    const file = commandLine.write('broken.workflow.yaml', broken);
    const problems = await commandLine.json('check', 'broken.workflow.yaml');
    expect(problems).toEqual([
      expect.objectContaining({ file, line: 4, column: 13, severity: 'error', nodeId: 'first' }),
    ]);
  });

  test('finds a good file good: exit 0, an empty array', async () => {
    commandLine.write('good.workflow.yaml', good);
    expect(await commandLine.run('check', 'good.workflow.yaml')).toMatchObject({ code: 0, stdout: '' });
    expect(await commandLine.json('check', 'good.workflow.yaml')).toEqual([]);
  });

  test('says a sentence, and no stack, of a file that is not there', async () => {
    const { code, stdout, stderr } = await commandLine.run('check', 'absent.workflow.yaml', '--json');
    expect(code).toBe(2);
    expect(stderr).toBe(`There is no file ${join(commandLine.workspace, 'absent.workflow.yaml')}: check the path.\n`);
    expect(JSON.parse(stdout)).toEqual({ error: stderr.trim() });
  });

  test('reports text that is no YAML as a problem of that text', async () => {
    commandLine.write('torn.workflow.yaml', 'nodes: [');
    const { code, stdout, stderr } = await commandLine.run('check', 'torn.workflow.yaml');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^torn\.workflow\.yaml:1:\d+: error: /);
    expect(stderr).toBe('');
  });
});

test('a script that a link takes from outside of the workspace is refused with a sentence', async () => {
  const outside = join(commandLine.folder, 'outside.sh');
  writeFileSync(outside, 'true\n');
  symlinkSync(outside, join(commandLine.workspace, 'linked.sh'));
  commandLine.write('linked.workflow.yaml', 'nodes:\n  first:\n    script: linked.sh\n');
  const { code, stderr } = await commandLine.run('check', 'linked.workflow.yaml');
  expect(code).toBe(2);
  expect(stderr).toContain(outside);
});

describe('version-id', () => {
  test('prints the id alone, the same for a change that decides nothing', async () => {
    commandLine.write('good.workflow.yaml', good);
    const before = await commandLine.run('version-id', 'good.workflow.yaml');
    commandLine.write('good.workflow.yaml', `# a comment\n${good}layout:\n  first: [10, 20]\n`);
    const after = await commandLine.run('version-id', 'good.workflow.yaml');
    expect(before.stdout).toMatch(/^[0-9a-f]{64}\n$/);
    expect(after.stdout).toBe(before.stdout);
  });

  test('exits 2 for a file with errors, and names them', async () => {
    commandLine.write('broken.workflow.yaml', broken);
    const { code, stdout, stderr } = await commandLine.run('version-id', 'broken.workflow.yaml');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('broken.workflow.yaml:4:13: error: ');
  });
});

describe('the workspace of a file', () => {
  const withScript = 'nodes:\n  first:\n    script: ../tools/first.sh\n';

  test('is the nearest folder above with .vscode or .git', async () => {
    commandLine.write('tools/first.sh', 'true\n');
    commandLine.write('flows/first.workflow.yaml', withScript);
    expect(await commandLine.json('check', 'flows/first.workflow.yaml')).toEqual([]);
    mkdirSync(join(commandLine.workspace, 'flows', '.git'));
    expect(await commandLine.json('check', 'flows/first.workflow.yaml')).not.toEqual([]);
  });

  test('is the one that --workspace names, which must hold the file', async () => {
    commandLine.write('tools/first.sh', 'true\n');
    commandLine.write('flows/first.workflow.yaml', withScript);
    const check = (workspace: string) =>
      commandLine.run('check', 'flows/first.workflow.yaml', '--workspace', workspace);
    expect(await check('.')).toMatchObject({ code: 0 });
    expect(await check('flows')).toMatchObject({ code: 1 });
    expect(await check('tools')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('wrong usage', () => {
  test.each([
    [['chekc']],
    [['run']],
    [['runs', '--status', 'Sleeping']],
    [['runs', '--limit', 'many']],
    [['runs', '--unknown']],
  ])('%j gets one line and exit 2, and starts nothing', async (args) => {
    const { code, stdout, stderr } = await commandLine.run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^[A-Z].*\n$/);
    expect(await commandLine.json('engine', 'status')).toMatchObject({ pid: null });
  });
});
