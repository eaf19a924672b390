import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { EngineConnection } from '../../../src/extension/engineConnection';
import { FollowedRun } from '../../../src/extension/runDetails/followedRun';
import type { RunSummary } from '../../../src/model/run/run';
import type { ShownRun } from '../../../src/model/run/shownRun';
import { deleteRun, renameRun, rerun } from '../../../src/protocol/engine';
import { api, World } from './editor-world';
import { eventually } from './runningParts';

describe('the run details', () => {
  let world: World;
  let run: RunSummary;
  before(async () => {
    world = new World(await api());
    await world.open();
    run = await world.run();
  });
  beforeEach(() => vscode.commands.executeCommand('runlens.viewDetails', run.id));
  after(() => world.end());

  /** Waits until the view shows a run as asked for. */
  async function shows(what: string, isShown: (shown: ShownRun) => boolean): Promise<ShownRun> {
    const { runDetails } = world.runlens;
    const look = (): ShownRun | undefined => {
      const { state } = runDetails;
      return state.kind === 'run' && isShown(state.shown) ? state.shown : undefined;
    };
    return eventually(runDetails.onDidChangeState, look, `${what}, in ${JSON.stringify(runDetails.state)}`);
  }
  const again = (): Promise<RunSummary> =>
    world.runlens.connection.send(rerun, {
      runId: run.id,
      part: { kind: 'all', inputs: null },
      creationType: 'API',
      environment: {},
    });

  it('hold every fact of a run, its nodes by their labels in the order of the file', async () => {
    const shown = await shows('all of the run', ({ version, machines, lineage }) => {
      return version.kind === 'same' && machines !== null && lineage !== null;
    });
    assert.equal(shown.run.id, run.id);
    assert.ok(!('nodes' in shown.run), 'the nodes go to the page twice');
    assert.equal(shown.run.status, 'Completed');
    const labelled = await shows('the labels', ({ nodes }) => nodes?.some(({ label }) => label !== null) ?? false);
    assert.deepEqual(
      labelled.nodes?.map(({ id, label, status }) => ({ id, label, status })),
      [
        { id: 'fetch', label: null, status: 'succeeded' },
        { id: 'count', label: 'Count them', status: 'succeeded' },
      ],
    );
    assert.deepEqual(
      shown.machines?.map(({ name }) => name),
      shown.run.machines,
    );
  });

  it('say whether the version is the live one, and follow the unsaved edits and their undoing', async () => {
    await shows('the same version', ({ version }) => version.kind === 'same');
    await world.edit(world.workflow, 'wc -w', 'wc -c');
    await shows('a changed workflow', ({ version }) => version.kind === 'changed');
    await world.edit(world.workflow, 'wc -c', 'wc -w');
    await shows('the same version again', ({ version }) => version.kind === 'same');
    await world.edit(world.workflow, 'count: [320, 0]', 'count: [400, 0]');
    await world.shows(
      'the moved node',
      ({ graph }) => graph?.nodes.some(({ position }) => position.x === 400) ?? false,
    );
    await shows('the same version although a node was moved', ({ version }) => version.kind === 'same');
    await world.edit(world.workflow, 'count: [400, 0]', 'count: [320, 0]');
    await (await world.document()).save();
  });

  it('tell of what runs the run again, and of its renaming', async () => {
    const second = await again();
    const { lineage } = await shows(
      'the run after',
      (shown) => shown.lineage?.reruns.some(({ id }) => id === second.id) ?? false,
    );
    assert.equal(lineage?.rerunOf, null);
    world.runlens.runDetails.choose(second);
    const after = await shows('the run before', (shown) => shown.run.id === second.id && shown.lineage !== null);
    assert.equal(after.lineage?.rerunOf?.id, run.id);
    await world.runlens.connection.send(renameRun, { runId: second.id, name: 'Once more' });
    await shows('the new name', (shown) => shown.run.name === 'Once more');
    await shows('its end', (shown) => shown.run.status === 'Completed');
  });

  it('show another run at once, and nothing of the one before', async () => {
    await shows('all of the run', ({ version }) => version.kind === 'same');
    const second = await again();
    world.runlens.runDetails.choose(second);
    const { state } = world.runlens.runDetails;
    assert.equal(state.kind === 'run' && state.shown.run.id, second.id);
    assert.equal(state.kind === 'run' && state.shown.nodes, null);
    await shows('its end', (shown) => shown.run.id === second.id && shown.run.status === 'Completed');
  });

  it('stay with what the user chose when an editor shows another run, and take an editor’s run when that is deleted', async () => {
    const { runDetails, connection } = world.runlens;
    const second = await again();
    runDetails.choose(second);
    await shows('the second run at its end', (shown) => shown.run.id === second.id && shown.run.status === 'Completed');
    runDetails.offer(run.id);
    await shows('the second run still', (shown) => shown.run.id === second.id);
    await connection.send(deleteRun, { runId: second.id });
    const deleted = await eventually(
      runDetails.onDidChangeState,
      () => (runDetails.state.kind === 'deleted' ? runDetails.state : undefined),
      'the deletion',
    );
    assert.deepEqual(deleted, { kind: 'deleted', name: second.name });
    runDetails.offer(run.id);
    await shows('the run of the editor', (shown) => shown.run.id === run.id);
  });

  it('follow nothing while nobody sees them, and are up to date when somebody does', async () => {
    const { runDetails, connection } = world.runlens;
    await shows('the run', (shown) => shown.nodes !== null);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await eventually(
      runDetails.onDidChangeState,
      () => (runDetails.state.kind === 'loading' ? true : undefined),
      'the end of the following',
    );
    let told = 0;
    const listener = runDetails.onDidChangeState(() => (told += 1));
    const renamed = new Promise<void>((resolve) => {
      const seen = connection.onRunsChanged(({ runs }) => {
        if (!runs.some(({ name }) => name === 'Renamed unseen')) return;
        seen.dispose();
        resolve();
      });
    });
    await connection.send(renameRun, { runId: run.id, name: 'Renamed unseen' });
    await renamed;
    assert.equal(told, 0);
    listener.dispose();
    await vscode.commands.executeCommand('runlens.runDetails.focus');
    await shows('the new name', (shown) => shown.run.name === 'Renamed unseen');
  });

  it('say why the engine cannot be reached, and show the run when a retry reaches it', async () => {
    const { editors, connection } = world.runlens;
    const { state } = connection;
    assert.equal(state.kind, 'ready');
    const log = vscode.window.createOutputChannel('Runlens tests', { log: true });
    const home = process.env['RUNLENS_HOME'];
    // A file stands where the vault should be.
    process.env['RUNLENS_HOME'] = world.script;
    const line = new EngineConnection({ engineFile: 'dist/engine.js', clientVersion: state.engine.version }, log);
    const { versions, expectations } = editors;
    const { schedules } = world.runlens;
    const followed = new FollowedRun(
      { id: run.id, known: run },
      { connection: line, log, expectations, schedules, ...versions },
    );
    try {
      const failed = await eventually(
        followed.onDidChange,
        () => (followed.state.kind === 'failed' ? followed.state : undefined),
        'the failure',
      );
      assert.match(failed.sentence, /fetch\.sh/);
      process.env['RUNLENS_HOME'] = home;
      await followed.read();
      assert.equal(followed.state.kind === 'run' && followed.state.shown.nodes?.length, 2);
    } finally {
      process.env['RUNLENS_HOME'] = home;
      followed.dispose();
      line.dispose();
      log.dispose();
    }
  });

  it('say that the workflow file is gone', async () => {
    await shows('the same version', ({ version }) => version.kind === 'same');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(world.workflow);
    await shows('the loss of the file', ({ version }) => version.kind === 'gone');
  });
});
