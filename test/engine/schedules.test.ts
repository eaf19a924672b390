import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ScheduleTiming } from '../../src/model/schedule/schedule';
import { eachTestHasSchedules, nightly } from './testSchedules';

const current = eachTestHasSchedules('2027-03-26T12:00:00Z');

function cron(expression: string, timeZone = 'UTC'): ScheduleTiming {
  return { kind: 'cron', expression, timeZone };
}

/** A workflow whose run lasts until the file `go` is there. */
const untilGo = `nodes:\n  wait: { run: 'until [ -e "$WORKSPACE/go" ]; do sleep 0.02; done' }\n`;

describe('a schedule', () => {
  test('fires at its time of day, on the day without that time at the end of the gap', async () => {
    const { vault } = current;
    const { id } = await vault.create({ timing: cron('30 2 * * *', 'Europe/Berlin') });
    await vault.passUntil(id, '2027-03-29T12:00:00Z');
    expect(vault.times()).toEqual([
      '2027-03-27T01:30Z Completed',
      '2027-03-28T01:00Z Completed',
      '2027-03-29T00:30Z Completed',
      '2027-03-30T00:30Z Scheduled',
    ]);
    expect(vault.lines('evidence')).toEqual(
      vault
        .runs()
        .slice(0, 3)
        .map(({ id }) => id),
    );
  });

  test('fires once on the day that has its time of day twice', async () => {
    const { vault } = current;
    vault.clock.set('2027-10-30T12:00:00Z');
    const { id } = await vault.create({ timing: cron('30 2 * * *', 'Europe/Berlin') });
    await vault.passUntil(id, '2027-11-01T12:00:00Z');
    expect(vault.times()).toEqual([
      '2027-10-31T00:30Z Completed',
      '2027-11-01T01:30Z Completed',
      '2027-11-02T01:30Z Scheduled',
    ]);
    expect(vault.lines('evidence')).toHaveLength(2);
  });

  test('of every half hour fires each half hour of both days on which the clocks change', async () => {
    const { vault } = current;
    for (const night of ['2027-03-28T00:10:00Z', '2027-10-31T00:10:00Z']) {
      vault.clock.set(night);
      const { id } = await vault.create({ timing: cron('*/30 * * * *', 'Europe/Berlin') });
      await vault.passUntil(id, night.replace('00:10', '02:10'));
      vault.schedules.remove(id);
      const day = night.slice(0, 10);
      expect(
        vault
          .times()
          .filter((time) => time.startsWith(day))
          .map((time) => time.slice(11)),
      ).toEqual(['00:30Z Completed', '01:00Z Completed', '01:30Z Completed', '02:00Z Completed']);
    }
  });

  test('of a single time fires then, with what the file says then, and is over', async () => {
    const { vault } = current;
    const { id, runId } = await vault.create({
      timing: { kind: 'once', at: '2027-04-01T08:00:00+02:00' },
      name: 'April',
    });
    expect(vault.runs()).toMatchObject([
      { id: runId, name: 'April', status: 'Scheduled', creationType: 'Scheduled', hasSnapshot: false, versionId: '' },
    ]);
    vault.write(nightly, 'name: Renamed\nproject: later\nnodes:\n  other: { run: "true" }\n');
    await vault.passUntil(id, '2027-04-01T06:00:00Z');
    expect(vault.find(id)).toBeUndefined();
    expect(vault.runs()).toMatchObject([
      {
        id: runId,
        name: 'April',
        status: 'Completed',
        hasSnapshot: true,
        versionId: expect.stringMatching(/^[0-9a-f]{16,}$/),
        scheduledFor: '2027-04-01T06:00:00.000Z',
        workflow: { name: 'Renamed', project: 'later' },
      },
    ]);
  });

  test('fires once at a time that comes again, since the clock went back', async () => {
    const { vault } = current;
    const { id } = await vault.create({ timing: cron('0 13 * * *') });
    await vault.passUntil(id, '2027-03-26T13:00:30Z');
    vault.clock.set('2027-03-26T12:59:00Z');
    await vault.passUntil(id, '2027-03-26T13:30:00Z');
    expect(vault.times()).toEqual(['2027-03-26T13:00Z Completed', '2027-03-27T13:00Z Scheduled']);
  });
});

