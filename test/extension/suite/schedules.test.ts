/** Schedules in VS Code: made by answering the steps, seen as rows, changed, paused, resumed, cancelled and removed. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds, extensionId } from '../../../src/extension/ids';
import { tellOfBrokenStart } from '../../../src/extension/schedules/startAtLogin';
import type { RunSummary } from '../../../src/model/run/run';
import type { Schedule } from '../../../src/model/schedule/schedule';
import { allowedActions } from '../../../src/model/run/actions';
import { runsOf } from '../../../src/model/run/query';
import { getRun, listRuns } from '../../../src/protocol/engine';
import { listSchedules, removeSchedule } from '../../../src/protocol/schedules';
import { answering, type Asked } from './answering';
import { api, eventually, World } from './editor-world';
import { steppingThrough, type Deed, type SeenPicker } from './steppingThrough';

const withInput = `name: Nightly words
inputs:
  level: { type: number, default: 1 }
nodes:
  say:
    inputs: { level: { from: inputs.level } }
    run: echo "level $level" > o.txt
    outputs: { o: o.txt }
`;

describe('Schedules', () => {
  let world: World;
  beforeEach(async () => {
    world = new World(await api());
    await world.open();
  });
  afterEach(async () => {
    for (const { id } of await schedules()) {
      await world.runlens.connection.send(removeSchedule, { scheduleId: id });
    }
    await world.end();
  });

  const schedules = async (): Promise<readonly Schedule[]> => {
    const question = { folders: null, workflowPath: world.workflow };
    return (await world.runlens.connection.send(listSchedules, question)).schedules;
  };
  const only = async (): Promise<Schedule> => {
    const [schedule, ...others] = await schedules();
    assert.ok(schedule, 'nothing is scheduled');
    assert.deepEqual(others, []);
    return schedule;
  };
  const waiting = async (): Promise<RunSummary> => {
    const { runId } = await only();
    assert.ok(runId, 'no run waits');
    return world.runlens.connection.send(getRun, { run: runId });
  };
  const runs = async (): Promise<readonly RunSummary[]> => {
    const question = { filter: runsOf(world.workflow), order: 'newest', limit: 20, after: null } as const;
    return (await world.runlens.connection.send(listRuns, question)).runs;
  };
  /** Does something with a command, and waits until the schedules of this window are as the engine's. */
  const command = async (
    id: string,
    target: unknown,
    deeds: readonly Deed[] = [],
    button?: string,
  ): Promise<Asked & { readonly seen: readonly SeenPicker[] }> => {
    let seen: readonly SeenPicker[] = [];
    let result: Asked = { told: [], refused: [], offered: [] };
    await answering({ button }, async (asked) => {
      seen = await steppingThrough(deeds, () => vscode.commands.executeCommand(id, target));
      result = asked;
    });
    return { ...result, seen };
  };
  const make = (...deeds: readonly Deed[]) => command(commandIds.scheduleWorkflow, world.uri, deeds);
  const makeNightly = () =>
    make({ type: '0 2 * * *', pick: 'Every day at 02:00' }, { pick: 'Run once' }, { pick: 'Skip' });
  const known = async (isThere: (schedule: Schedule | null) => boolean, id: string): Promise<void> => {
    await eventually(
      () => (isThere(world.runlens.schedules.current(id)) ? true : undefined),
      () => `the schedule ${id} as it should be`,
    );
  };

  it('are made by answering the steps; a cron is told in words with its next five times', async () => {
    const { seen, told } = await makeNightly();
    const [when, missed, overlap] = seen;
    assert.match(when?.rows[0] ?? '', /^Every day at 02:00 \| next 5 times \(.+\):$/);
    assert.equal(when?.rows.filter((row) => /^\w{3}, \d+ \w+ \d{4}, 02:00$/.test(row)).length, 5);
    assert.match(when?.rows.at(-1) ?? '', /^Time zone: /);
    assert.match(missed?.title ?? '', /\(2\/3\)$/);
    assert.match(overlap?.title ?? '', /\(3\/3\)$/);
    assert.match(told.join(), /^Scheduled: every day at 02:00, next in \d+ (h|min)\.$/);
    const schedule = await only();
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    assert.deepEqual(schedule.timing, { kind: 'cron', expression: '0 2 * * *', timeZone });
    assert.deepEqual([schedule.missed, schedule.overlap], ['once', 'skip']);
    const run = await waiting();
    assert.deepEqual([run.status, run.creationType, run.scheduledFor], ['Scheduled', 'Scheduled', schedule.nextAt]);
    assert.ok(
      ['runNow', 'changeSchedule', 'pauseSchedule', 'removeSchedule', 'stop'].every((action) => {
        return (allowedActions(run) as readonly string[]).includes(action);
      }),
    );
  });

  it('lose nothing on going back, and nothing is made on Escape', async () => {
    const { seen } = await make({ type: 'in 3 h', pick: 'Once' }, { back: true }, { pick: 'Once' }, { pick: 'Skip' });
    assert.equal(seen[2]?.value, 'in 3 h', 'what was typed is still there');
    assert.match(seen[1]?.title ?? '', /\(2\/2\)$/, 'a single time has no run before it');
    const { timing, missed } = await only();
    assert.deepEqual([timing.kind, missed], ['once', 'skip']);
    await make({ pick: 'Every hour' }, { escape: true });
    await only();
  });

  it('give their runs the inputs that were chosen, and Run Now starts one with them', async () => {
    writeFileSync(world.workflow, withInput);
    await world.shows('its node', ({ graph }) => graph?.nodes.some(({ id }) => id === 'say') ?? false);
    const { showQuickPick, showInputBox } = vscode.window;
    Object.assign(vscode.window, {
      showQuickPick: (items: readonly string[]) => Promise.resolve(items[0]),
      showInputBox: (options: vscode.InputBoxOptions) => {
        const problem = options.validateInput?.('high');
        assert.ok(typeof problem === 'string' && problem.includes('is no number'));
        return Promise.resolve('7');
      },
    });
    try {
      const deeds = [{ pick: 'Weekdays at 08:00' }, { pick: 'level' }, { pick: 'Continue' }, { pick: 'Skip' }];
      const { showQuickPick: pick, showInputBox: input } = vscode.window;
      const seen = await steppingThrough([...deeds, { pick: 'Queue' }], async () => {
        Object.assign(vscode.window, { showQuickPick: pick, showInputBox: input });
        await vscode.commands.executeCommand(commandIds.scheduleWorkflow, world.uri);
      });
      assert.match(seen[1]?.rows[1] ?? '', /^level \| 1 \(its default\)/);
      assert.match(seen[2]?.rows[1] ?? '', /^level \| 7/);
    } finally {
      Object.assign(vscode.window, { showQuickPick, showInputBox });
    }
    const { inputs, overlap, missed } = await only();
    assert.deepEqual([inputs, missed, overlap], [{ level: '7' }, 'skip', 'queue']);
    await command(commandIds.runNow, (await waiting()).id);
    const state = await world.shows('the run', ({ loaded }) => loaded?.run?.status === 'Completed');
    assert.equal(state.loaded?.run?.creationType, 'Manual');
    const { nodes } = await world.runlens.connection.send(getRun, { run: state.loaded?.run?.id ?? '' });
    assert.equal(readFileSync(nodes[0]?.outputs[0]?.path ?? '', 'utf8').trim(), 'level 7');
    await waiting();
  });

  it('save the file first, as Run does', async () => {
    await world.edit(world.workflow, 'Count them', 'Count all');
    await makeNightly();
    assert.match(readFileSync(world.workflow, 'utf8'), /Count all/);
  });

  it('become runs of creation type Scheduled at their time', async () => {
    await make({ type: 'in 2 s', pick: 'Once' }, { pick: 'Run once' });
    const ended = async (): Promise<RunSummary | undefined> => {
      return (await runs()).find(({ status }) => status === 'Completed');
    };
    let run: RunSummary | undefined;
    const subscription = world.runlens.connection.onRunsChanged(() => void ended().then((found) => (run ??= found)));
    await eventually(
      () => run,
      () => 'the run of the schedule',
    );
    subscription.dispose();
    assert.deepEqual([run?.creationType, run?.hasSnapshot], ['Scheduled', true]);
    assert.deepEqual(await schedules(), [], 'a single time is over then');
  });

  it('are refused with a sentence: a cron that is wrong or never fires, a time that has passed', async () => {
    const problem = async (text: string): Promise<string> => {
      const { seen } = await make({ type: text, pick: 'This is no schedule' }, { escape: true });
      return seen[0]?.rows.join(' ') ?? '';
    };
    assert.match(await problem('61 * * * *'), /The minute of the cron expression, "61", cannot be read/);
    assert.match(await problem('0 0 30 2 *'), /never comes due/);
    assert.match(await problem('2020-01-01 10:00'), /has passed/);
    assert.match(await problem('25:99'), /is no time/);
    assert.deepEqual(await schedules(), []);
  });

  it('are refused for a workflow with errors, before anything is asked', async () => {
    writeFileSync(world.workflow, 'nodes: { a: { run: x, needs: [gone] } }\n');
    await world.shows('the error', ({ graph }) => graph?.nodes.length === 1);
    const { told, seen } = await make();
    assert.match(told.join(), /has an error and was not started/);
    assert.deepEqual(seen, []);
  });

  it('can be changed, with what they were filled in', async () => {
    await makeNightly();
    const before = await only();
    const deeds = [{ pick: 'As it is' }, { pick: 'Skip' }, { pick: 'Stop the old' }];
    const { seen, told } = await command(commandIds.changeSchedule, before.runId, deeds);
    assert.match(seen[0]?.rows[0] ?? '', /^As it is \| every day at 02:00/);
    assert.match(seen[1]?.active.join() ?? '', /^Run once/);
    assert.match(told.join(), /^Schedule changed: every day at 02:00/);
    const after = await only();
    assert.deepEqual([after.id, after.missed, after.overlap], [before.id, 'skip', 'stop']);
    assert.deepEqual(after.timing, before.timing);
  });

  it('cannot be changed once the file is gone; the sentence says what to do', async () => {
    await makeNightly();
    const { runId } = await only();
    rmSync(world.workflow);
    const { told } = await command(commandIds.changeSchedule, runId);
    assert.match(
      told.join(),
      /is gone, so its schedule cannot be changed\. Bring the file back, or remove the schedule\./,
    );
    assert.ok(!existsSync(world.workflow));
  });

  it('that are paused have no row, stand in Manage Schedules…, and are resumed there while one looks on', async () => {
    await makeNightly();
    const { id, runId } = await only();
    await known((schedule) => schedule !== null, id);
    const { told } = await command(commandIds.pauseSchedule, runId);
    assert.match(told.join(), /The schedule of “Word count” is paused\./);
    assert.equal((await only()).isPaused, true);
    assert.deepEqual(await runs(), []);
    await known((schedule) => schedule?.isPaused === true, id);
    const listed = await command(commandIds.manageSchedules, undefined, [
      { button: ['Resume Schedule', 'Word count'] },
      { escape: true },
    ]);
    assert.match(listed.seen[0]?.rows.join() ?? '', /Word count \| every day at 02:00 \| Paused/);
    await known((schedule) => schedule?.isPaused === false, id);
    const again = await command(commandIds.manageSchedules, undefined, [{ escape: true }]);
    assert.match(again.seen[0]?.rows.join() ?? '', /Word count \| every day at 02:00 \| Next in/);
    assert.equal((await waiting()).status, 'Scheduled');
  });

  it('come back to the list after one was changed there', async () => {
    await makeNightly();
    const { id } = await only();
    await known((schedule) => schedule !== null, id);
    const { seen } = await command(commandIds.manageSchedules, undefined, [
      { button: ['Change Schedule…', 'Word count'] },
      { type: '0 5 * * *', pick: 'Every day at 05:00' },
      { pick: 'Run once' },
      { pick: 'Skip' },
      { escape: true },
    ]);
    assert.equal(seen.at(-1)?.title, 'Schedules');
    assert.match(seen.at(-1)?.rows.join() ?? '', /Word count \| every day at 05:00/);
  });

  it('show the row that waits, selected in the tree, once that is wished', async () => {
    const { workspaceRuns } = world.runlens;
    const selected = new Promise<string>((resolve) => {
      const listener = workspaceRuns.onDidChangeSelection(({ selection: [row] }) => {
        if (row?.kind !== 'run') return;
        listener.dispose();
        resolve(row.run.id);
      });
    });
    const deeds = [{ pick: 'Every hour' }, { pick: 'Run once' }, { pick: 'Skip' }];
    await command(commandIds.scheduleWorkflow, world.uri, deeds, 'Show');
    assert.equal(await selected, (await only()).runId);
  });

  it('leave one time out when it is cancelled, and go on with the next', async () => {
    await makeNightly();
    const before = await only();
    await command(commandIds.cancelTime, before.runId);
    const after = await only();
    assert.ok(Date.parse(after.nextAt ?? '') > Date.parse(before.nextAt ?? ''));
    const cancelled = await world.runlens.connection.send(getRun, { run: before.runId ?? '' });
    assert.equal(cancelled.status, 'Stopped');
    assert.equal((await waiting()).status, 'Scheduled');
  });

  it('go with their workflow when it is renamed in VS Code, and run it under its new name', async () => {
    await make({ type: 'in 2 h', pick: 'Once' }, { pick: 'Run once' });
    const { id, runId } = await only();
    const to = vscode.Uri.file(path.join(world.folder, 'renamed.workflow.yaml'));
    const renamed = new vscode.WorkspaceEdit();
    renamed.renameFile(world.uri, to);
    assert.ok(await vscode.workspace.applyEdit(renamed));
    await known((schedule) => schedule?.workflow.path === to.fsPath, id);
    const { workflow, status } = await world.runlens.connection.send(getRun, { run: runId ?? '' });
    assert.deepEqual([workflow.path, status], [to.fsPath, 'Scheduled']);
    await world.runlens.connection.send(removeSchedule, { scheduleId: id });
  });

  it('are removed after a question that names them, and not on Escape', async () => {
    await makeNightly();
    const { id, runId } = await only();
    const asked = await command(commandIds.removeSchedule, runId);
    assert.equal(asked.question, 'Remove the schedule of “Word count”?');
    assert.match(asked.detail ?? '', /It is set to run every day at 02:00\. Its runs so far stay\./);
    await only();
    await command(commandIds.removeSchedule, runId, [], 'Remove');
    assert.deepEqual(await schedules(), []);
    await known((schedule) => schedule === null, id);
  });

  it('show a Scheduled run in the live workflow, and say when it starts', async () => {
    await makeNightly();
    const run = await waiting();
    await world.runlens.editors.openRun(run);
    const { loaded, graph } = await world.shows('the run', (state) => state.loaded?.run?.id === run.id);
    assert.equal(loaded?.run?.scheduledFor, run.scheduledFor);
    assert.equal(loaded?.liveIsGone, false);
    assert.equal(graph?.nodes.length, 2);
  });
});

