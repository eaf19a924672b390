/** Docs: "Recent Workflows, Started By, Project"; the terminal has the filters of the list page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CommandLine, type RunJson } from './commandLine';

const good = 'nodes:\n  only:\n    run: echo done\n';
let commandLine: CommandLine;
let build: RunJson;
let audit: RunJson;
let broken: RunJson;
beforeAll(async () => {
  commandLine = new CommandLine();
  commandLine.write('ci/build.workflow.yaml', good);
  commandLine.write('audit.workflow.yaml', `project: supply-chain\n${good}`);
  commandLine.write('broken.workflow.yaml', 'nodes:\n  only:\n    run: exit 3\n');
  build = await commandLine.json('run', 'ci/build.workflow.yaml', '--name', 'Nightly Build');
  audit = await commandLine.json('run', 'audit.workflow.yaml', '--name', '100%_sure');
  broken = await commandLine.json('run', 'broken.workflow.yaml');
});
afterAll(() => commandLine.dispose());

const ids = async (...args: string[]) => (await commandLine.json<RunJson[]>('runs', ...args)).map(({ id }) => id);

describe('runlens runs', () => {
  test('shows the runs of a tab', async () => {
    expect(await ids('--tab', 'completed')).toEqual([audit.id, build.id]);
    expect(await ids('--tab', 'Failed')).toEqual([broken.id]);
    expect(await ids('--tab', 'active')).toEqual([]);
    expect(await ids('--tab', 'all')).toEqual([broken.id, audit.id, build.id]);
  });

  test('shows the runs of several workflows, projects and people', async () => {
    expect(await ids('--workflow', 'audit.workflow.yaml', '--workflow', 'broken.workflow.yaml')).toEqual([
      broken.id,
      audit.id,
    ]);
    expect(await ids('--project', 'supply-chain')).toEqual([audit.id]);
    expect(await ids('--project', 'supply-chain', '--project', 'ci')).toEqual([audit.id, build.id]);
    const [{ author }] = await commandLine.json<[{ author: string }]>('runs', '--limit', '1');
    expect(await ids('--author', author)).toHaveLength(3);
    expect(await ids('--author', 'nobody')).toEqual([]);
  });

  test('finds a part of a name or of an id, in any case and with no character meaning another', async () => {
    expect(await ids('--text', 'nightly')).toEqual([build.id]);
    expect(await ids('--text', '%_s')).toEqual([audit.id]);
    expect(await ids('--text', '_')).toEqual([audit.id]);
    expect(await ids('--text', broken.id.slice(-6).toLowerCase())).toEqual([broken.id]);
    expect(await ids('--text', 'nowhere')).toEqual([]);
  });

  test('shows the runs of a time', async () => {
    expect(await ids('--since', 'today', '--until', 'today')).toHaveLength(3);
    expect(await ids('--since', '1h')).toHaveLength(3);
    expect(await ids('--until', '1h')).toEqual([]);
    expect(await ids('--until', 'yesterday')).toEqual([]);
  });

  test('takes all filters together', async () => {
    expect(await ids('--tab', 'completed', '--text', 'build', '--workspace', 'ci', '--since', '1h')).toEqual([
      build.id,
    ]);
    expect(await ids('--tab', 'failed', '--text', 'build')).toEqual([]);
  });

  test.each([
    [['--tab', 'done'], '"done" is none of All, Active, Completed, Failed, Stopped.'],
    [['--tab', 'all', '--status', 'failed'], 'cannot be used with'],
    [['--since', 'soon'], 'write a day'],
    [['--since', 'today', '--until', '7d'], '--since lies after --until'],
    [['--text', ' '], 'Write what to look for'],
    [['--workspace', 'nowhere'], 'check the path'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await commandLine.run('runs', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^[A-Z'"-].*\n$/);
    expect(stderr).toContain(sentence);
  });

  test('shows a name that would command the terminal as text, cut to its column', async () => {
    commandLine.write('evil.workflow.yaml', `name: "\\e[2J\\u202e${'long '.repeat(2000)}"\n${good}`);
    const evil = await commandLine.json<RunJson>('run', 'evil.workflow.yaml');
    // The run keeps its workflow's name in one line; what turns the direction is kept too, as names need it.
    expect(evil.name).toContain('\u202e');
    for (const command of [['runs'], ['show', evil.id]]) {
      const { stdout } = await commandLine.run(...command);
      expect(stdout).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
      expect(stdout).toContain('[2Jlong');
    }
    const { stdout } = await commandLine.run('runs');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(250);
  });
});
