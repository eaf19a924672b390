/** Design: "A rename or move made in VS Code carries the runs along; `runlens move` does it for others." */
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine, type RunJson } from './commandLine';

const text = 'nodes:\n  only:\n    run: echo done\n';
let commandLine: CommandLine;
beforeEach(() => {
  commandLine = new CommandLine();
});
afterEach(() => commandLine.dispose());

const inWorkspace = (path: string) => join(commandLine.workspace, path);
const runsOf = (path: string) => commandLine.json<RunJson[]>('runs', '--workflow', path);

describe('runlens move', () => {
  test('gives the runs of a moved workflow to its new place', async () => {
    commandLine.write('old.workflow.yaml', text);
    const first = await commandLine.json<RunJson>('run', 'old.workflow.yaml');
    const second = await commandLine.json<RunJson>('run', 'old.workflow.yaml');
    mkdirSync(inWorkspace('new'));
    renameSync(inWorkspace('old.workflow.yaml'), inWorkspace('new/name.workflow.yaml'));

    const { code, stdout } = await commandLine.run('move', 'old.workflow.yaml', 'new/name.workflow.yaml');
    expect({ code, stdout }).toEqual({ code: 0, stdout: `2 runs moved to ${inWorkspace('new/name.workflow.yaml')}\n` });
    expect((await runsOf('new/name.workflow.yaml')).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await runsOf('old.workflow.yaml')).toEqual([]);
    expect(await commandLine.json('rerun', first.id)).toMatchObject({ status: 'Completed' });
  });

  test('takes a folder into which a workflow was moved', async () => {
    commandLine.write('old.workflow.yaml', text);
    await commandLine.run('run', 'old.workflow.yaml');
    mkdirSync(inWorkspace('flows'));
    renameSync(inWorkspace('old.workflow.yaml'), inWorkspace('flows/old.workflow.yaml'));
    expect(await commandLine.json('move', 'old.workflow.yaml', 'flows')).toMatchObject({ runs: 1 });
  });

  test('gives the runs of every workflow of a moved folder to its new place, and leaves those that stayed', async () => {
    for (const name of ['a', 'deep/b', 'stays']) {
      commandLine.write(`old/${name}.workflow.yaml`, text);
      await commandLine.run('run', `old/${name}.workflow.yaml`);
    }
    mkdirSync(inWorkspace('new/deep'), { recursive: true });
    for (const name of ['a', 'deep/b']) {
      renameSync(inWorkspace(`old/${name}.workflow.yaml`), inWorkspace(`new/${name}.workflow.yaml`));
    }
    commandLine.write('new/stays.workflow.yaml', text);
    const answer = await commandLine.json<{ runs: number; moved: { to: string }[] }>('move', 'old', 'new');
    expect(answer.runs).toBe(2);
    expect(answer.moved.map(({ to }) => to).sort()).toEqual(
      ['new/a', 'new/deep/b'].map((name) => inWorkspace(`${name}.workflow.yaml`)),
    );
    expect(await runsOf('old/stays.workflow.yaml')).toHaveLength(1);
    expect(await runsOf('new/deep/b.workflow.yaml')).toHaveLength(1);
  });

  test('changes nothing, and says why, when the move cannot be', async () => {
    commandLine.write('old.workflow.yaml', text);
    commandLine.write('other.workflow.yaml', text);
    commandLine.write('notes.txt', '');
    await commandLine.run('run', 'old.workflow.yaml');
    const refusals = [
      [['old.workflow.yaml', 'other.workflow.yaml'], 'is still there, and its runs stay with it'],
      [['gone.workflow.yaml', 'nowhere.workflow.yaml'], 'There is no file'],
      [['gone.workflow.yaml', 'notes.txt'], 'is no workflow'],
      [['gone', 'nowhere'], 'There is no folder'],
    ] as const;
    for (const [args, sentence] of refusals) {
      const { code, stderr } = await commandLine.run('move', ...args);
      expect(code, stderr).toBe(2);
      expect(stderr).toContain(sentence);
    }
    expect(await runsOf('old.workflow.yaml')).toHaveLength(1);
  });

  test('says so when there was no run to move', async () => {
    commandLine.write('new.workflow.yaml', text);
    const { code, stdout, stderr } = await commandLine.run('move', 'old.workflow.yaml', 'new.workflow.yaml');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('No runs moved');
  });
});