describe('a time that was missed', () => {
  test('is made up for once, however many were, when the schedule says so', async () => {
    const { vault } = current;
    const { id } = await vault.create({ timing: cron('30 2 * * *', 'Europe/Berlin'), missed: 'once' });
    vault.endEngine();
    vault.clock.set('2027-03-30T07:00:00Z');
    vault.startEngine();
    await vault.until(() => vault.lines('evidence').length > 0);
    await vault.settled();
    expect(vault.times()).toEqual(['2027-03-27T01:30Z Completed', '2027-03-31T00:30Z Scheduled']);
    expect(vault.find(id)?.note).toContain('27 Mar 2027, 02:30 (Europe/Berlin) was missed');
    await vault.passUntil(id, '2027-03-31T00:30:00Z');
    expect(vault.find(id)?.note).toBeNull();
    expect(vault.lines('evidence')).toHaveLength(2);
  });

  test('is left out when the schedule says so, which is told', async () => {
    const { vault } = current;
    const { id, runId } = await vault.create({ timing: cron('30 2 * * *', 'Europe/Berlin'), missed: 'skip' });
    vault.endEngine();
    vault.clock.set('2027-03-30T07:00:00Z');
    vault.startEngine();
    await vault.until(() => vault.find(id)?.nextAt === '2027-03-31T00:30:00.000Z');
    expect(vault.find(id)).toMatchObject({ runId, note: expect.stringContaining('was left out') });
    expect(vault.times()).toEqual(['2027-03-31T00:30Z Scheduled']);
    expect(vault.lines('evidence')).toEqual([]);
  });

  test('of a single time that is left out ends as Stopped with the reason', async () => {
    const { vault } = current;
    const { id } = await vault.create({ timing: { kind: 'once', at: '2027-03-27T00:00:00Z' }, missed: 'skip' });
    vault.endEngine();
    vault.clock.set('2027-03-27T09:00:00Z');
    vault.startEngine();
    await vault.until(() => vault.find(id) === undefined);
    expect(vault.runs()).toMatchObject([{ status: 'Stopped', message: expect.stringContaining('was missed') }]);
  });

  test('is none while one engine follows another, or the machine was busy for less than a minute', async () => {
    const { vault } = current;
    await vault.create({ timing: cron('0 13 * * *'), missed: 'skip' });
    vault.endEngine();
    vault.clock.set('2027-03-26T13:00:40Z');
    vault.startEngine();
    await vault.until(() => vault.lines('evidence').length > 0);
    await vault.settled();
    expect(vault.times()).toEqual(['2027-03-26T13:00Z Completed', '2027-03-27T13:00Z Scheduled']);
  });

  test('also while the machine slept with the engine on it', async () => {
    const { vault } = current;
    const { id } = await vault.create({ timing: cron('*/10 13 * * *'), missed: 'skip' });
    vault.clock.set('2027-03-26T13:45:00Z');
    await vault.until(() => vault.find(id)?.nextAt === '2027-03-26T13:50:00.000Z');
    expect(vault.lines('evidence')).toEqual([]);
  });

  test('does not keep the time that has just come from being run', async () => {
    const { vault } = current;
    const { id } = await vault.create({ timing: cron('*/10 * * * *'), missed: 'skip' });
    vault.endEngine();
    vault.clock.set('2027-03-26T14:00:05Z');
    vault.startEngine();
    await vault.until(() => vault.lines('evidence').length > 0);
    await vault.settled();
    expect(vault.times()).toEqual(['2027-03-26T14:00Z Completed', '2027-03-26T14:10Z Scheduled']);
    expect(vault.find(id)?.note).toContain('26 Mar 2027, 12:10 (UTC) was missed');
  });
});

