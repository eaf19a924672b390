/** "Create Workflow: create a new workflow from the run's workflow version". */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/ids';
import { createFiles } from '../../../src/extension/newFromRun/createFiles';
import type { RunSummary } from '../../../src/model/run/run';
import { answering, type Asked } from './answering';
import { api, eventually, scriptText, workflowText, World } from './editor-world';

const changedScript = 'echo "one two three four" > words.txt\n';

describe('Create Workflow', () => {
  let world: World;
  let run: RunSummary;
  beforeEach(async () => {
    world = new World(await api());
    await world.open();
    run = await world.run();
  });
  afterEach(() => world.end());

  const target = (name: string): vscode.Uri => vscode.Uri.file(path.join(world.folder, name));
  const create = async (save: vscode.Uri | undefined): Promise<Asked> => {
    let told: Asked | undefined;
    await answering(save === undefined ? {} : { save }, async (asked) => {
      await vscode.commands.executeCommand(commandIds.createWorkflow, run.id);
      told = asked;
    });
    assert.ok(told);
    return told;
  };
  /** The new workflow is in front, live, with no run, and is the version that ran. */
  const isTheVersionThatRan = async (file: vscode.Uri): Promise<void> => {
    const { loaded, problems } = await world.shows(
      'the version that ran',
      (state) => state.file.version !== null,
      file,
    );
    assert.equal(world.state(file).file.version, run.versionId);
    assert.equal(loaded, null);
    assert.deepEqual(problems, []);
    assert.equal(world.runlens.editors.active()?.uri.fsPath, file.fsPath);
  };

  it('makes one file beside the original while its scripts are as they were', async () => {
    const before = readdirSync(world.folder, { recursive: true }).length;
    const asked = await create(target('other.workflow.yaml'));
    assert.equal(asked.suggested, path.join(world.folder, 'words-copy.workflow.yaml'));
    assert.equal(readFileSync(target('other.workflow.yaml').fsPath, 'utf8'), workflowText);
    assert.equal(readdirSync(world.folder, { recursive: true }).length, before + 1);
    await isTheVersionThatRan(target('other.workflow.yaml'));
  });

  it('brings the scripts that ran in a folder of its own when they were changed since, and changes nothing else', async () => {
    writeFileSync(world.script, changedScript);
    await create(target('copy.workflow.yaml'));
    assert.equal(readFileSync(path.join(world.folder, 'copy', 'tools', 'fetch.sh'), 'utf8'), scriptText);
    assert.equal(readFileSync(world.script, 'utf8'), changedScript);
    assert.equal(existsSync(target('copy.workflow.yaml').fsPath), false);
    await isTheVersionThatRan(target('copy/copy.workflow.yaml'));
  });

  it('has all of it when the original is gone', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(world.folder, { recursive: true });
    const asked = await create(target('again.workflow.yaml'));
    assert.equal(path.dirname(asked.suggested ?? ''), path.dirname(world.folder));
    assert.equal(readFileSync(world.script, 'utf8'), scriptText);
    await isTheVersionThatRan(target('again.workflow.yaml'));
  });

  it('takes nothing of somebody else away when it cannot be made, even if that says the same', async () => {
    const [taken, other] = [target('taken.sh').fsPath, target('other.sh').fsPath];
    writeFileSync(taken, scriptText);
    const files = [other, taken].map((file) => ({ path: file, text: scriptText }));
    await assert.rejects(createFiles(files, 'Create'), /nothing was created/);
    assert.equal(readFileSync(taken, 'utf8'), scriptText);
    assert.equal(existsSync(other), false);
  });

  it('never overwrites: a name that is taken gets a number', async () => {
    const taken = target('taken.workflow.yaml');
    writeFileSync(taken.fsPath, 'mine\n');
    await create(taken);
    assert.equal(readFileSync(taken.fsPath, 'utf8'), 'mine\n');
    await isTheVersionThatRan(target('taken-2.workflow.yaml'));
  });

  it('gives the file the ending of a workflow', async () => {
    await create(target('plain.yaml'));
    await isTheVersionThatRan(target('plain.workflow.yaml'));
  });

  it('is taken back by one undo', async () => {
    writeFileSync(world.script, changedScript);
    await create(target('copy.workflow.yaml'));
    await isTheVersionThatRan(target('copy/copy.workflow.yaml'));
    await vscode.commands.executeCommand('undo');
    await eventually(
      () => (existsSync(path.join(world.folder, 'copy', 'tools', 'fetch.sh')) ? undefined : true),
      () => 'the files to be gone',
    );
    assert.equal(existsSync(path.join(world.folder, 'copy', 'copy.workflow.yaml')), false);
  });

  it('leaves nothing behind when a file cannot be written, and says which', async () => {
    writeFileSync(path.join(world.folder, 'wall'), 'a file where a folder is wanted\n');
    const before = readdirSync(world.folder, { recursive: true });
    const asked = await create(target('wall/copy.workflow.yaml'));
    assert.match(asked.question ?? '', /could not be written, so nothing was created/);
    assert.deepEqual(readdirSync(world.folder, { recursive: true }), before);
  });

  it('makes nothing when the question is left', async () => {
    const before = readdirSync(world.folder, { recursive: true });
    const asked = await create(undefined);
    assert.deepEqual(asked.told, []);
    assert.deepEqual(readdirSync(world.folder, { recursive: true }), before);
  });
});
