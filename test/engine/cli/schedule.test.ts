import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Schedule } from '../../../src/model/schedule/schedule';
import { CommandLine, type RunJson } from './commandLine';

let commandLine: CommandLine;
beforeEach(() => {
  commandLine = new CommandLine();
  commandLine.write(
    'audit.workflow.yaml',
    `name: Audit
inputs: { depth: { type: number, default: 1 }, list: { type: file } }
nodes:
  audit: { inputs: { depth: { from: inputs.depth } }, run: 'echo "$depth"' }
`,
  );
});
afterEach(async () => {
  await commandLine.dispose();
  vi.unstubAllEnvs();
});

const nightly = ['--cron', '30 2 * * 1-5', '--zone', 'Europe/Berlin'];

function add(...options: string[]): Promise<Schedule> {
  return commandLine.json<Schedule>('schedule', 'add', 'audit.workflow.yaml', ...options);
}

describe('schedule', () => {
  test('adds one, says when it comes in words with the next five times, and lists it', async () => {
    const said = await commandLine.run('schedule', 'add', 'audit.workflow.yaml', ...nightly, '--name', 'Night');
    expect(said).toMatchObject({ code: 0, stderr: '' });
    expect(said.stdout).toContain('Weekdays at 02:30 (Europe/Berlin)');
    expect(said.stdout.match(/, 02:30 \(Europe\/Berlin\)\n/g)).toHaveLength(5);
    const listed = await commandLine.json<Schedule[]>('schedule', 'list', '--workflow', 'audit.workflow.yaml');
    expect(listed).toEqual([
      {
        id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
        workflow: expect.objectContaining({ name: 'Audit', path: join(commandLine.workspace, 'audit.workflow.yaml') }),
        timing: { kind: 'cron', expression: '30 2 * * 1-5', timeZone: 'Europe/Berlin' },
        words: 'Weekdays at 02:30 (Europe/Berlin)',
        missed: 'once',
        overlap: 'skip',
        inputs: {},
        name: 'Night',
        fleet: null,
        author: expect.any(String),
        createdAt: expect.any(String),
        isPaused: false,
        nextAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT0[01]:30:00\.000Z$/),
        runId: expect.any(String),
        lastRunId: null,
        note: null,
      },
    ]);
    const [row] = await commandLine.json<RunJson[]>('runs');
    expect(row).toMatchObject({ id: listed[0]?.runId, name: 'Night', status: 'Scheduled', creationType: 'Scheduled' });
    expect((await commandLine.run('schedule', 'list')).stdout).toMatch(/^SCHEDULE .*\n.* Night\n$/);
  });

  test('runs a workflow file at its time, with its inputs', async () => {
    const { id, runId } = await add('--at', new Date(Date.now() + 3_000).toISOString(), '--input', 'depth=7');
    await vi.waitFor(
      async () => expect(await commandLine.json('show', runId ?? '')).toMatchObject({ status: 'Completed' }),
      { timeout: 60_000, interval: 200 },
    );
    expect((await commandLine.run('logs', runId ?? '', 'audit')).stdout).toBe('7\n');
    expect(await commandLine.json('show', runId ?? '')).toMatchObject({ scheduleId: id, creationType: 'Scheduled' });
    expect(await commandLine.json('schedule', 'list')).toEqual([]);
  });

  test('changes what is named, and leaves the rest', async () => {
    const { id } = await add(...nightly, '--input', 'depth=7', '--overlap', 'queue');
    const changed = await commandLine.json<Schedule>('schedule', 'change', id, '--zone', 'UTC', '--missed', 'skip');
    expect(changed).toMatchObject({
      id,
      timing: { expression: '30 2 * * 1-5', timeZone: 'UTC' },
      missed: 'skip',
      overlap: 'queue',
      inputs: { depth: '7' },
    });
    const soon = await commandLine.json<Schedule>('schedule', 'change', id, '--at', 'in 20 min');
    expect(Math.abs(Date.parse(soon.nextAt ?? '') - Date.now() - 20 * 60_000)).toBeLessThan(60_000);
    const once = await commandLine.json<Schedule>('schedule', 'change', id, '--at', '2050-01-31T02:30Z');
    expect(once).toMatchObject({ nextAt: '2050-01-31T02:30:00.000Z', missed: 'skip', inputs: { depth: '7' } });
  });

  test('pauses, resumes and removes one by the beginning of its id; stop cancels one time', async () => {
    const { id, runId, nextAt } = await add(...nightly);
    const start = id.slice(0, 20).toLowerCase();
    expect(await commandLine.json('schedule', 'show', start)).toMatchObject({ id, runId, nextAt });
    expect(
      (await commandLine.run('schedule', 'show', start)).stdout.match(/, 02:30 \(Europe\/Berlin\)\n/g),
    ).toHaveLength(5);
    expect(await commandLine.json('schedule', 'pause', start)).toMatchObject({ id, isPaused: true, nextAt: null });
    expect(await commandLine.json('runs')).toEqual([]);
    const resumed = await commandLine.json<Schedule>('schedule', 'resume', start);
    expect(resumed).toMatchObject({ isPaused: false, nextAt });
    expect(resumed.runId).not.toBe(runId);
    expect(await commandLine.json('stop', resumed.runId ?? '', '--wait')).toMatchObject({ status: 'Stopped' });
    const [left] = await commandLine.json<Schedule[]>('schedule', 'list');
    expect(left && nextAt && left.nextAt && left.nextAt > nextAt).toBe(true);
    expect(await commandLine.run('schedule', 'remove', start)).toMatchObject({ code: 0, stdout: `Removed ${id}.\n` });
    expect((await commandLine.json<RunJson[]>('runs')).map(({ status }) => status)).toEqual(['Stopped']);
    expect(await commandLine.run('schedule', 'list')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('Nothing is scheduled'),
    });
  });

  test.each([
    [['--cron', '30 25 * * *'], 'The hour of the cron expression, "25"'],
    [['--cron', '30 2 * *'], 'A cron expression has 5 fields'],
    [['--cron', '0 0 30 2 *'], 'never comes due'],
    [['--cron', '0 2 * * *', '--zone', 'Mars'], 'There is no time zone "Mars"'],
    [['--at', '2020-01-31T02:30'], 'has passed'],
    [['--at', '2050-02-30T02:30'], '"2050-02-30T02:30" is no time'],
    [['--at', 'tomorrow'], '"tomorrow" is no time'],
    [['--at', '25:00'], '"25:00" is no time'],
    [['--at', '14:30', '--cron', '0 2 * * *'], 'give one of them'],
    [['--at', '14:30', '--zone', 'Mars'], 'There is no time zone "Mars"'],
    [['--zone', 'UTC'], '--zone goes with --cron or --at'],
    [[], 'A schedule needs a time'],
    [['--cron', '0 2 * * *', '--input', 'depth=deep'], 'The input depth is a number'],
    [['--cron', '0 2 * * *', '--input', 'width=1'], 'no input width'],
    [['--cron', '0 2 * * *', '--input', 'list=absent.txt'], 'list is a file'],
    [['--cron', '0 2 * * *', '--overlap', 'both'], 'Allowed choices are skip, queue, stop'],
  ])('add %j is refused with a sentence, exit code 2', async (options, sentence) => {
    const { code, stdout, stderr } = await commandLine.run('schedule', 'add', 'audit.workflow.yaml', ...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    // Not even an engine was asked.
    expect(existsSync(join(commandLine.home, 'runs.db'))).toBe(false);
  });

  test('a file with errors, a file, a fleet and a schedule that are not there are refused, and nothing is made', async () => {
    commandLine.write('broken.workflow.yaml', 'nodes:\n  a: { run: "true", needs: [b] }\n');
    const broken = await commandLine.run('schedule', 'add', 'broken.workflow.yaml', ...nightly);
    expect(broken).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be scheduled') });
    expect(broken.stderr).toContain('broken.workflow.yaml:2:');
    expect(await commandLine.run('schedule', 'add', 'absent.workflow.yaml', ...nightly)).toMatchObject({ code: 2 });
    const elsewhere = await commandLine.run('schedule', 'add', 'audit.workflow.yaml', ...nightly, '--fleet', 'cloud');
    expect(elsewhere).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no fleet cloud') });
    expect(await commandLine.json('schedule', 'list')).toEqual([]);
    const unknown = await commandLine.run('schedule', 'pause', '01NOSUCH');
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no schedule 01NOSUCH') });
  });

  test('goes along when its workflow file was moved, and engine status counts it', async () => {
    const { id } = await add(...nightly);
    const path = join(commandLine.workspace, 'moved.workflow.yaml');
    renameSync(join(commandLine.workspace, 'audit.workflow.yaml'), path);
    await commandLine.run('move', 'audit.workflow.yaml', 'moved.workflow.yaml');
    expect(await commandLine.json('schedule', 'list')).toMatchObject([{ id, workflow: { path } }]);
    expect(await commandLine.json('engine', 'status')).toMatchObject({ schedules: 1, activeRuns: 0 });
    expect((await commandLine.run('engine', 'stop')).stderr).toContain('Nothing starts by itself until');
  });
});