describe('a schedule that is paused', () => {
  test('has no Scheduled run, and goes on with the next time from when it is resumed', async () => {
    const { vault } = current;
    const { id } = await vault.create({ timing: cron('0 13 * * *'), missed: 'once' });
    expect(vault.schedules.pause(id)).toMatchObject({ isPaused: true, nextAt: null, runId: null });
    expect(vault.runs()).toEqual([]);
    expect(vault.schedules.waiting).toBe(0);
    vault.endEngine();
    vault.startEngine();
    vault.clock.set('2027-03-29T18:00:00Z');
    expect(await vault.schedules.resume(id)).toMatchObject({ isPaused: false, nextAt: '2027-03-30T13:00:00.000Z' });
    expect(vault.times()).toEqual(['2027-03-30T13:00Z Scheduled']);
    await vault.passUntil(id, '2027-03-30T13:00:00Z');
    expect(vault.lines('evidence')).toHaveLength(1);
  });

  test('cannot be resumed once its only time has passed, or its file is gone', async () => {
    const { vault } = current;
    const once = await vault.create({ timing: { kind: 'once', at: '2027-03-27T00:00:00Z' } });
    vault.schedules.pause(once.id);
    vault.clock.set('2027-03-28T00:00:00Z');
    await expect(vault.schedules.resume(once.id)).rejects.toThrow('has passed');
    const daily = await vault.create({ timing: cron('0 13 * * *') });
    vault.schedules.pause(daily.id);
    vault.remove(nightly);
    await expect(vault.schedules.resume(daily.id)).rejects.toThrow(
      `no workflow file ${join(vault.workspace, nightly)}`,
    );
    expect(vault.find(daily.id)?.isPaused).toBe(true);
    expect(vault.runs()).toEqual([]);
  });
});

describe('when the run before is still active', () => {
  async function firstRunGoesOn(overlap: 'skip' | 'queue' | 'stop') {
    const { vault } = current;
    vault.write(nightly, untilGo);
    const { id } = await vault.create({ timing: cron('0 * * * *'), overlap });
    vault.clock.set('2027-03-26T13:00:00Z');
    await vault.until(() => vault.runs()[0]?.status === 'Running');
    vault.clock.set('2027-03-26T14:00:00Z');
    await vault.until(() => vault.find(id)?.nextAt === '2027-03-26T15:00:00.000Z');
    return id;
  }

  test('skip leaves the time out, and goes on with the one after the run has ended', async () => {
    const { vault } = current;
    const id = await firstRunGoesOn('skip');
    expect(vault.times()).toEqual(['2027-03-26T13:00Z Running', '2027-03-26T15:00Z Scheduled']);
    expect(vault.find(id)?.note).toBe(
      'Fri, 26 Mar 2027, 14:00 (UTC) was left out, since the run before was still active.',
    );
    vault.write('go', '');
    await vault.settled();
    await vault.passUntil(id, '2027-03-26T15:00:00Z');
    expect(vault.times()).toEqual([
      '2027-03-26T13:00Z Completed',
      '2027-03-26T15:00Z Completed',
      '2027-03-26T16:00Z Scheduled',
    ]);
    expect(vault.find(id)?.note).toBeNull();
  });

  test('queue has one run wait for its end, and no more than one', async () => {
    const { vault } = current;
    const id = await firstRunGoesOn('queue');
    expect(vault.runs()[1]).toMatchObject({
      status: 'Pending',
      message: 'Begins when the run "nightly #1" has ended.',
      startedAt: null,
    });
    vault.clock.set('2027-03-26T15:00:00Z');
    await vault.until(() => vault.find(id)?.nextAt === '2027-03-26T16:00:00.000Z');
    expect(vault.find(id)?.note).toContain('15:00 (UTC) was left out, since a run waited already');
    expect(vault.times()).toEqual([
      '2027-03-26T13:00Z Running',
      '2027-03-26T14:00Z Pending',
      '2027-03-26T16:00Z Scheduled',
    ]);
    vault.write('go', '');
    await vault.settled();
    const [first, second] = vault.runs();
    expect([first?.status, second?.status]).toEqual(['Completed', 'Completed']);
    expect(second?.startedAt && second.startedAt >= (first?.endedAt ?? '')).toBe(true);
    expect(second?.message).toBeNull();
  });

  test('a run that waits for it can be stopped, and never begins', async () => {
    const { vault } = current;
    await firstRunGoesOn('queue');
    const waits = vault.runs()[1]!;
    vault.stop(waits);
    await vault.until(() => vault.runs()[1]?.status === 'Stopped');
    expect(vault.runs()[1]).toMatchObject({ startedAt: null });
    expect(vault.runs()[0]?.status).toBe('Running');
    vault.write('go', '');
    await vault.settled();
    expect(vault.runs()[1]?.status).toBe('Stopped');
  });

  test('stop ends it, and the run of the time begins when nothing of it is left', async () => {
    const { vault } = current;
    await firstRunGoesOn('stop');
    await vault.until(() => vault.runs()[1]?.status === 'Running');
    const [first, second] = vault.runs();
    expect(first?.status).toBe('Stopped');
    expect(second?.startedAt && second.startedAt >= (first?.endedAt ?? '')).toBe(true);
    vault.write('go', '');
    await vault.settled();
    expect(vault.times()).toEqual([
      '2027-03-26T13:00Z Stopped',
      '2027-03-26T14:00Z Completed',
      '2027-03-26T15:00Z Scheduled',
    ]);
  });
});

