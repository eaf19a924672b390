/** What the system is told, so that it starts the engine at login, as the system reads it, whatever the paths. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loginServiceOf, type LoginService } from '../../src/engine/client/login/loginService';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'runlens-login-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const homes = [
  '/home/ada/.local/state/runlens',
  `/Users/Zoë O'Neil/my "100%" $runs & <more>`,
  '/tab\there/back\\slash',
];

function serviceOf(home: string, platform: NodeJS.Platform): LoginService {
  const service = loginServiceOf(home, `${home}/login/start-engine.sh`, { XDG_CONFIG_HOME: folder }, platform);
  if (service === null) throw new Error(`There is no service on ${platform}`);
  return service;
}

/** Reads a property list as its system does, or as Python does: JSON of it. Null where neither is there. */
function plistReader(): ((file: string) => unknown) | null {
  const script = 'import json, plistlib, sys; print(json.dumps(plistlib.load(open(sys.argv[1], "rb"))))';
  const readers: [string, (file: string) => string[]][] = [
    ['plutil', (file) => ['-convert', 'json', '-o', '-', file]],
    ['python3', (file) => ['-c', script, file]],
  ];
  const found = readers.find(([command]) => spawnSync(command, ['--help']).error === undefined);
  if (found === undefined) return null;
  const [command, args] = found;
  return (file) => {
    const read = spawnSync(command, args(file), { encoding: 'utf8' });
    expect(read).toMatchObject({ status: 0, stderr: '' });
    return JSON.parse(read.stdout) as unknown;
  };
}
const readPlist = plistReader();

describe('a launchd agent', () => {
  test.skipIf(readPlist === null).each(homes)('of the vault in %j starts its script once at login', (home) => {
    const { text, link } = serviceOf(home, 'darwin');
    const file = join(folder, 'agent.plist');
    writeFileSync(file, text);
    expect(readPlist?.(file)).toEqual({
      Label: expect.stringMatching(/^runlens\.engine-[0-9a-f]{8}$/),
      ProgramArguments: ['/bin/sh', `${home}/login/start-engine.sh`],
      RunAtLoad: true,
      AbandonProcessGroup: true,
      ProcessType: 'Background',
    });
    expect(link).toBeNull();
  });
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).error === undefined;

describe('a systemd user unit', () => {
  test.skipIf(!hasSystemd).each(homes)('of the vault in %j is one that systemd takes without a word', (home) => {
    const { file, text } = serviceOf(home, 'linux');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    const verified = spawnSync('systemd-analyze', ['--user', 'verify', file], {
      encoding: 'utf8',
      env: { ...process.env, XDG_RUNTIME_DIR: folder },
    });
    expect(verified).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  test('of each vault has a name of its own, and no path of another begins it', () => {
    const names = homes.map((home) => serviceOf(home, 'linux').file);
    expect(new Set(names).size).toBe(homes.length);
    expect(serviceOf(homes[1] ?? '', 'linux').text).toContain(
      `ExecStart=/bin/sh "/Users/Zoë O'Neil/my \\"100%%\\" $$runs & <more>/login/start-engine.sh"`,
    );
  });
});

test('other systems have no such start', () => {
  expect(loginServiceOf('/home/ada', '/home/ada/start.sh', {}, 'win32')).toBeNull();
});
