import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ScheduleSettings, ScheduleTiming } from '../../src/model/schedule/schedule';
import { eachTestHasSchedules, nightly } from './testSchedules';

const current = eachTestHasSchedules('2027-03-26T12:00:00Z');
const daily: ScheduleTiming = { kind: 'cron', expression: '0 13 * * *', timeZone: 'UTC' };

describe('making a schedule', () => {
  const withInputs = `inputs: { depth: { type: number }, list: { type: file } }\nnodes:\n  a: { run: "true" }\n`;

  test.each<[string, Partial<ScheduleSettings>, string]>([
    ['an hour that is none', { timing: { ...daily, expression: '0 24 * * *' } }, 'The hour of the cron expression'],
    ['a day that never comes', { timing: { ...daily, expression: '0 0 30 2 *' } }, 'never comes due'],
    ['a zone that nobody knows', { timing: { ...daily, timeZone: 'Mars/Olympus' } }, 'no time zone "Mars/Olympus"'],
    ['a time in the past', { timing: { kind: 'once', at: '2027-03-26T11:59:00Z' } }, 'has passed'],
    ['an input that the workflow does not have', { inputs: { width: '3' } }, 'The workflow has no input width'],
    ['an input of another type', { inputs: { depth: 'deep' } }, 'The input depth must be a number'],
    ['a path that is not absolute', { inputs: { list: 'a.txt' } }, 'must be absolute'],
    ['a fleet that is not there', { fleet: 'cloud' }, 'There is no fleet cloud'],
    ['a name without a character', { name: '  ' }, 'A run needs a name'],
  ])('with %s is refused with a sentence, and makes nothing', async (_, settings, sentence) => {
    const { vault } = current;
    vault.write(nightly, withInputs);
    await expect(vault.create({ timing: daily, ...settings })).rejects.toThrow(sentence);
    expect(vault.schedules.list(null, null)).toEqual([]);
    expect(vault.runs()).toEqual([]);
  });

  test('of a file that is not there, or has errors, is refused', async () => {
    const { vault } = current;
    await expect(vault.create({ timing: daily }, 'absent.workflow.yaml')).rejects.toThrow('no workflow file');
    vault.write('broken.workflow.yaml', 'nodes: [');
    await expect(vault.create({ timing: daily }, 'broken.workflow.yaml')).rejects.toThrow('broken.workflow.yaml, line');
    expect(vault.runs()).toEqual([]);
  });

  test('keeps what its runs are given, the defaults of the day of the run too', async () => {
    const { vault } = current;
    const workflow = (depth: number) =>
      `inputs: { depth: { type: number, default: ${depth} }, who: { type: string } }\nnodes:\n  a: { inputs: { d: { from: inputs.depth }, w: { from: inputs.who } }, run: 'echo "$d $w" >> "$WORKSPACE/evidence"' }\n`;
    vault.write(nightly, workflow(1));
    const { id } = await vault.create({ timing: daily, inputs: { who: 'me "and" $you' }, name: 'Deep' });
    await vault.passUntil(id, '2027-03-26T13:00:00Z');
    vault.write(nightly, workflow(2));
    await vault.passUntil(id, '2027-03-27T13:00:00Z');
    expect(vault.lines('evidence')).toEqual(['1 me "and" $you', '2 me "and" $you']);
    expect(vault.runs().map(({ name }) => name)).toEqual(['Deep', 'Deep', 'Deep']);
  });
});

