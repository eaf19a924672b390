import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launcherFor } from '../../../src/extension/terminal/launcher';

const oddName = `it's "a" $folder \`with\` spaces`;
const sayArguments = `console.log(JSON.stringify([process.env.ELECTRON_RUN_AS_NODE, ...process.argv.slice(2)]));`;

let folder: string;
let cliFile: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'runlens-launcher-')), oddName);
  mkdirSync(folder);
  cliFile = path.join(folder, 'cli.js');
  writeFileSync(cliFile, sayArguments);
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

/** Writes the launcher as VS Code's terminals find it. */
function write(executable: string): string {
  const file = path.join(folder, 'runlens');
  writeFileSync(file, launcherFor('linux', executable, cliFile).text);
  chmodSync(file, 0o755);
  return file;
}

describe('runlens in a terminal', () => {
  it('reaches the command line under any path, with its arguments as they were typed', () => {
    const executable = path.join(folder, 'code');
    symlinkSync(process.execPath, executable);
    const printed = execFileSync(write(executable), ['run', 'a b', '', '$HOME', '*', "'"], { encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(['1', 'run', 'a b', '', '$HOME', '*', "'"]);
  });

  it('falls back to a Node on the PATH when VS Code was updated since', () => {
    const env = { PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin` };
    const { stdout } = spawnSync(write('/nowhere/code'), ['runs'], { env, encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual(['1', 'runs']);
  });

  it('says what to do when VS Code or the extension is not there any more', () => {
    // The shell itself by its path, as there is nothing on the PATH.
    const without = spawnSync('/bin/sh', [write('/nowhere/code')], { env: { PATH: folder }, encoding: 'utf8' });
    expect(without).toMatchObject({ status: 3, stdout: '' });
    expect(without.stderr).toContain('VS Code was updated. Reload its window');
    rmSync(cliFile);
    const removed = spawnSync(write(process.execPath), [], { encoding: 'utf8' });
    expect(removed).toMatchObject({ status: 3, stdout: '' });
    expect(removed.stderr).toContain('the extension was updated or removed');
  });

  it('is a batch file on Windows, where % would name a variable', () => {
    const launcher = launcherFor('win32', 'C:\\100% Code\\Code.exe', 'c:/Users/Jo/ext/cli.js');
    expect(launcher.name).toBe('runlens.cmd');
    expect(launcher.text.split('\r\n')).toContain('"C:\\100%% Code\\Code.exe" "c:\\Users\\Jo\\ext\\cli.js" %*');
    expect(launcher.text).toContain('set ELECTRON_RUN_AS_NODE=1');
  });
});
