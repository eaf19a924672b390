import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import type { RunSummary } from '../../../src/model/run/run';
import { deleteRun } from '../../../src/protocol/engine';
import { snapshotUri } from '../../../src/extension/snapshots/snapshotUri';
import { answerQuestions, api, takeUndo, eventually, scriptText, workflowText, World } from './editor-world';

const changedScript = 'echo "one two three four" > words.txt\n';

describe('a run in the workflow editor', () => {
  let world: World;
  let run: RunSummary;
  beforeEach(async () => {
    world = new World(await api());
    await world.open();
    run = await world.run();
  });
  afterEach(() => world.end());

  const restore = (): Promise<void> => world.runlens.editors.restore(run.id);
  const reopen = async (): Promise<void> => {
    await world.runlens.editors.backToEditor();
    assert.equal(world.state().loaded, null);
    await world.runlens.editors.openRun(run);
  };

  it('is started from the editor, and lies over the live workflow with the status of each node', async () => {
    const { loaded, nodeRuns, file } = world.state();
    assert.equal(run.status, 'Completed');
    assert.equal(run.creationType, 'Manual');
    assert.deepEqual(loaded?.mode, { kind: 'overlay', reachedBy: 'loading', showing: 'live' });
    assert.equal(loaded?.pill, 'Viewing run');
    assert.equal(loaded.versionsDiffer, false);
    assert.equal(file.readOnly, null);
    // They are as large as the workflow, and go to the page once: beside the run, not in it too.
    assert.ok(loaded.run !== null && !('nodes' in loaded.run), 'the banner is told of every node');
    await world.shows('both nodes done', (state) => state.nodeRuns.every(({ status }) => status === 'succeeded'));
    assert.deepEqual(nodeRuns.map(({ id }) => id).sort(), ['count', 'fetch']);
    assert.equal((await world.document()).isDirty, false);
  });

  it('saves what is unsaved in workflow and scripts before it starts', async () => {
    await world.edit(world.workflow, 'wc -w', 'wc -c');
    await world.edit(world.script, scriptText, changedScript);
    const second = await world.run();
    assert.equal(second.status, 'Completed');
    assert.equal(readFileSync(world.script, 'utf8'), changedScript);
    assert.match(readFileSync(world.workflow, 'utf8'), /wc -c/);
    assert.notEqual(second.versionId, run.versionId);
  });

  it('stays an overlay of the same version when a node was moved', async () => {
    await world.edit(world.workflow, 'count: [320, 0]', 'count: [400, 80]');
    await world.shows(
      'the new position',
      ({ graph }) => graph?.nodes.some(({ position }) => position.x === 400) ?? false,
    );
    await reopen();
    const { loaded } = await world.shows('the overlay', (state) => state.loaded?.mode.kind === 'overlay');
    assert.equal(loaded?.versionsDiffer, false);
  });

  it('marks edited nodes and those after them under the overlay, without a change of mode', async () => {
    await world.edit(world.script, scriptText, changedScript);
    const { loaded, stale, file } = await world.shows('stale nodes', (state) => state.stale.length > 0);
    assert.deepEqual(stale, ['fetch', 'count']);
    assert.equal(loaded?.mode.kind, 'overlay');
    assert.equal(loaded.versionsDiffer, true);
    assert.equal(loaded.differences.length, 1);
    assert.equal(file.readOnly, null);
  });

  it('opens as a read-only snapshot when a script changed since', async () => {
    await world.edit(world.script, scriptText, changedScript);
    await world.shows('the difference', (state) => state.loaded?.versionsDiffer === true);
    await reopen();
    const { loaded, file } = await world.shows('the snapshot', (state) => state.loaded?.mode.kind === 'snapshot');
    assert.equal(loaded?.versionsDiffer, true);
    assert.match(file.readOnly ?? '', /version that the run executed/);
    assert.equal((await world.document()).isDirty, false);
  });

  it('is restored byte for byte, and undo takes the Restore back', async () => {
    await world.edit(world.workflow, 'wc -w', 'wc -c');
    await world.shows('the difference', (state) => state.loaded?.versionsDiffer === true);
    await reopen();
    await world.shows('the snapshot', (state) => state.loaded?.mode.kind === 'snapshot');
    await restore();
    const { loaded } = await world.shows('the overlay', (state) => state.loaded?.mode.kind === 'overlay');
    assert.deepEqual(loaded?.mode, { kind: 'overlay', reachedBy: 'equality', showing: 'live' });
    assert.equal((await world.document()).getText(), workflowText);
    await vscode.commands.executeCommand('undo');
    await world.shows('the snapshot again', (state) => state.loaded?.mode.kind === 'snapshot');
    assert.match((await world.document()).getText(), /wc -c/);
  });

  it('is opened from its snapshot when the file is gone, and Restore creates the file again', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(world.folder, { recursive: true });
    await world.runlens.editors.openRun(run);
    const active = world.runlens.editors.active();
    assert.equal(active?.uri.scheme, 'runlens-run');
    const snapshot = active.uri;
    const { loaded, file, graph } = await world.shows(
      'the snapshot',
      (state) => state.loaded?.mode.kind === 'snapshot',
      snapshot,
    );
    assert.equal(loaded?.liveIsGone, true);
    assert.equal(loaded.versionsDiffer, true);
    assert.notEqual(file.readOnly, null);
    assert.equal(graph?.nodes.length, 2);

    const user = answerQuestions('Restore');
    await restore().finally(() => user.restore());
    assert.match(user.asked.join(), /words\.workflow\.yaml \(is created\)[^]*fetch\.sh \(is created\)/);
    const restored = await world.shows('the live overlay', (state) => state.loaded?.mode.kind === 'overlay');
    assert.equal(restored.loaded?.run?.id, run.id);
    assert.equal(readFileSync(world.workflow, 'utf8'), workflowText);
    assert.equal(readFileSync(world.script, 'utf8'), scriptText);
    assert.equal(world.runlens.editors.stateOf(snapshot), undefined);
  });

  it('shows its snapshot while the file is gone under the open editor, and Restore brings both back', async () => {
    rmSync(world.workflow);
    const { loaded, file } = await world.shows('the snapshot', (state) => state.loaded?.mode.kind === 'snapshot');
    assert.equal(loaded?.liveIsGone, true);
    assert.notEqual(file.readOnly, null);
    await restore();
    await world.shows('the overlay', (state) => state.loaded?.mode.kind === 'overlay');
    assert.equal(readFileSync(world.workflow, 'utf8'), workflowText);
  });

  it('is the snapshot again when the Undo that Restore offers is taken', async () => {
    await world.edit(world.script, scriptText, changedScript);
    await world.shows('the difference', (state) => state.loaded?.versionsDiffer === true);
    await reopen();
    await world.shows('the snapshot', (state) => state.loaded?.mode.kind === 'snapshot');
    const undo = takeUndo();
    const user = answerQuestions('Restore');
    await restore().finally(() => user.restore());
    await world.shows('the overlay', (state) => state.loaded?.mode.kind === 'overlay');
    undo.take();
    await world
      .shows('the snapshot again', (state) => state.loaded?.mode.kind === 'snapshot')
      .finally(() => undo.restore());
    assert.equal((await world.document(world.script)).getText(), changedScript);
  });

  it('asks before a Restore touches scripts, and does nothing when the answer is no', async () => {
    await world.edit(world.script, scriptText, changedScript);
    await world.shows('the difference', (state) => state.loaded?.versionsDiffer === true);
    const user = answerQuestions('');
    await restore().finally(() => user.restore());
    assert.match(user.asked.join(), /fetch\.sh/);
    assert.equal((await world.document(world.script)).getText(), changedScript);
  });

  it('restores scripts with the workflow, once the user agreed', async () => {
    await world.edit(world.script, scriptText, changedScript);
    await world.edit(world.workflow, 'wc -w', 'wc -c');
    await world.shows('the difference', ({ loaded }) => loaded?.differences.length === 2);
    const user = answerQuestions('Restore');
    await restore().finally(() => user.restore());
    await world.shows('equal versions', ({ loaded }) => loaded?.versionsDiffer === false);
    assert.equal((await world.document(world.script)).getText(), scriptText);
    assert.equal((await world.document()).getText(), workflowText);
  });

  it('gives way to the live editor when it is deleted', async () => {
    await world.runlens.connection.send(deleteRun, { runId: run.id });
    await world.shows('no run', ({ loaded }) => loaded === null);
    assert.equal(world.runlens.editors.active()?.loadedRunId, null);
  });

  it('is loaded again when its editor is opened again', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(
      () => (world.runlens.editors.stateOf(world.uri) === undefined ? true : undefined),
      () => 'the editor to close',
    );
    await vscode.commands.executeCommand('vscode.open', world.uri);
    await world.shows('the run', (state) => state.loaded?.run?.id === run.id);
  });

  it('keeps its texts as read-only files for text, diff and find', async () => {
    const file = snapshotUri({ runId: run.id, file: `${world.name}/tools/fetch.sh` });
    const bytes = await vscode.workspace.fs.readFile(file);
    assert.equal(Buffer.from(bytes).toString(), scriptText);
    await assert.rejects(async () => vscode.workspace.fs.writeFile(file, Buffer.from('x')));
    const entries = await vscode.workspace.fs.readDirectory(snapshotUri({ runId: run.id, file: world.name }));
    assert.deepEqual(entries.map(([name]) => name).sort(), ['tools', 'words.workflow.yaml']);
  });
});