describe('changing a schedule', () => {
  test('changes the run that waits, which stays the same row', async () => {
    const { vault } = current;
    const { id, runId, ...before } = await vault.create({ timing: daily });
    const changed = await vault.schedules.change(id, {
      ...before,
      timing: { kind: 'cron', expression: '15  18 * * 7', timeZone: 'Asia/Kathmandu' },
      name: 'Sundays',
      overlap: 'stop',
    });
    expect(changed).toMatchObject({ id, runId, overlap: 'stop', timing: { expression: '15 18 * * 7' } });
    expect(vault.runs()).toMatchObject([{ id: runId, name: 'Sundays', scheduledFor: '2027-03-28T12:30:00.000Z' }]);
    await vault.passUntil(id, '2027-03-28T12:30:00Z');
    expect(vault.times()).toEqual(['2027-03-28T12:30Z Completed', '2027-04-04T12:30Z Scheduled']);
  });

  test('to something wrong is refused, and all stays as it was', async () => {
    const { vault } = current;
    const before = await vault.create({ timing: daily });
    const timing: ScheduleTiming = { kind: 'once', at: '2027-03-26T11:00:00Z' };
    await expect(vault.schedules.change(before.id, { ...before, timing })).rejects.toThrow('has passed');
    await expect(vault.schedules.change(before.id, { ...before, inputs: { a: 'b' } })).rejects.toThrow('no input a');
    await expect(vault.schedules.change('01NOSUCH', before)).rejects.toThrow('There is no schedule 01NOSUCH');
    expect(vault.find(before.id)).toEqual(before);
  });

  test('leaves one that is paused paused', async () => {
    const { vault } = current;
    const { id, ...before } = await vault.create({ timing: daily });
    vault.schedules.pause(id);
    const timing: ScheduleTiming = { kind: 'once', at: '2027-03-26T18:00:00Z' };
    expect(await vault.schedules.change(id, { ...before, timing })).toMatchObject({ isPaused: true, nextAt: null });
    expect(vault.runs()).toEqual([]);
    expect(await vault.schedules.resume(id)).toMatchObject({ nextAt: '2027-03-26T18:00:00.000Z' });
  });

  test('while it fires has the new settings or the old, never half of each', async () => {
    const { vault } = current;
    const { id, ...before } = await vault.create({ timing: daily, name: 'Old' });
    vault.clock.set('2027-03-26T13:00:00Z');
    await vault.schedules.change(id, { ...before, name: 'New' });
    await vault.until(() => vault.find(id)?.nextAt === '2027-03-27T13:00:00.000Z');
    await vault.settled();
    expect(vault.times()).toEqual(['2027-03-26T13:00Z Completed', '2027-03-27T13:00Z Scheduled']);
    expect(vault.runs()[1]?.name).toBe('New');
    expect(vault.lines('evidence')).toHaveLength(1);
  });
});

describe('a Scheduled run', () => {
  test('that is stopped is left out, and the schedule goes on with the time after it', async () => {
    const { vault } = current;
    const { id } = await vault.create({ timing: daily });
    expect(vault.stop(vault.runs()[0]!)).toMatchObject({
      status: 'Stopped',
      scheduledFor: '2027-03-26T13:00:00.000Z',
      message: 'It was cancelled before its time.',
    });
    await vault.passUntil(id, '2027-03-27T13:00:00Z');
    expect(vault.times()).toEqual([
      '2027-03-26T13:00Z Stopped',
      '2027-03-27T13:00Z Completed',
      '2027-03-28T13:00Z Scheduled',
    ]);
  });

  test('of a single time that is stopped ends its schedule', async () => {
    const { vault } = current;
    const { id } = await vault.create({ timing: { kind: 'once', at: '2027-03-26T13:00:00Z' } });
    vault.stop(vault.runs()[0]!);
    expect(vault.find(id)).toBeUndefined();
    vault.clock.set('2027-03-26T13:00:00Z');
    expect(vault.times()).toEqual(['2027-03-26T13:00Z Stopped']);
  });

  test('that is stopped in the moment in which its time comes never begins', async () => {
    const { vault } = current;
    const { id } = await vault.create({ timing: daily });
    vault.clock.set('2027-03-26T13:00:00Z');
    // Its workflow is being read by now.
    vault.stop(vault.runs()[0]!);
    await vault.passUntil(id, '2027-03-27T13:00:00Z');
    expect(vault.times()).toEqual([
      '2027-03-26T13:00Z Stopped',
      '2027-03-27T13:00Z Completed',
      '2027-03-28T13:00Z Scheduled',
    ]);
    expect(vault.lines('evidence')).toHaveLength(1);
  });

  test('stands in lists by when it began, and keeps its id', async () => {
    const { vault } = current;
    const { id, runId } = await vault.create({ timing: daily });
    const later = await vault.create({ timing: { kind: 'once', at: '2027-03-26T12:30:00Z' } });
    expect(vault.runs().map((run) => run.id)).toEqual([runId, later.runId]);
    await vault.passUntil(later.id, '2027-03-26T12:30:00Z');
    await vault.passUntil(id, '2027-03-26T13:00:00Z');
    const [first, second, third] = vault.runs();
    expect([first?.name, second?.name, third?.name]).toEqual(['nightly #2', 'nightly #3', 'nightly #4']);
    expect([first?.id, second?.id]).toEqual([later.runId, runId]);
    expect(third?.status).toBe('Scheduled');
    expect(first && second && first.createdAt <= second.createdAt).toBe(true);
    vault.write('other.workflow.yaml', 'nodes:\n  a: { run: "true" }\n');
    const other = await vault.create({ timing: { kind: 'once', at: '2050-01-01T00:00:00Z' } }, 'other.workflow.yaml');
    vault.remove(nightly);
    await vault.passUntil(id, '2027-03-27T13:00:00Z');
    expect(vault.runs().map((run) => `${run.id} ${run.status}`)).toEqual([
      `${later.runId} Completed`,
      `${runId} Completed`,
      `${other.runId} Scheduled`,
      `${third?.id} Error`,
      expect.stringMatching(/ Scheduled$/),
    ]);
  });

  test('goes when its schedule is removed, also while that fires; runs that were made stay', async () => {
    const { vault } = current;
    const { id } = await vault.create({ timing: daily });
    await vault.passUntil(id, '2027-03-26T13:00:00Z');
    vault.clock.set('2027-03-27T13:00:00Z');
    vault.schedules.remove(id);
    expect(vault.schedules.list(null, null)).toEqual([]);
    await vault.settled();
    expect(vault.times()).toEqual(['2027-03-26T13:00Z Completed']);
    expect(() => vault.schedules.remove(id)).toThrow(`There is no schedule ${id}`);
  });
});

