import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { api, eventually, scriptText, workflowText, World } from './editor-world';

describe('the live workflow editor', () => {
  let world: World;
  beforeEach(async () => {
    world = new World(await api());
    await world.open();
  });
  afterEach(() => world.end());

  it('shows the workflow of the open document, in a tab that stays', async () => {
    const { file, graph, loaded } = world.state();
    assert.deepEqual(
      { title: file.title, readOnly: file.readOnly, canRun: file.canRun, loaded },
      { title: 'Word count', readOnly: null, canRun: true, loaded: null },
    );
    assert.deepEqual(
      graph?.nodes.map(({ id }) => id),
      ['fetch', 'count'],
    );
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.equal(tab?.isPreview, false);
    assert.equal(world.runlens.editors.active()?.path, world.workflow);
    assert.equal((await world.document()).isDirty, false);
  });

  it('keeps a tab that was opened as a preview', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('vscode.open', world.uri, { preview: true });
    await eventually(
      () => (vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview === false ? true : undefined),
      () => 'the tab to be kept',
    );
  });

  it('follows what is typed, before it is saved', async () => {
    await world.edit(world.workflow, 'name: Word count', 'name: Words');
    await world.shows('the new name', ({ file }) => file.title === 'Words');
    assert.equal(readFileSync(world.workflow, 'utf8'), workflowText);
  });

  it('follows a script that is changed on disk by another program', async () => {
    rmSync(world.script);
    const broken = await world.shows('the missing script', ({ problems }) => problems.length > 0);
    assert.equal(broken.file.canRun, false);
    assert.equal(broken.graph?.nodes.find(({ id }) => id === 'fetch')?.problems.length, 1);
    writeFileSync(world.script, scriptText);
    await world.shows('the script again', ({ problems, file }) => problems.length === 0 && file.canRun);
  });

  it('shows each problem in the Problems panel with its range', async () => {
    await world.edit(world.workflow, 'from: fetch.words', 'from: fetsh.words');
    const diagnostics = await eventually(
      () => {
        const found = vscode.languages.getDiagnostics(world.uri);
        return found.length > 0 ? found : undefined;
      },
      () => 'a diagnostic',
    );
    const [first] = diagnostics;
    assert.equal(first?.source, 'Runlens');
    assert.equal(first.severity, vscode.DiagnosticSeverity.Error);
    assert.match((await world.document()).getText(first.range), /fetsh/);
    await vscode.commands.executeCommand('undo');
    await eventually(
      () => (vscode.languages.getDiagnostics(world.uri).length === 0 ? true : undefined),
      () => 'the diagnostics to go with undo',
    );
  });

  it('refuses to run a workflow with errors, and starts nothing', async () => {
    await world.edit(world.workflow, 'from: fetch.words', 'from: fetsh.words');
    await assert.rejects(world.runlens.editors.run(world.workflow), /has an error and was not started/);
  });

  it('says so when the text is no workflow any more, and cannot run it', async () => {
    await world.edit(world.workflow, workflowText, 'just words');
    const state = await world.shows('the reason', ({ file }) => file.outdated !== null);
    assert.ok(state.problems.length > 0);
    assert.equal(state.file.canRun, false);
  });
});
