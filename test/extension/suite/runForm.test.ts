/** Run with Inputs…: the form is filled in from the last run, and what is chosen in it is what the run gets. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/ids';
import type { RunForm } from '../../../src/extension/runForm/runForm';
import { differsFromLast, valueOf } from '../../../src/model/run/inputDrafts';
import type { RunDetails, RunSummary } from '../../../src/model/run/run';
import { isActive } from '../../../src/model/run/status';
import { getRun } from '../../../src/protocol/engine';
import { api, eventually, World } from './editor-world';

const withInputs = `name: With inputs
inputs:
  level: { type: number, default: 1 }
  loud: { type: boolean, default: false }
  list: { type: file, default: list.txt }
  note: { type: string }
nodes:
  show:
    inputs:
      level: { from: inputs.level }
      loud: { from: inputs.loud }
      list: { from: inputs.list }
      note: { from: inputs.note }
    run: echo "$level $loud $(cat "$list") \${note-unset}" > o.txt
    outputs: { o: o.txt }
`;

describe('Run with Inputs…', () => {
  let world: World;
  beforeEach(async () => {
    world = new World(await api());
    writeFileSync(world.workflow, withInputs);
    writeFileSync(path.join(world.folder, 'list.txt'), 'ours');
    writeFileSync(path.join(world.folder, 'other.txt'), 'other');
    await world.runlens.editors.openLive(world.workflow);
    await world.shows('its nodes', ({ graph }) => graph?.nodes.some(({ id }) => id === 'show') ?? false);
  });
  afterEach(() => world.end());

  const open = async (command: string, target: unknown, key: string): Promise<RunForm> => {
    await vscode.commands.executeCommand(command, target);
    return eventually(
      () => world.runlens.runForms.form(key),
      () => `the form of ${key}`,
    );
  };
  const openLive = (): Promise<RunForm> => open(commandIds.runWithInputs, world.uri, world.workflow);
  const chosen = (values: Record<string, string | null>, name = '') => ({ values, name });
  const ended = async (run: RunSummary): Promise<RunDetails> => {
    await world.shows('the ended run', ({ loaded }) => {
      return loaded?.run?.id === run.id && !isActive(loaded.run.status);
    });
    return world.runlens.connection.send(getRun, { run: run.id });
  };
  const said = (run: RunDetails): string => {
    const output = run.nodes[0]?.outputs[0];
    assert.ok(output, `${run.status}: ${run.message}`);
    return readFileSync(output.path, 'utf8').trim();
  };
  const shown = async (form: RunForm): Promise<Record<string, string | null>> => {
    const { drafts } = await form.read();
    return Object.fromEntries(drafts.map((draft) => [draft.input.name, valueOf(draft)]));
  };

  it('gives the run what was chosen, as text, under the name that was given, and begins with it the next time', async () => {
    const form = await openLive();
    const list = path.join(world.folder, 'list.txt');
    assert.deepEqual(await shown(form), { level: '1', loud: 'false', list, note: null });
    const values = { level: '2.50', loud: 'true', list: 'other.txt', note: '$(touch pwned) <b>' };
    const first = await ended(await form.start(chosen(values, ' Before the release ')));
    assert.equal(said(first), '2.50 true other $(touch pwned) <b>');
    assert.equal(first.name, 'Before the release');
    await world.runlens.editors.openLive(world.workflow);

    const next = await openLive();
    const other = path.join(world.folder, 'other.txt');
    const { drafts } = await next.read();
    assert.deepEqual(await shown(next), { ...values, list: other });
    assert.deepEqual(drafts.filter(differsFromLast), []);
    const second = await ended(await next.start(chosen({ level: null, note: '' })));
    assert.equal(said(second), '1 true other', 'an empty text is given, and is not the same as unset');
  });

  it('refuses what is no value, and starts nothing', async () => {
    const form = await openLive();
    await form.read();
    await assert.rejects(form.start(chosen({ level: 'high' })), /level: “high” is no number/);
    await assert.rejects(form.start(chosen({ list: 'gone.txt' })), /file of “list” does not exist: .*gone\.txt/);
    await assert.rejects(form.start(chosen({ list: '.' })), /“list” has to be a file/);
    assert.equal((await form.lookAt('other.txt')).found, 'file');
    assert.equal((await form.lookAt('.')).found, 'folder');
    assert.equal(world.state().loaded, null);
  });

  it('is asked again when the inputs were edited since it was on screen, and starts nothing then', async () => {
    const form = await openLive();
    await form.read();
    await world.edit(world.workflow, 'default: 1 }', 'default: 7 }');
    await assert.rejects(form.start(chosen({})), /inputs of words\.workflow\.yaml were edited meanwhile/);
    assert.equal((await shown(form))['level'], '7');
    assert.equal(said(await ended(await form.start(chosen({})))), '7 false ours unset');
  });

  it('that was left begins the next time with what was chosen in it; a run forgets it', async () => {
    const form = await openLive();
    form.keep(chosen({ level: '9' }));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await eventually(
      () => (world.runlens.runForms.form(world.workflow) === undefined ? true : undefined),
      () => 'the closed form to be gone',
    );
    const again = await openLive();
    assert.equal((await shown(again))['level'], '9');
    assert.equal(said(await ended(await again.start(chosen({ level: '8' })))), '8 false ours unset');
    await world.runlens.editors.openLive(world.workflow);
    assert.equal((await shown(await openLive()))['level'], '8', 'of the last run');
  });

  it('is brought back with its window, with what was typed in it', async () => {
    const first = await ended(await (await openLive()).start(chosen({})));
    const back = async (state: unknown): Promise<vscode.WebviewPanel> => {
      const panel = vscode.window.createWebviewPanel('runlens.runForm', 'Run', vscode.ViewColumn.Active);
      await world.runlens.runForms.deserializeWebviewPanel(panel, state);
      return panel;
    };
    const live = { kind: 'workflow', path: world.workflow };
    const panel = await back({ subject: live, chosen: chosen({ level: 'hig', note: 'half a sent' }, 'Ni') });
    const form = world.runlens.runForms.form(world.workflow);
    assert.ok(form);
    const list = path.join(world.folder, 'list.txt');
    assert.deepEqual(await shown(form), { level: 'hig', loud: 'false', list, note: 'half a sent' });
    assert.equal((await form.read()).name, 'Ni');
    panel.dispose();
    await back({ subject: { kind: 'run', runId: first.id }, chosen: chosen({ level: '7' }) });
    const again = world.runlens.runForms.form(first.id);
    assert.ok(again);
    assert.equal((await shown(again))['level'], '7');

    // Of which nobody knows what it was, and of a run that is gone: closed, not left behind empty.
    for (const state of [undefined, { subject: { kind: 'run', runId: '01GONE' }, chosen: chosen({}) }]) {
      const closed = await back(state);
      assert.throws(() => closed.reveal(), /disposed/i);
    }
  });

  it('of a past run starts its version again with other values, though the live file has other inputs and files', async () => {
    const first = await ended(await (await openLive()).start(chosen({})));
    assert.equal(said(first), '1 false ours unset');
    await world.edit(world.workflow, 'level: { type: number, default: 1 }', 'depth: { type: number, default: 9 }');
    await world.edit(world.workflow, 'inputs.level', 'inputs.depth');
    rmSync(path.join(world.folder, 'list.txt'));
    const form = await open(commandIds.runAgainWithInputs, first.id, first.id);
    await assert.rejects(form.start(chosen({ level: '4' })), /file of “list” does not exist/);
    const again = await ended(await form.start(chosen({ level: '4', list: 'other.txt' }, 'Once more')));
    assert.equal(again.rerunOf, first.id);
    assert.equal(again.versionId, first.versionId);
    assert.equal(again.name, 'Once more');
    assert.equal(said(again), '4 false other unset');
  });

  it('of a module is a form of the module’s own inputs', async () => {
    const file = path.join(world.folder, 'part.module.yaml');
    writeFileSync(file, withInputs.replace('default: 1 }', 'default: 5 }'));
    await vscode.commands.executeCommand(commandIds.runWithInputs, vscode.Uri.file(file));
    const form = world.runlens.runForms.form(file);
    assert.ok(form);
    const state = await form.read();
    assert.deepEqual(state.version, { kind: 'live', isModule: true });
    const run = await form.start(chosen({ loud: 'true' }));
    assert.equal(run.workflow.path, file);
  });
});
