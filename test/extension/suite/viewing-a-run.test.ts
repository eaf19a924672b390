/** "Viewing a Run in the Editor": what the banner and the canvas say, and what other tools were seen to get wrong. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/ids';
import type { RunSummary } from '../../../src/model/run/run';
import { getRun, getSnapshot } from '../../../src/protocol/engine';
import { api, World, workflowText } from './editor-world';

describe('Viewing a run in the editor', () => {
  let world: World;
  beforeEach(async () => {
    world = new World(await api());
    await world.open();
  });
  afterEach(() => world.end());

  const loadedRun = (): RunSummary => {
    const { loaded } = world.state();
    assert.ok(loaded?.run, 'no run is loaded');
    return loaded.run;
  };

  it('says Loading… until snapshot and state are there, then Viewing run', async () => {
    const run = await world.run();
    await world.runlens.editors.backToEditor();
    const opening = world.runlens.editors.openRun(run);
    // The pill is there for a moment only, so it is looked at in every turn of the event loop.
    const pills: string[] = [];
    while (pills.at(-1) !== 'Viewing run') {
      const { loaded } = world.state();
      if (loaded !== null && loaded.pill !== pills.at(-1)) pills.push(loaded.pill);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await opening;
    assert.deepEqual(pills, ['Loading…', 'Viewing run']);
  });

  it('says Running while the run is active, with no end anywhere', async () => {
    const go = path.join(world.folder, 'go');
    writeFileSync(world.script, `while [ ! -e ${JSON.stringify(go)} ]; do sleep 0.05; done; echo one > words.txt\n`);
    const run = await world.runlens.editors.run(world.workflow);
    const { loaded } = await world.shows('Running', (state) => state.loaded?.pill === 'Running');
    assert.equal(loaded?.run?.endedAt, null);
    assert.equal(loaded.run.durationMs, null);
    writeFileSync(go, '');
    await world.shows('Viewing run', (state) => state.loaded?.pill === 'Viewing run');
    const ended = await world.runlens.connection.send(getRun, { run: run.id });
    assert.notEqual(ended.endedAt, null);
  });

  it('"exits run view and returns to the live workflow" by Back to editor', async () => {
    const run = await world.run();
    await world.edit(world.workflow, 'wc -w', 'wc -c');
    await (await world.document()).save();
    await world.runlens.editors.backToEditor();
    await world.runlens.editors.openRun(run);
    await world.shows('the snapshot', ({ loaded }) => loaded?.mode.kind === 'snapshot');
    await vscode.commands.executeCommand(commandIds.backToEditor);
    const { loaded, file, nodeRuns } = await world.shows('the live workflow', (state) => state.loaded === null);
    assert.equal(loaded, null);
    assert.equal(file.readOnly, null);
    assert.deepEqual(nodeRuns, []);
  });

  it('"stays editable" and overlays statuses and outputs when the version is the same', async () => {
    await world.run();
    const { file, nodeRuns } = await world.shows('the overlay', ({ loaded }) => loaded?.mode.kind === 'overlay');
    assert.equal(file.readOnly, null);
    const fetch = nodeRuns.find(({ id }) => id === 'fetch');
    assert.equal(fetch?.status, 'succeeded');
    const [words] = fetch.outputs;
    assert.equal(readFileSync(words?.path ?? '', 'utf8'), 'one two three\n');
  });

  it('never makes the file dirty, whichever way the run is shown', async () => {
    const run = await world.run();
    assert.equal((await world.document()).isDirty, false);
    const changed = workflowText.replace('wc -w', 'wc -c');
    writeFileSync(world.workflow, changed);
    await world.runlens.editors.backToEditor();
    await world.runlens.editors.openRun(run);
    await world.shows('the snapshot', ({ loaded }) => loaded?.mode.kind === 'snapshot');
    assert.equal((await world.document()).isDirty, false);
    assert.equal(readFileSync(world.workflow, 'utf8'), changed);
  });

  it('shows a node that was removed since in its old run', async () => {
    const run = await world.run();
    writeFileSync(world.workflow, 'name: Word count\nnodes:\n  fetch:\n    script: tools/fetch.sh\n');
    await world.runlens.editors.backToEditor();
    await world.shows('one node', ({ graph }) => graph?.nodes.length === 1);
    await world.runlens.editors.openRun(run);
    const { graph, nodeRuns } = await world.shows('both nodes', (state) => state.graph?.nodes.length === 2);
    assert.deepEqual(graph?.nodes.map(({ id }) => id).sort(), ['count', 'fetch']);
    assert.equal(nodeRuns.find(({ id }) => id === 'count')?.status, 'succeeded');
  });

  it('never shows the data of the editor as that of the run', async () => {
    const run = await world.run();
    const { nodes } = await world.runlens.connection.send(getRun, { run: run.id });
    await world.edit(world.workflow, 'outputs: { count: count.txt }', 'outputs: { total: count.txt }');
    const { nodeRuns } = await world.shows('the edited node as stale', ({ stale }) => stale.includes('count'));
    const outputs = nodeRuns.find(({ id }) => id === 'count')?.outputs;
    assert.deepEqual(outputs, nodes.find(({ id }) => id === 'count')?.outputs);
    assert.deepEqual(
      outputs?.map(({ name }) => name),
      ['count'],
    );
  });

  it('shows the version that ran after Run Again, also when the live workflow is another or gone', async () => {
    const run = await world.run();
    writeFileSync(world.workflow, workflowText.replace('wc -w', 'wc -c'));
    await vscode.commands.executeCommand(commandIds.runAgain, run.id);
    await world.shows('the new run', ({ loaded }) => loaded?.mode.kind === 'snapshot' && loaded.run?.id !== run.id);
    const again = loadedRun();
    assert.equal(again.rerunOf, run.id);
    assert.equal(again.versionId, run.versionId);
    const snapshots = await Promise.all(
      [run, again].map(({ id }) => world.runlens.connection.send(getSnapshot, { runId: id })),
    );
    assert.deepEqual(snapshots[1]?.source, snapshots[0]?.source);
    assert.equal(readFileSync(world.workflow, 'utf8'), workflowText.replace('wc -w', 'wc -c'));

    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(world.workflow);
    await vscode.commands.executeCommand(commandIds.runAgain, run.id);
    const third = world.runlens.editors.active()?.loadedRunId;
    assert.ok(third !== undefined && third !== null && third !== again.id);
    const { versionId } = await world.runlens.connection.send(getRun, { run: third });
    assert.equal(versionId, run.versionId);
  });
});
