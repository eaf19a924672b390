/** Modules in runs: their node runs below their row, and a module that is run by itself. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/ids';
import type { NodeRunElement } from '../../../src/extension/runTree/elements';
import { snapshotUri } from '../../../src/extension/snapshots/snapshotUri';
import type { RunSummary } from '../../../src/model/run/run';
import { answerQuestions, api, takeUndo, World } from './editor-world';
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

const nested = {
  'outer.module.yaml': `nodes:
  deep: { uses: parts/inner.module.yaml }
  beside: { run: 'true' }
`,
  'parts/inner.module.yaml': 'nodes:\n  last: { uses: last.module.yaml }\n',
  'parts/last.module.yaml': `nodes:
  fetch: { script: fetch.sh }
  fails: { needs: [fetch], run: exit 3 }
`,
  'parts/fetch.sh': 'echo from deep inside\n',
};

/** Of files alone: a text without a file would be saved to a place of nobody. */
async function saveAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty && document.uri.scheme === 'file') await document.save();
  }
}

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

describe("A module's part of a run", () => {
  let world: World;
  let run: RunSummary;
  const fileOf = (name: string): string => path.join(world.folder, name);
  const uriOf = (name: string): vscode.Uri => vscode.Uri.file(fileOf(name));
  const loadedPart = async (name: string, nodes: number) =>
    world.shows(
      'the part of the run',
      ({ loaded, nodeRuns, graph }) =>
        loaded?.part?.nodeRun?.status === 'failed' && nodeRuns.length === nodes && graph !== null,
      uriOf(name),
    );

  before(async () => {
    world = new World(await api());
    mkdirSync(fileOf('parts'));
    for (const [name, text] of Object.entries(nested)) writeFileSync(fileOf(name), text);
    writeFileSync(
      world.workflow,
      'name: Nested\nnodes:\n  scan: { uses: outer.module.yaml }\n  count: { run: "true" }\n',
    );
    await world.open();
  });
  after(() => world.end());

  it('opens from the path of a node three modules deep, on the canvas of the innermost', async () => {
    run = await world.run();
    assert.equal(run.status, 'Partial Success');
    await world.runlens.editors.openRun(run, 'scan/deep/last/fetch');
    const { loaded, nodeRuns, graph, file } = await loadedPart('parts/last.module.yaml', 2);
    assert.equal(loaded?.pill, 'Viewing module run');
    assert.equal(loaded.part?.path, 'scan/deep/last');
    assert.equal(loaded.mode.kind, 'overlay');
    assert.equal(file.readOnly, null);
    assert.deepEqual(
      graph?.nodes.map(({ id }) => id),
      ['fetch', 'fails'],
    );
    assert.deepEqual(
      nodeRuns.map(({ id, status }) => [id, status]),
      [
        ['fetch', 'succeeded'],
        ['fails', 'failed'],
      ],
    );
  });

  it('is still there when its editor is opened again', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('vscode.openWith', uriOf('parts/last.module.yaml'), 'runlens.workflowEditor');
    const { loaded } = await loadedPart('parts/last.module.yaml', 2);
    assert.equal(loaded?.part?.path, 'scan/deep/last');
  });

  it('shows the run its own version, read-only, once a module inside changed, and says which', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    writeFileSync(fileOf('parts/last.module.yaml'), nested['parts/last.module.yaml'].replace('exit 3', 'exit 0'));
    writeFileSync(fileOf('parts/fetch.sh'), 'echo changed\n');
    await world.runlens.editors.openRun(run, 'scan/beside');
    const outer = await world.shows(
      'what differs in the modules inside',
      ({ loaded }) => loaded?.mode.kind === 'snapshot' && loaded.differences.length === 4,
      uriOf('outer.module.yaml'),
    );
    const inner = `${world.name}/parts`;
    assert.deepEqual(outer.loaded?.differences, [
      'deep: module changed',
      `In ${inner}/inner.module.yaml: last: module changed`,
      `In ${inner}/last.module.yaml: fetch: script changed`,
      `In ${inner}/last.module.yaml: fails: command changed`,
    ]);
    assert.equal(outer.loaded.part?.path, 'scan');
    assert.notEqual(outer.file.readOnly, null);
    assert.deepEqual(
      outer.nodeRuns.map(({ id }) => id).filter((id) => !id.includes('/')),
      ['deep', 'beside'],
    );
    const question = answerQuestions('Restore');
    try {
      await world.runlens.editors.restore(run.id);
      await world.shows('the overlay', ({ loaded }) => loaded?.mode.kind === 'overlay', uriOf('outer.module.yaml'));
    } finally {
      question.restore();
    }
    await saveAll();
    assert.equal(readFileSync(fileOf('parts/last.module.yaml'), 'utf8'), nested['parts/last.module.yaml']);
    assert.equal(readFileSync(fileOf('parts/fetch.sh'), 'utf8'), nested['parts/fetch.sh']);
  });

  it('is restored by itself: the module and what it uses, the workflow stays; undo shows the snapshot again', async () => {
    const changed = {
      'outer.module.yaml': nested['outer.module.yaml'].replace("run: 'true'", "run: 'false'"),
      'parts/last.module.yaml': nested['parts/last.module.yaml'].replace('exit 3', 'exit 4'),
      'parts/fetch.sh': 'echo changed again\n',
    };
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const [name, text] of Object.entries(changed)) writeFileSync(fileOf(name), text);
    await world.runlens.editors.openPart(run, 'scan/deep/last');
    const last = uriOf('parts/last.module.yaml');
    await world.shows('the snapshot', ({ loaded }) => loaded?.mode.kind === 'snapshot', last);
    const question = answerQuestions('Restore');
    const undo = takeUndo();
    try {
      await world.runlens.editors.restore(run.id, 'scan/deep/last');
      const { file, loaded } = await world.shows(
        'the overlay',
        (state) => state.loaded?.mode.kind === 'overlay' && state.loaded.part?.path === 'scan/deep/last',
        last,
      );
      assert.equal(file.readOnly, null);
      assert.equal(loaded?.versionsDiffer, false);
      assert.match(question.asked.join(), /These 2 files change/);
      const textOf = async (name: string) => (await world.document(fileOf(name))).getText();
      assert.equal(await textOf('parts/last.module.yaml'), nested['parts/last.module.yaml']);
      assert.equal(await textOf('parts/fetch.sh'), nested['parts/fetch.sh']);
      assert.equal(readFileSync(fileOf('outer.module.yaml'), 'utf8'), changed['outer.module.yaml']);
      undo.take();
      await world.shows('the snapshot again', (state) => state.loaded?.mode.kind === 'snapshot', last);
      assert.equal(await textOf('parts/last.module.yaml'), changed['parts/last.module.yaml']);
    } finally {
      question.restore();
      undo.restore();
    }
  });

  it('whose file is gone is shown as the run executed it, and Restore writes the module again', async () => {
    await saveAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(fileOf('parts'), { recursive: true });
    await world.runlens.editors.openPart(run, 'scan/deep/last');
    const gone = snapshotUri({ runId: run.id, file: `${world.name}/parts/last.module.yaml` });
    const { loaded } = await world.shows('the snapshot', (state) => state.loaded?.mode.kind === 'snapshot', gone);
    assert.equal(loaded?.liveIsGone, true);
    assert.equal(loaded.part?.path, 'scan/deep/last');
    const question = answerQuestions('Restore');
    try {
      await world.runlens.editors.restore(run.id, 'scan/deep/last');
    } finally {
      question.restore();
    }
    await loadedPart('parts/last.module.yaml', 2);
    assert.equal(readFileSync(fileOf('parts/last.module.yaml'), 'utf8'), nested['parts/last.module.yaml']);
    assert.equal(readFileSync(fileOf('parts/fetch.sh'), 'utf8'), nested['parts/fetch.sh']);
    assert.equal(world.runlens.editors.stateOf(gone), undefined, "the snapshot's tab is still open");
  });

  it('has the runs of the workflows that used the module in Workflow Runs, beside those of the module itself', async () => {
    const { workflowRuns } = world.runlens;
    await world.runlens.editors.openLive(fileOf('outer.module.yaml'));
    const { row } = await eventually(
      workflowRuns.onDidChange,
      () => rowOf(workflowRuns, ({ id }) => id === run.id),
      'the run of the workflow is among those of its module',
    );
    assert.equal(row.run.workflow.path, world.workflow);
    assert.match(workflowRuns.description, /what uses it/);
    assert.deepEqual(workflowRuns.scope?.workflowPaths, [fileOf('outer.module.yaml'), world.workflow]);
    await world.runlens.editors.openLive(world.workflow);
    await eventually(
      workflowRuns.onDidChange,
      () => (workflowRuns.scope?.workflowPaths?.length === 1 ? true : undefined),
      'the runs of the workflow alone',
    );
    assert.equal(workflowRuns.description, '');
  });
});
