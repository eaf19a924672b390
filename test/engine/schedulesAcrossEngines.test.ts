/** Schedules of real engine processes that hand over, are killed, and end when idle. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { nodeEnvironment, type EngineClient } from '../../src/engine/client/client';
import { everyRun } from '../../src/model/run/query';
import type { RunSummary } from '../../src/model/run/run';
import type { Schedule, ScheduleSettings } from '../../src/model/schedule/schedule';
import { getRun, listRuns, stopRun } from '../../src/protocol/engine';
import { createSchedule, listSchedules } from '../../src/protocol/schedules';
import { eachTestHasAVault, engineFile, killAll, testVersion, waitFor } from './testVault';

const current = eachTestHasAVault();
/** For a busy machine. */
const longestWaitMs = 60_000;

function schedule(client: EngineClient, settings: Pick<ScheduleSettings, 'timing'> & Partial<ScheduleSettings>) {
  const { vault } = current;
  return client.send(createSchedule, {
    workflowPath: vault.path('test.workflow.yaml'),
    workspace: vault.workspace,
    settings: { missed: 'skip', overlap: 'skip', inputs: {}, name: null, fleet: null, ...settings },
    environment: nodeEnvironment(process.env),
  });
}

async function allRuns(client: EngineClient): Promise<RunSummary[]> {
  const page = { filter: everyRun, order: 'oldest' as const, limit: 500, after: null };
  return (await client.send(listRuns, page)).runs;
}

/** Forty schedules of one time each, one after the other from `firstInMs` on, a twentieth of a second apart. */
async function fortyTimes(client: EngineClient, firstInMs: number): Promise<readonly Schedule[]> {
  current.vault.write('test.workflow.yaml', `nodes:\n  a: { run: 'echo "$RUN_ID" >> "$WORKSPACE/evidence"' }\n`);
  const first = Date.now() + firstInMs;
  return Promise.all(
    Array.from({ length: 40 }, (_, number) =>
      schedule(client, { timing: { kind: 'once', at: new Date(first + number * 50).toISOString() } }),
    ),
  );
}

/** Each of the times made one run, which ran once to its end; no schedule is left. */
async function expectEachOnce(client: EngineClient, schedules: readonly Schedule[]): Promise<void> {
  const { vault } = current;
  for (const { runId } of schedules) await vault.ended(client, runId ?? '');
  const runs = await allRuns(client);
  expect(runs.map(({ id }) => id).toSorted()).toEqual(schedules.map(({ runId }) => runId ?? '').toSorted());
  expect(runs.filter(({ status }) => status !== 'Completed')).toEqual([]);
  expect(vault.lines('evidence').toSorted()).toEqual(runs.map(({ id }) => id).toSorted());
  expect(await client.send(listSchedules, { folders: null, workflowPath: null })).toEqual({ schedules: [] });
}

describe('each time comes exactly once', () => {
  test('while engines hand over at the due second', async () => {
    const { vault } = current;
    const newer = ['1.0.1', '1.0.2', '1.0.3', '1.0.4'];
    await Promise.all([testVersion, ...newer].map(engineFile));
    let client = await vault.connect();
    const schedules = await fortyTimes(client, 4_000);
    for (const [number, version] of newer.entries()) {
      await waitFor(() => vault.lines('evidence').length >= 4 + number * 8, longestWaitMs);
      client = await vault.connect(version);
    }
    await expectEachOnce(client, schedules);
  });

  test('while engines are killed', async () => {
    const { vault } = current;
    let client = await vault.connect();
    const schedules = await fortyTimes(client, 4_000);
    for (let kills = 0; kills < 5; kills++) {
      await waitFor(() => vault.lines('evidence').length >= 4 + kills * 7, longestWaitMs);
      await killAll([client.engine.pid]);
      client = await vault.connect();
    }
    await expectEachOnce(client, schedules);
  });
});