describe('schedule login', () => {
  /** Nothing of the real home folder is touched. */
  function ownConfiguration(): string {
    const config = join(commandLine.folder, 'my "100%" $config');
    vi.stubEnv('HOME', join(commandLine.folder, 'user'));
    vi.stubEnv('XDG_CONFIG_HOME', config);
    vi.stubEnv('XDG_RUNTIME_DIR', commandLine.folder);
    return config;
  }

  interface LoginJson {
    readonly state: string;
    readonly files: readonly string[];
    readonly startNow: string;
  }

  test.runIf(process.platform === 'linux')(
    'on writes a user unit that systemd takes, and off removes all of it',
    async () => {
      const config = ownConfiguration();
      expect(await commandLine.json('schedule', 'login', 'status')).toMatchObject({ state: 'off' });
      const on = await commandLine.json<LoginJson>('schedule', 'login', 'on');
      expect(on.state).toBe('on');
      const unit = on.files.find((file) => file.startsWith(`${config}/systemd/user/runlens-engine`)) ?? '';
      expect(readFileSync(unit, 'utf8')).toContain('ExecStart=/bin/sh ');
      expect(on.files.some((file) => file.startsWith(`${config}/systemd/user/default.target.wants/`))).toBe(true);
      expect(on.startNow).toMatch(/^systemctl --user daemon-reload && systemctl --user enable --now runlens-engine-/);
      const verified = spawnSync('systemd-analyze', ['--user', 'verify', unit], { encoding: 'utf8' });
      if (verified.error === undefined) expect(verified).toMatchObject({ status: 0, stderr: '' });

      expect((await commandLine.run('schedule', 'login', 'status')).stdout).toContain(unit);
      const off = await commandLine.run('schedule', 'login', 'off');
      expect(off).toMatchObject({ code: 0, stderr: '' });
      expect(on.files.filter(existsSync)).toEqual([]);
      expect(existsSync(join(commandLine.folder, 'user'))).toBe(false);
    },
  );

  test.runIf(process.platform === 'linux')(
    'what it starts is an engine of the vault, which heeds its schedules',
    async () => {
      ownConfiguration();
      const { runId } = await add('--at', new Date(Date.now() + 4_000).toISOString());
      await commandLine.run('engine', 'stop');
      const { files } = await commandLine.json<LoginJson>('schedule', 'login', 'on');
      const script = files.find((file) => file.endsWith('.sh')) ?? '';
      expect(statSync(script).mode & 0o077).toBe(0);
      // As systemd starts it: with next to nothing in its environment.
      const started = spawnSync('setsid', ['--fork', '/bin/sh', script], {
        env: { PATH: '/usr/bin:/bin' },
        stdio: 'ignore',
      });
      expect(started.status).toBe(0);
      await vi.waitFor(
        async () => expect(await commandLine.json('engine', 'status')).toMatchObject({ pid: expect.any(Number) }),
        { timeout: 60_000, interval: 100 },
      );
      await vi.waitFor(
        async () => expect(await commandLine.json('show', runId ?? '')).toMatchObject({ status: 'Completed' }),
        { timeout: 60_000, interval: 200 },
      );
    },
  );

  test.runIf(process.platform === 'linux')('status says so when what it starts is gone', async () => {
    ownConfiguration();
    const { files } = await commandLine.json<LoginJson>('schedule', 'login', 'on');
    rmSync(files.find((file) => file.endsWith('engine.js')) ?? '');
    const { stdout } = await commandLine.run('schedule', 'login', 'status');
    expect(stdout).toContain('Broken');
    expect(stdout).toContain('runlens schedule login on');
  });

  test('a folder that cannot be written to is said in a sentence', async () => {
    const config = ownConfiguration();
    commandLine.write('in-the-way', '');
    renameSync(join(commandLine.workspace, 'in-the-way'), config);
    const { code, stderr } = await commandLine.run('schedule', 'login', 'on');
    expect(code).toBe(2);
    expect(stderr).toContain('could not be written');
  });
});