describe('a workflow that cannot be run at its time', () => {
  test.each([
    ['gone', (file: string) => rmSync(file), 'There is no workflow file'],
    ['invalid', (file: string) => writeBroken(file), 'nightly.workflow.yaml, line 2'],
  ])('(%s) ends the run as Error with the reason, and the schedule goes on', async (_, spoil, reason) => {
    const { vault } = current;
    const { id, runId } = await vault.create({ timing: cron('0 13 * * *') });
    spoil(join(vault.workspace, nightly));
    await vault.passUntil(id, '2027-03-26T13:00:00Z');
    expect(vault.runs()[0]).toMatchObject({
      id: runId,
      status: 'Error',
      hasSnapshot: false,
      startedAt: null,
      message: expect.stringMatching(
        new RegExp(`^The run of Fri, 26 Mar 2027, 13:00 \\(UTC\\) could not start. .*${reason}`),
      ),
    });
    expect(vault.find(id)).toMatchObject({ lastRunId: runId, nextAt: '2027-03-27T13:00:00.000Z' });
    vault.write(nightly, 'nodes:\n  fine: { run: "true" }\n');
    await vault.passUntil(id, '2027-03-27T13:00:00Z');
    expect(vault.times()).toEqual([
      '2027-03-26T13:00Z Error',
      '2027-03-27T13:00Z Completed',
      '2027-03-28T13:00Z Scheduled',
    ]);
  });

  test('stops no run before it', async () => {
    const { vault } = current;
    vault.write(nightly, untilGo);
    const { id } = await vault.create({ timing: cron('0 * * * *'), overlap: 'stop' });
    vault.clock.set('2027-03-26T13:00:00Z');
    await vault.until(() => vault.runs()[0]?.status === 'Running');
    vault.remove(nightly);
    vault.clock.set('2027-03-26T14:00:00Z');
    await vault.until(() => vault.find(id)?.nextAt === '2027-03-26T15:00:00.000Z');
    expect(vault.times()).toEqual([
      '2027-03-26T13:00Z Running',
      '2027-03-26T14:00Z Error',
      '2027-03-26T15:00Z Scheduled',
    ]);
    vault.write('go', '');
    await vault.settled();
  });

  test('since an input became of another type, says which', async () => {
    const { vault } = current;
    vault.write(nightly, 'inputs: { depth: { type: string } }\nnodes:\n  a: { run: "true" }\n');
    const { id } = await vault.create({ timing: cron('0 13 * * *'), inputs: { depth: 'deep' } });
    vault.write(nightly, 'inputs: { depth: { type: number } }\nnodes:\n  a: { run: "true" }\n');
    await vault.passUntil(id, '2027-03-26T13:00:00Z');
    expect(vault.runs()[0]?.message).toContain('The input depth must be a number, and "deep" is none.');
  });
});

function writeBroken(file: string): void {
  current.vault.write(nightly, 'nodes:\n  a: { run: "true", needs: [b] }\n');
  expect(file).toContain(nightly);
}
