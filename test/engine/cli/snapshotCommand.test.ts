import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeNewFolder } from '../../../src/cli/newFolder';
import { CommandLine, type RunJson } from './commandLine';

const workflow = '# as it ran\nnodes:\n  only:\n    script: tools/say.sh\n';
const script = 'echo said\n';
let commandLine: CommandLine;
let run: RunJson;
beforeAll(async () => {
  commandLine = new CommandLine();
  const file = commandLine.write('flows/say.workflow.yaml', workflow);
  commandLine.write('flows/tools/say.sh', script);
  run = await commandLine.json('run', 'flows/say.workflow.yaml');
  // Docs: a past run stays truthful, also when its files are changed or gone.
  rmSync(file);
  commandLine.write('flows/tools/say.sh', 'echo something else\n');
});
afterAll(() => commandLine.dispose());

interface SnapshotJson {
  readonly id: string;
  readonly versionId: string;
  readonly entry: string;
  readonly files: Readonly<Record<string, string>>;
  readonly folder: string | null;
}
const files = { 'flows/say.workflow.yaml': workflow, 'flows/tools/say.sh': script };

describe('runlens snapshot', () => {
  test('lists the workflow and the script that ran', async () => {
    const { stdout } = await commandLine.run('snapshot', run.id);
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['KIND', 'SIZE', 'FILE'],
      ['workflow', `${workflow.length} B`, 'flows/say.workflow.yaml'],
      ['script', `${script.length} B`, 'flows/tools/say.sh'],
      [''],
    ]);
  });

  test('gives the exact texts as one JSON object', async () => {
    expect(await commandLine.json<SnapshotJson>('snapshot', run.id)).toEqual({
      id: run.id,
      versionId: run.versionId,
      entry: 'flows/say.workflow.yaml',
      files,
      folder: null,
    });
  });

  test('writes them into a new folder, from which the same version runs', async () => {
    const folder = join(commandLine.folder, 'a new/folder');
    const { stdout } = await commandLine.run('snapshot', run.id, '--output', folder);
    expect(stdout).toBe(`2 files of ${run.name} written to ${folder}\n`);
    for (const [path, text] of Object.entries(files)) expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
    expect(
      await commandLine.run('version-id', join(folder, 'flows/say.workflow.yaml'), '--workspace', folder),
    ).toMatchObject({ stdout: `${run.versionId}\n` });
    expect(readdirSync(join(commandLine.folder, 'a new'))).toEqual(['folder']);
  });

  test('overwrites nothing: not a folder, not a file, not a link', async () => {
    const file = commandLine.write('mine.txt', 'mine');
    const link = join(commandLine.workspace, 'link');
    symlinkSync(join(commandLine.folder, 'nowhere'), link);
    for (const there of ['flows', 'mine.txt', 'link']) {
      const { code, stderr } = await commandLine.run('snapshot', run.id, '--output', there);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: `${join(commandLine.workspace, there)} is there already: name a new folder.\n`,
      });
    }
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(existsSync(join(commandLine.folder, 'nowhere'))).toBe(false);
  });

  test.each(['../out.sh', '/out.sh', 'a/../../out.sh', 'C:\\out.sh', '..\\out.sh'])(
    'writes nothing at all when a file would escape the folder: %s',
    async (path) => {
      const folder = join(commandLine.folder, 'prison');
      await expect(writeNewFolder(folder, { 'in.sh': '', [path]: 'escaped' })).rejects.toThrow('nothing was written');
      expect(existsSync(folder)).toBe(false);
      expect(existsSync(join(commandLine.folder, 'out.sh'))).toBe(false);
    },
  );

  test('says why a folder cannot be written, and leaves nothing half done', async () => {
    writeFileSync(join(commandLine.folder, 'file'), '');
    const { code, stderr } = await commandLine.run(
      'snapshot',
      run.id,
      '--output',
      join(commandLine.folder, 'file/under'),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('could not be written');
    await expect(writeNewFolder(join(commandLine.folder, 'half'), { a: '', 'a/b': '' })).rejects.toThrow();
    expect(readdirSync(commandLine.folder).filter((name) => name.startsWith('half'))).toEqual([]);
  });
});

describe('runlens ips', () => {
  test('prints the address of the machine that the run used, alone on a line', async () => {
    const { code, stdout } = await commandLine.run('ips', run.id);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[0-9a-f.:]+\n$/);
    const json = await commandLine.json<{ machines: { name: string; ip: string }[]; ips: string[] }>('ips', run.id);
    expect(json).toMatchObject({ id: run.id, ips: [stdout.trim()] });
    expect(json.machines).toEqual([{ name: expect.stringMatching(/./), ip: stdout.trim() }]);
  });

  test('refuses a run that no machine has worked for', async () => {
    commandLine.write('busy.workflow.yaml', 'nodes:\n  only:\n    run: while :; do sleep 0.1; done\n');
    const names = Array.from({ length: 12 }, () => ['run', 'busy.workflow.yaml', '--detach']);
    const started: RunJson[] = [];
    for (const args of names) started.push(await commandLine.json<RunJson>(...args));
    const waiting = started.at(-1);
    const { code, stderr } = await commandLine.run('ips', waiting?.id ?? '');
    expect(code).toBe(2);
    expect(stderr).toContain('has used no machine so far');
  });
});
