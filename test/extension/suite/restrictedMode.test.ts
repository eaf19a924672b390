/** Restricted Mode: what would start something, now or at its time, is refused with a sentence; what stops it is not. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/ids';
import { runsOf } from '../../../src/model/run/query';
import type { Schedule } from '../../../src/model/schedule/schedule';
import { listRuns } from '../../../src/protocol/engine';
import { listSchedules, removeSchedule } from '../../../src/protocol/schedules';
import { answering } from './answering';
import { api, eventually, World } from './editor-world';
import { steppingThrough, type Deed } from './steppingThrough';

describe('In Restricted Mode', () => {
  let world: World;
  let isTrusted: PropertyDescriptor | undefined;
  beforeEach(async () => {
    world = new World(await api());
    await world.open();
  });
  afterEach(async () => {
    if (isTrusted !== undefined) Object.defineProperty(vscode.workspace, 'isTrusted', isTrusted);
    for (const { id } of await schedulesNow()) await world.runlens.connection.send(removeSchedule, { scheduleId: id });
    await world.end();
  });

  const schedulesNow = async (): Promise<readonly Schedule[]> => {
    const question = { folders: null, workflowPath: world.workflow };
    return (await world.runlens.connection.send(listSchedules, question)).schedules;
  };
  const runsNow = async (): Promise<readonly string[]> => {
    const question = { filter: runsOf(world.workflow), order: 'newest', limit: 20, after: null } as const;
    const { runs } = await world.runlens.connection.send(listRuns, question);
    return runs.map(({ id, status }) => `${id} ${status}`);
  };
  const distrust = (): void => {
    isTrusted = Object.getOwnPropertyDescriptor(vscode.workspace, 'isTrusted');
    assert.ok(isTrusted);
    Object.defineProperty(vscode.workspace, 'isTrusted', { ...isTrusted, get: () => false });
  };
  const sentence = /in Restricted Mode, so nothing can be started\. Trust it/;

  it('nothing can be scheduled, changed, resumed or started, and each says why', async () => {
    const schedule = async (): Promise<Schedule> => {
      const [one] = await schedulesNow();
      assert.ok(one);
      return one;
    };
    const steps = [{ pick: 'Every hour' }, { pick: 'Run once' }, { pick: 'Skip' }];
    await answering({}, async () => {
      await steppingThrough(steps, () => vscode.commands.executeCommand(commandIds.scheduleWorkflow, world.uri));
    });
    const waiting = await schedule();
    const before = [await schedulesNow(), await runsNow()];
    distrust();
    for (const [command, target] of [
      [commandIds.scheduleWorkflow, world.uri],
      [commandIds.runWithInputs, world.uri],
      [commandIds.changeSchedule, waiting.runId],
      [commandIds.runNow, waiting.runId],
    ] as const) {
      await answering({}, async ({ told }) => {
        const pickers = await steppingThrough([], () => vscode.commands.executeCommand(command, target));
        assert.match(told.join(), sentence, command);
        assert.deepEqual(pickers, [], `${command} asks nothing that leads to nothing`);
      });
    }
    assert.deepEqual([await schedulesNow(), await runsNow()], before);

    // What stops something is allowed; what would start it again is not.
    await answering(
      {},
      async () => void (await vscode.commands.executeCommand(commandIds.pauseSchedule, waiting.runId)),
    );
    await eventually(
      () => (world.runlens.schedules.current(waiting.id)?.isPaused === true ? true : undefined),
      () => 'the schedule to be known as paused',
    );
    await answering({}, async ({ told }) => {
      const deeds: readonly Deed[] = [{ button: ['Resume Schedule', 'Word count'] }, { escape: true }];
      await steppingThrough(deeds, () => vscode.commands.executeCommand(commandIds.manageSchedules));
      assert.match(told.join(), sentence);
    });
    assert.equal((await schedule()).isPaused, true);
  });
});
