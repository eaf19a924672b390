/** Run with Inputs…: the values are asked for by type, filled in from the last run, and are what the run gets. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/ids';
import { isActive } from '../../../src/model/run/status';
import type { RunDetails } from '../../../src/model/run/run';
import { getRun } from '../../../src/protocol/engine';
import { choosing, type Choice, type Offered } from './choosing';
import { api, World } from './editor-world';

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

  const ended = async (before?: RunDetails): Promise<RunDetails> => {
    const { loaded } = await world.shows('the ended run', ({ loaded }) => {
      const run = loaded?.run ?? null;
      return run !== null && run.id !== before?.id && !isActive(run.status);
    });
    assert.ok(loaded?.run);
    return world.runlens.connection.send(getRun, { run: loaded.run.id });
  };
  const said = (run: RunDetails): string => {
    const output = run.nodes[0]?.outputs[0];
    assert.ok(output, `${run.status}: ${run.message}`);
    return readFileSync(output.path, 'utf8').trim();
  };
  const run = (...choices: Choice[]): Promise<readonly Offered[]> =>
    choosing(choices, async () => {
      await vscode.commands.executeCommand(commandIds.runWithInputs, world.uri);
    });

  it('asks by type, refuses what is none, and says what differs from the last run', async () => {
    const [menu] = await run(
      { pick: 'level' },
      { type: ['high', '2.50'] },
      { pick: 'loud' },
      { pick: 'true' },
      { pick: 'list' },
      { pick: 'Type a Path…' },
      { type: ['gone.txt', 'other.txt'] },
      { pick: 'note' },
      { type: '$(touch pwned) <b>' },
      { pick: 'Run' },
    );
    assert.deepEqual(menu?.rows, [
      'Run',
      'level: 1',
      'loud: false',
      `list: ${path.join(world.folder, 'list.txt')}`,
      'note: not set',
    ]);
    const first = await ended();
    assert.equal(said(first), '2.50 true other $(touch pwned) <b>');

    const menus = await run({ pick: 'level' }, { type: '3' }, { pick: 'note' }, { type: '' }, { pick: 'Run' });
    assert.deepEqual(menus[0]?.rows.slice(0, 2), ['Run: with the inputs of the last run', 'level: 2.50']);
    assert.equal(menus.at(-1)?.rows[0], 'Run: 2 inputs differ from the last run');
    assert.equal(said(await ended(first)), '3 true other unset');
  });

  it('Escape in a question goes back to the menu, Escape in the menu starts nothing', async () => {
    await run({ pick: 'level' }, null, null);
    assert.equal(world.state().loaded, null);
  });

  it('of a past run starts its version again with other values, though the live file has other inputs', async () => {
    await run({ pick: 'Run' });
    const first = await ended();
    assert.equal(said(first), '1 false ours unset');
    await world.edit(world.workflow, 'level: { type: number, default: 1 }', 'depth: { type: number, default: 9 }');
    await world.edit(world.workflow, 'inputs.level', 'inputs.depth');
    await choosing([{ pick: 'level' }, { type: '4' }, { pick: 'Run' }], async () => {
      await vscode.commands.executeCommand(commandIds.runAgainWithInputs, first.id);
    });
    const again = await ended(first);
    assert.equal(again.rerunOf, first.id);
    assert.equal(again.versionId, first.versionId);
    assert.equal(said(again), '4 false ours unset');
  });
});