test('schedules go with their workflow to its new path, and are found by folder and file', async () => {
  const { vault } = current;
  const { id } = await vault.create({ timing: daily });
  renameSync(join(vault.workspace, nightly), join(vault.workspace, 'moved.workflow.yaml'));
  vault.move(nightly, 'moved.workflow.yaml');
  const path = join(vault.workspace, 'moved.workflow.yaml');
  expect(vault.schedules.list([vault.workspace], path)).toMatchObject([{ id, workflow: { path } }]);
  expect(vault.schedules.list([join(vault.workspace, 'other')], null)).toEqual([]);
  expect(vault.schedules.list(null, join(vault.workspace, nightly))).toEqual([]);
  await vault.passUntil(id, '2027-03-26T13:00:00Z');
  expect(vault.runs()).toMatchObject([
    { status: 'Completed', workflow: { path } },
    { status: 'Scheduled', workflow: { path } },
  ]);
});

test('many schedules of one time each begin a run of it, on time though they wait for their turn', async () => {
  const { vault } = current;
  const ids: string[] = [];
  for (let number = 0; number < 100; number++) {
    ids.push((await vault.create({ timing: daily, missed: 'skip' })).id);
  }
  vault.clock.set('2027-03-26T13:00:00Z');
  // The first are read; the others are looked at when it is long past.
  vault.clock.set('2027-03-26T13:20:00Z');
  await vault.until(() => ids.every((id) => vault.find(id)?.nextAt === '2027-03-27T13:00:00.000Z'));
  await vault.settled();
  const times = vault.times();
  expect(times.filter((time) => time === '2027-03-26T13:00Z Completed')).toHaveLength(100);
  expect(vault.lines('evidence')).toHaveLength(100);
});

test('a time that cannot be stored comes as soon as it can, as one that is on time', async () => {
  const { vault } = current;
  const { id } = await vault.create({ timing: daily, missed: 'skip' });
  vault.refuseWrites();
  const told = vault.told;
  vault.clock.set('2027-03-26T13:00:00Z');
  await vault.until(() => vault.told > told);
  expect(vault.times()).toEqual(['2027-03-26T13:00Z Scheduled']);
  vault.allowWrites();
  vault.clock.set('2027-03-26T13:30:00Z');
  await vault.until(() => vault.find(id)?.nextAt === '2027-03-27T13:00:00.000Z');
  await vault.settled();
  expect(vault.times()).toEqual(['2027-03-26T13:00Z Completed', '2027-03-27T13:00Z Scheduled']);
  expect(vault.lines('evidence')).toHaveLength(1);
});