test('an engine that nobody is connected to stays for a schedule, and ends when nothing is scheduled any more', async () => {
  const { vault } = current;
  process.env['RUNLENS_IDLE_MS'] = '100';
  try {
    vault.write('test.workflow.yaml', `nodes:\n  a: { run: 'echo ran >> "$WORKSPACE/evidence"' }\n`);
    const client = await vault.connect();
    await schedule(client, { timing: { kind: 'once', at: new Date(Date.now() + 2_000).toISOString() } });
    client.dispose();
    await waitFor(() => vault.lines('evidence').length === 1, longestWaitMs);
    await waitFor(() => vault.engines().length === 0, longestWaitMs);
  } finally {
    delete process.env['RUNLENS_IDLE_MS'];
  }
});

test('a client hears of each change of a schedule, and stops a Scheduled run through the engine', async () => {
  const { vault } = current;
  vault.write('test.workflow.yaml', 'nodes:\n  a: { run: "true" }\n');
  const client = await vault.connect();
  const told: string[] = [];
  client.onSchedulesChanged(({ schedules, deleted }) => {
    told.push(...schedules.map(({ id, nextAt }) => `${id} ${nextAt}`), ...deleted.map((id) => `${id} over`));
  });
  const { id, runId, nextAt } = await schedule(client, { timing: { kind: 'once', at: '2050-01-01T00:00:00Z' } });
  expect(await client.send(stopRun, { runId: runId ?? '' })).toMatchObject({ status: 'Stopped', startedAt: null });
  await waitFor(() => told.length === 2);
  expect(told).toEqual([`${id} ${nextAt}`, `${id} over`]);
});

describe('on an engine whose clock is another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runlens-clock-'));
  const shift = join(folder, 'clock.cjs');
  writeFileSync(
    shift,
    `const offset = Number(process.env.CLOCK_OFFSET_MS), real = Date;
     globalThis.Date = class extends real {
       constructor(...given) { given.length === 0 ? super(real.now() + offset) : super(...given); }
       static now() { return real.now() + offset; }
     };`,
  );
  /** Engines that are started from now on have the time go on from `time`. */
  const clockFrom = (time: string): void => {
    process.env['NODE_OPTIONS'] = `--require ${shift}`;
    process.env['CLOCK_OFFSET_MS'] = String(Date.parse(time) - Date.now());
  };
  afterEach(() => {
    delete process.env['NODE_OPTIONS'];
    delete process.env['CLOCK_OFFSET_MS'];
    rmSync(folder, { recursive: true, force: true });
  });

  test('a run that waits for the one before it still does so after the engine was killed', async () => {
    const { vault } = current;
    const statuses = async (client: EngineClient) => (await allRuns(client)).map(({ status }) => status);
    vault.write(
      'test.workflow.yaml',
      `nodes:\n  a: { run: 'echo begin >> "$WORKSPACE/evidence"; until [ -e "$WORKSPACE/go" ]; do sleep 0.05; done; echo end >> "$WORKSPACE/evidence"' }\n`,
    );
    clockFrom('2050-03-01T12:59:58Z');
    let client = await vault.connect();
    const { runId } = await schedule(client, {
      timing: { kind: 'cron', expression: '* 13 * * *', timeZone: 'UTC' },
      overlap: 'queue',
    });
    await vault.until(client, runId ?? '', ({ status }) => status === 'Running');
    await killAll([client.engine.pid]);

    clockFrom('2050-03-01T13:01:01Z');
    client = await vault.connect();
    const waiting = (await allRuns(client))[1]?.id ?? '';
    await vault.until(client, waiting, ({ status }) => status === 'Pending');
    await killAll([client.engine.pid]);

    clockFrom('2050-03-01T13:01:05Z');
    client = await vault.connect();
    expect(await statuses(client)).toEqual(['Running', 'Pending', 'Scheduled']);
    expect((await client.send(getRun, { run: waiting })).message).toContain('has ended');
    vault.write('go', '');
    await vault.ended(client, waiting);
    expect((await statuses(client)).slice(0, 2)).toEqual(['Completed', 'Completed']);
    expect(vault.lines('evidence')).toEqual(['begin', 'end', 'begin', 'end']);
  });
});
