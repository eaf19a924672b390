/** Modules as real workflows have them: used many times, deep, large, broken since, with the names of their users. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { snapshotUri } from '../../../src/extension/snapshots/snapshotUri';
import { answerQuestions, api, World } from './editor-world';

const again = `inputs: { word: { type: string, default: none } }
nodes:
  fetch: { inputs: { word: { from: inputs.word } }, run: 'echo "$word" > word.txt', outputs: { word: word.txt } }
  check: { inputs: { word: { from: fetch.word } }, run: grep -q -v third "$word" }
`;
const usesAgain = `name: Five times
nodes:
  fetch: { uses: part.module.yaml, inputs: { word: first } }
  check: { uses: part.module.yaml, inputs: { word: second } }
  third: { uses: part.module.yaml, inputs: { word: third } }
  fourth: { uses: part.module.yaml, inputs: { word: fourth } }
  fifth: { uses: part.module.yaml, inputs: { word: fifth } }
`;

describe('Modules that are used in odd ways', () => {
  let world: World;
  const uriOf = (name: string): vscode.Uri => vscode.Uri.file(path.join(world.folder, name));
  const write = (name: string, text: string): void => writeFileSync(path.join(world.folder, name), text);
  const partOf = async (name: string, module: string) =>
    world.shows(
      `the part ${module}`,
      ({ loaded, graph, nodeRuns }) =>
        loaded?.part?.path === module && loaded.part.nodeRun !== null && graph !== null && nodeRuns.length > 0,
      uriOf(name),
    );

  beforeEach(async () => {
    world = new World(await api());
  });
  afterEach(() => world.end());

  it('show each use its own nodes, where one module is used five times and has the node ids of its user', async () => {
    write('part.module.yaml', again);
    write(path.basename(world.workflow), usesAgain);
    const { editors } = world.runlens;
    await editors.openLive(world.workflow);
    const run = await world.run();
    assert.equal(run.status, 'Partial Success');
    for (const use of ['fetch', 'third', 'check', 'fifth']) {
      await editors.openRun(run, `${use}/check`);
      const { nodeRuns, loaded } = await partOf('part.module.yaml', use);
      const check = use === 'third' ? 'failed' : 'succeeded';
      assert.deepEqual(
        nodeRuns.map(({ id, status }) => [id, status]),
        [
          ['fetch', 'succeeded'],
          ['check', check],
        ],
      );
      assert.equal(loaded?.part?.nodeRun?.status, check);
    }
    const state = world.state(uriOf('part.module.yaml'));
    assert.equal(world.state(uriOf('part.module.yaml')).usual, state.usual, 'the page is sent the same list again');
  });

  it('open ten modules deep, and each level above', async () => {
    const depth = 10;
    write(path.basename(world.workflow), 'name: Deep\nnodes: { level: { uses: m1.module.yaml } }\n');
    for (let level = 1; level < depth; level += 1) {
      write(`m${level}.module.yaml`, `nodes: { level: { uses: m${level + 1}.module.yaml } }\n`);
    }
    write(`m${depth}.module.yaml`, 'nodes: { level: { run: echo bottom } }\n');
    const { editors } = world.runlens;
    await editors.openLive(world.workflow);
    const run = await world.run();
    assert.equal(run.status, 'Completed');
    for (const level of [depth, 5, 1]) {
      const module = Array.from({ length: level }, () => 'level').join('/');
      await editors.openRun(run, `${module}/level`);
      const { loaded, nodeRuns } = await partOf(`m${level}.module.yaml`, module);
      assert.equal(loaded?.mode.kind, 'overlay');
      assert.equal(nodeRuns[0]?.id, 'level');
      assert.equal(nodeRuns.length, depth - level + 1);
    }
  });

  it('show the module as it ran once its file cannot be read as a workflow, and Restore mends it', async () => {
    write('part.module.yaml', again);
    write(path.basename(world.workflow), usesAgain);
    const { editors } = world.runlens;
    await editors.openLive(world.workflow);
    const run = await world.run();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    write('part.module.yaml', 'nodes: { fetch: [broken\n');
    await editors.openPart(run, 'fifth');
    const { graph, loaded, file } = await partOf('part.module.yaml', 'fifth');
    assert.equal(loaded?.mode.kind, 'snapshot');
    assert.notEqual(file.readOnly, null);
    assert.equal(graph?.nodes.filter(({ kind }) => kind !== 'inputs').length, 2);
    const question = answerQuestions('Restore');
    try {
      await editors.restore(run.id, 'fifth');
    } finally {
      question.restore();
    }
    await world.shows('the overlay', (state) => state.loaded?.mode.kind === 'overlay', uriOf('part.module.yaml'));
    await (await world.document(path.join(world.folder, 'part.module.yaml'))).save();
    assert.equal(readFileSync(path.join(world.folder, 'part.module.yaml'), 'utf8'), again);
  });

  it('are found where they were moved to, once the workflow uses them there, with what changed since', async () => {
    write('part.module.yaml', again);
    write(path.basename(world.workflow), usesAgain);
    const { editors } = world.runlens;
    await editors.openLive(world.workflow);
    const run = await world.run();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    renameSync(path.join(world.folder, 'part.module.yaml'), path.join(world.folder, 'moved.module.yaml'));
    write(path.basename(world.workflow), usesAgain.replace('third: { uses: part.', 'third: { uses: moved.'));
    await editors.openPart(run, 'third');
    const { loaded } = await partOf('moved.module.yaml', 'third');
    assert.equal(loaded?.mode.kind, 'overlay');
    await world.edit(path.join(world.folder, 'moved.module.yaml'), 'echo "$word"', 'echo "$word" | cat');
    const edited = await world.shows(
      'what differs',
      (state) => (state.loaded?.differences.length ?? 0) > 0,
      uriOf('moved.module.yaml'),
    );
    assert.deepEqual(edited.loaded?.differences, ['fetch: command changed']);
    await editors.restore(run.id, 'third');
    await world.shows(
      'no difference',
      (state) => state.loaded?.versionsDiffer === false && state.loaded.part?.path === 'third',
      uriOf('moved.module.yaml'),
    );
    assert.equal((await world.document(path.join(world.folder, 'moved.module.yaml'))).getText(), again);
    assert.equal(existsSync(path.join(world.folder, 'part.module.yaml')), false);
    await editors.openPart(run, 'fourth');
    const file = `${world.name}/part.module.yaml`;
    const gone = await world.shows(
      'the snapshot of the module that is nowhere',
      (state) => state.loaded?.mode.kind === 'snapshot',
      snapshotUri({ runId: run.id, file }),
    );
    assert.equal(gone.loaded?.liveIsGone, true);
  });

  it('show thousands of nodes inside of a module, and what became of each', async () => {
    const count = 3_000;
    const nodes = Array.from({ length: count }, (_, number) => `  n${number}: { needs: [first], run: 'true' }\n`);
    write('part.module.yaml', `nodes:\n  first: { run: exit 1 }\n${nodes.join('')}`);
    write(path.basename(world.workflow), 'name: Large\nnodes: { large: { uses: part.module.yaml } }\n');
    const { editors } = world.runlens;
    await editors.openLive(world.workflow);
    const run = await world.run();
    assert.equal(run.status, 'Failed');
    await editors.openRun(run, `large/n${count - 1}`);
    const { nodeRuns, loaded } = await world.shows(
      'all nodes of the module',
      (state) => state.nodeRuns.length === count + 1 && state.graph?.nodes.length === count + 1,
      uriOf('part.module.yaml'),
    );
    assert.equal(loaded?.part?.nodeRun?.status, 'failed');
    assert.equal(nodeRuns.filter(({ status }) => status === 'skipped').length, count);
  });
});