describe('Starting Runlens at login', () => {
  it('says which files are written and removed, and does nothing unless it is confirmed', async () => {
    const config = path.join(await homeOfTests(), 'config');
    const before = process.env['XDG_CONFIG_HOME'];
    process.env['XDG_CONFIG_HOME'] = config;
    const unit = path.join(config, 'systemd', 'user');
    const press = async (command: string, button?: string): Promise<Asked> => {
      let result: Asked = { told: [], refused: [], offered: [] };
      await answering({ button }, async (asked) => {
        await vscode.commands.executeCommand(command);
        result = asked;
      });
      return result;
    };
    try {
      const { question, detail } = await press(commandIds.startAtLogin);
      assert.equal(question, 'Start Runlens when you log in?');
      assert.match(detail ?? '', /config\/systemd\/user\/runlens-engine.*\.service/);
      assert.ok(!existsSync(unit), 'nothing is written before it is confirmed');
      await press(commandIds.startAtLogin, 'Write Files');
      assert.ok(existsSync(unit));
      const file = (detail ?? '').split('\n').find((line) => line.endsWith('.service')) ?? '';
      assert.match(readFileSync(file, 'utf8'), /ExecStart/);
      // An update of VS Code took the program away.
      rmSync((detail ?? '').split('\n').find((line) => line.endsWith('engine.js')) ?? '');
      await answering({ button: 'Mend' }, async ({ told }) => {
        await tellOfBrokenStart(extensionPath());
        assert.match(told.join(), /does not start when you log in any more: the program that was set for it is gone/);
        told.length = 0;
        await tellOfBrokenStart(extensionPath());
        assert.deepEqual(told, [], 'it is mended');
      });
      await press(commandIds.doNotStartAtLogin);
      assert.ok(existsSync(file));
      await press(commandIds.doNotStartAtLogin, 'Remove Files');
      assert.ok(!existsSync(file));
    } finally {
      if (before === undefined) delete process.env['XDG_CONFIG_HOME'];
      else process.env['XDG_CONFIG_HOME'] = before;
      rmSync(config, { recursive: true, force: true });
    }
  });

  function extensionPath(): string {
    return vscode.extensions.getExtension(extensionId)?.extensionPath ?? '';
  }

  async function homeOfTests(): Promise<string> {
    const client = await (await api()).connection.connect();
    return client.engine.home;
  }
});
