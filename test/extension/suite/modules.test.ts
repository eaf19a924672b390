/** Modules in runs: their node runs below their row, and a module that is run by itself. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/ids';
import type { NodeRunElement } from '../../../src/extension/runTree/elements';
import { api, World } from './editor-world';
import { eventually, rowOf, rowsBelow } from './runningParts';

const moduleText = `nodes:
  upper:
    label: Shout
    run: echo HELLO > out.txt
    outputs: { loud: out.txt }
  again: { needs: [upper], run: 'true' }
outputs:
  loud: { from: upper.loud }
`;
const usesModule = `name: Uses a module
nodes:
  shout: { label: Shouting, uses: ./part.module.yaml }
  count: { inputs: { loud: { from: shout.loud } }, run: wc -c < "$loud" }
`;

describe('A module', () => {
  let world: World;
  let module: string;
  before(async () => {
    world = new World(await api());
    module = path.join(world.folder, 'part.module.yaml');
    writeFileSync(module, moduleText);
    writeFileSync(world.workflow, usesModule);
  });
  after(() => world.end());

  it('has the runs of its nodes below its own row, in the order of its file, with their labels', async () => {
    await world.open();
    const run = await world.run();
    assert.equal(run.status, 'Completed');
    const { workspaceRuns } = world.runlens;
    const { row } = await eventually(
      workspaceRuns.onDidChange,
      () => rowOf(workspaceRuns, ({ id, status }) => id === run.id && status === 'Completed'),
      'the run is under Completed',
    );
    const isNodeRun = (element: { kind: string }): element is NodeRunElement => element.kind === 'nodeRun';
    const nodes = (await rowsBelow(workspaceRuns, row)).filter(isNodeRun);
    assert.deepEqual(
      nodes.map(({ nodeRun }) => nodeRun.id),
      ['shout', 'count'],
    );
    const [shout, count] = nodes;
    assert.ok(shout && count);
    const inside = (await rowsBelow(workspaceRuns, shout)).filter(isNodeRun);
    const itemsOf = (rows: readonly NodeRunElement[]) =>
      rows.map((row) => workspaceRuns.rows.getTreeItem(row) as vscode.TreeItem);
    const items = itemsOf(inside);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['Shout', 'again'],
    );
    assert.match(items[0]?.accessibilityInformation?.label ?? '', /^Node Shout, shout\/upper, Succeeded/);
    const collapsed = itemsOf([shout, count]);
    assert.deepEqual(
      collapsed.map(({ collapsibleState }) => collapsibleState),
      [vscode.TreeItemCollapsibleState.Collapsed, vscode.TreeItemCollapsibleState.None],
    );
    assert.equal(inside[0]?.module, shout);
  });

  it('runs by itself from its own editor, which says "Viewing module run"', async () => {
    const uri = vscode.Uri.file(module);
    await world.runlens.editors.openLive(module);
    await world.shows('the module', ({ graph, file }) => graph?.nodes.length === 2 && file.canRun, uri);
    await vscode.commands.executeCommand(commandIds.runWorkflow, uri);
    const { loaded, nodeRuns } = await world.shows(
      'the ended run',
      (state) => state.loaded?.run?.status === 'Completed' && state.loaded.mode.kind === 'overlay',
      uri,
    );
    assert.equal(loaded?.pill, 'Viewing module run');
    assert.deepEqual(nodeRuns.map(({ id }) => id).sort(), ['again', 'upper']);
  });
});
