/** Comparisons in the extension host: runs of two versions, the same version with another input, a run with the live workflow. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { Comparison } from '../../../src/extension/compare/comparison';
import { showTextDiff } from '../../../src/extension/compare/textDiff';
import { commandIds, compareViewType, snapshotScheme } from '../../../src/extension/ids';
import { comparisonOf } from '../../../src/model/compare/comparison';
import type { RunSummary } from '../../../src/model/run/run';
import { deleteRun, renameRun } from '../../../src/protocol/engine';
import type { ComparedSides, CompareState, SideView } from '../../../src/protocol/compare';
import { answering } from './answering';
import { api, eventually, World } from './editor-world';

const withInput = `name: Compared
inputs:
  list: { type: file, default: list.txt }
nodes:
  count: { inputs: { list: { from: inputs.list } }, run: wc -l < "$list" > n.txt, outputs: { n: n.txt } }
  show: { inputs: { n: { from: count.n } }, run: cat "$n" }
layout:
  count: [0, 0]
`;

describe('A comparison', () => {
  let world: World;
  let first: RunSummary;
  const open: vscode.Disposable[] = [];
  before(async () => {
    world = new World(await api());
    writeFileSync(world.workflow, withInput);
    writeFileSync(path.join(world.folder, 'list.txt'), 'one\n');
    await world.runlens.editors.openLive(world.workflow);
    await world.shows('its nodes', ({ graph }) => graph?.nodes.length === 3);
    first = await world.run();
  });
  afterEach(() => {
    for (const one of open.splice(0)) one.dispose();
  });
  after(() => world.end());

  const follow = (sides: ComparedSides): Comparison => {
    const { connection, editors } = world.runlens;
    const comparison = new Comparison(sides, { connection, ...editors.versions });
    open.push(comparison);
    return comparison;
  };
  const shows = (comparison: Comparison, what: string, isShown: (state: CompareState) => boolean) =>
    eventually(
      () => (isShown(comparison.state) ? comparison.state : undefined),
      () => `${what}, in ${JSON.stringify(comparison.state)}`,
    );
  const ran = (run: RunSummary) => ({ kind: 'run', runId: run.id }) as const;
  const live = () => ({ kind: 'live', path: world.workflow }) as const;
  const contents = ({ left, right, leftNodes, rightNodes, versions }: CompareState) => {
    assert.ok(versions);
    const side = (view: SideView, nodes: CompareState['leftNodes']) =>
      view.kind === 'run'
        ? ({ kind: 'run', run: view.run, facts: { inputs: view.inputs, nodes, status: view.run.status } } as const)
        : ({ kind: 'live' } as const);
    return comparisonOf(versions, side(left, leftNodes), side(right, rightNodes));
  };

  it('of two runs of one version tells that the input file said something else', async () => {
    writeFileSync(path.join(world.folder, 'list.txt'), 'one\ntwo\n');
    const second = await world.run();
    const comparison = follow({ left: ran(first), right: ran(second) });
    const state = await shows(
      comparison,
      'both runs',
      ({ versions, leftNodes, rightNodes }) => versions !== null && leftNodes.length > 0 && rightNodes.length > 0,
    );
    const { summary, inputs, nodes, isSameVersion } = contents(state);
    assert.match(summary, /^Same version, other input: list/);
    assert.ok(isSameVersion);
    assert.equal(inputs[0]?.verdict, 'other');
    assert.match(inputs[0]?.left ?? '', /SHA-256 [0-9a-f]{12}$/);
    assert.notEqual(inputs[0]?.left, inputs[0]?.right);
    assert.deepEqual([...nodes.keys()], ['count', 'show'], 'what read it, and what read the result');
    assert.equal(nodes.get('count')?.kind, 'result');
  });

  it('with the live workflow follows what is typed, also through text that cannot be read', async () => {
    const comparison = follow({ left: ran(first), right: live() });
    const same = await shows(comparison, 'no difference', ({ versions }) => versions?.isSameVersion === true);
    assert.equal(contents(same).summary, 'Same version.');
    await world.edit(world.workflow, 'wc -l', 'wc -c');
    const edited = await shows(comparison, 'the edit', ({ versions }) => versions?.nodes[0]?.kind === 'changed');
    const [count] = edited.versions?.nodes ?? [];
    assert.deepEqual(count?.values, [
      {
        name: 'command',
        fields: ['command'],
        left: 'wc -l < "$list" > n.txt',
        right: 'wc -c < "$list" > n.txt',
        look: 'code',
      },
    ]);
    await world.edit(world.workflow, 'nodes:', 'nodes: [');
    const broken = await shows(comparison, 'the obstacle', ({ obstacle }) => obstacle?.side === 'right');
    assert.match(broken.obstacle?.sentence ?? '', /cannot be read now, line \d+/);
    assert.deepEqual(broken.versions, edited.versions, 'what was compared before stays');
    await world.edit(world.workflow, 'nodes: [', 'nodes:');
    await shows(comparison, 'the mended text', ({ obstacle }) => obstacle === null);
  });

  it("shows the texts in VS Code's own comparison, the snapshot against the live document at the node", async () => {
    const comparison = follow({ left: ran(first), right: live() });
    const { versions } = await shows(comparison, 'the edit', (state) => (state.versions?.nodes.length ?? 0) > 0);
    const pair = versions?.nodes[0]?.texts[0];
    assert.ok(pair);
    const { parser } = world.runlens.editors.versions;
    await showTextDiff(pair, { parser, side: (name) => comparison.side(name), names: { left: 'a', right: 'b' } });
    const tab = await eventually(
      () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .find(({ input }) => input instanceof vscode.TabInputTextDiff),
      () => 'a text diff',
    );
    assert.ok(tab.input instanceof vscode.TabInputTextDiff);
    assert.equal(tab.input.original.scheme, snapshotScheme);
    assert.equal(tab.input.modified.toString(), world.uri.toString());
    await vscode.window.tabGroups.close(tab);
  });

  it('opens from a run once, is named after both sides, and comes back after a reload of the window', async () => {
    const { comparisons } = world.runlens;
    await vscode.commands.executeCommand(commandIds.compareWithLive, first.id);
    const sides = { left: ran(first), right: { kind: 'live', path: first.workflow.path } } as const;
    const page = comparisons.page(sides);
    assert.ok(page);
    await vscode.commands.executeCommand(commandIds.compareWithLive, first.id);
    assert.equal(comparisons.page(sides), page);
    await eventually(
      () => (page.panel.title === `Compare: ${first.name} ↔ Live` ? true : undefined),
      () => `the title, which is ${page.panel.title}`,
    );
    page.panel.dispose();
    assert.equal(comparisons.page(sides), undefined);
    const panel = vscode.window.createWebviewPanel(compareViewType, '', vscode.ViewColumn.Active, {});
    await comparisons.deserializeWebviewPanel(panel, { sides });
    assert.equal(comparisons.page(sides)?.panel, panel);
    panel.dispose();
  });

  it('of two runs puts the older one before the newer one', async () => {
    const second = await world.run();
    await vscode.commands.executeCommand(commandIds.compareRuns, [second.id, first.id]);
    const page = world.runlens.comparisons.page({ left: ran(first), right: ran(second) });
    assert.ok(page);
    page.panel.dispose();
  });

  it('finds the other run by the search of the engine, among those of the same workflow alone', async () => {
    const second = await world.run();
    const named = `Needle ${second.number}`;
    await world.runlens.connection.send(renameRun, { runId: first.id, name: named });
    const stranger = path.join(world.folder, 'stranger.workflow.yaml');
    writeFileSync(stranger, 'nodes:\n  only: { run: "true" }\n');
    await vscode.commands.executeCommand(commandIds.runWorkflow, vscode.Uri.file(stranger));
    await answering({ search: 'needle', pick: named }, async (asked) => {
      await vscode.commands.executeCommand(commandIds.compareRuns, second.id);
      assert.deepEqual(asked.offered, [named]);
    });
    const page = world.runlens.comparisons.page({ left: ran(first), right: ran(second) });
    assert.ok(page, 'the one that was pointed at stands on the right');
    page.panel.dispose();
    await answering({ search: 'no such run', pick: null }, async (asked) => {
      await vscode.commands.executeCommand(commandIds.compareRuns, second.id);
      assert.match(asked.offered.join(), /has “no such run” in its name or id/);
    });
  });

  it('says that a run was deleted and that the live file is gone, and what can be done', async () => {
    const doomed = await world.run();
    const comparison = follow({ left: ran(doomed), right: ran(first) });
    await shows(comparison, 'both', ({ versions }) => versions !== null);
    await world.runlens.connection.send(deleteRun, { runId: doomed.id });
    const { obstacle, left } = await shows(comparison, 'the deletion', (state) => state.left.kind === 'deleted');
    assert.deepEqual(obstacle?.ways, ['chooseRun']);
    assert.deepEqual(left, { kind: 'deleted', name: doomed.name });
    const unknown = follow({ left: ran(doomed), right: live() });
    await shows(unknown, 'the unknown run', (state) => state.obstacle?.side === 'left');
    const document = await world.document();
    await document.save();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(world.workflow);
    const gone = follow({ left: ran(first), right: live() });
    const state = await shows(gone, 'the missing file', (one) => one.obstacle?.side === 'right');
    assert.match(state.obstacle?.sentence ?? '', /is gone/);
  });
});
