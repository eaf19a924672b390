/** Re-run from Failed and from Here: what stands is taken over and marked, also when the workflow was mended since. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/ids';
import type { NodeRunElement } from '../../../src/extension/runTree/elements';
import { allows } from '../../../src/model/run/actions';
import { isActive } from '../../../src/model/run/status';
import type { RunDetails } from '../../../src/model/run/run';
import { getRun } from '../../../src/protocol/engine';
import { choosing, type Choice } from './choosing';
import { answerQuestions, api, World } from './editor-world';
import { eventually, rowOf, rowsBelow } from './runningParts';

const text = (last: string): string => `nodes:
  first: { run: echo one > o.txt, outputs: { o: o.txt } }
  last: { inputs: { o: { from: first.o } }, run: ${last} }
`;

describe('A part of a run', () => {
  let world: World;
  let failed: RunDetails;
  beforeEach(async () => {
    world = new World(await api());
    writeFileSync(world.workflow, text('exit 3'));
    await world.open();
    failed = await detailsOf(await world.run());
  });
  afterEach(() => world.end());

  const detailsOf = ({ id }: { id: string }): Promise<RunDetails> => world.runlens.connection.send(getRun, { run: id });
  const rerun = async (command: string, target: unknown, ...choices: Choice[]): Promise<RunDetails> => {
    await choosing(choices, async () => {
      await vscode.commands.executeCommand(command, target);
    });
    const { loaded } = await world.shows('the ended run', ({ loaded }) => {
      const run = loaded?.run ?? null;
      return run !== null && run.id !== failed.id && !isActive(run.status);
    });
    assert.ok(loaded?.run);
    return detailsOf(loaded.run);
  };
  const reused = (run: RunDetails): readonly (string | null)[] => run.nodes.map(({ reusedFrom }) => reusedFrom);

  it('from Failed goes on with the mended workflow, saved, and its row says what was taken over', async () => {
    assert.ok(allows(failed, 'rerunFromFailed'));
    await world.edit(world.workflow, 'exit 3', 'cat "$o"');
    const run = await rerun(commandIds.rerunFromFailed, failed.id, { pick: 'The workflow as it is now' });
    assert.equal(run.status, 'Completed');
    assert.deepEqual(reused(run), [failed.id, null]);
    assert.equal((await world.document()).isDirty, false);

    const { workspaceRuns } = world.runlens;
    const { row } = await eventually(
      workspaceRuns.onDidChange,
      () => rowOf(workspaceRuns, ({ id, status }) => id === run.id && status === 'Completed'),
      'the run is under Completed',
    );
    const [first] = (await rowsBelow(workspaceRuns, row)).filter(
      (one): one is NodeRunElement => one.kind === 'nodeRun',
    );
    assert.ok(first);
    const item = workspaceRuns.rows.getTreeItem(first) as vscode.TreeItem;
    assert.match(String(item.description), /Succeeded.*taken over/);
    assert.match(item.contextValue ?? '', /\brerunFromHere\b/);
  });

  it('says what differs when it asks for the version, and goes on with nothing that has errors', async () => {
    await world.edit(world.workflow, 'exit 3', 'exit 4');
    const [question] = await choosing([null], async () => {
      await vscode.commands.executeCommand(commandIds.rerunFromFailed, failed.id);
    });
    assert.match(question?.rows[0] ?? '', /^The workflow as it is now: .*last/);
    await world.edit(world.workflow, 'exit 4', 'exit 4, needs: [nobody]');
    const run = await rerun(commandIds.rerunFromFailed, failed.id, { pick: 'The version that ran' });
    assert.equal(run.versionId, failed.versionId);
    assert.deepEqual(reused(run), [failed.id, null]);
  });

  it('names a result that is gone, and runs its node too once that is wished', async () => {
    const output = failed.nodes[0]?.outputs[0]?.path ?? '';
    rmSync(output);
    const modal = answerQuestions('Run Such Nodes Too');
    try {
      const run = await rerun(commandIds.rerunFromFailed, failed.id);
      assert.deepEqual(reused(run), [null, null]);
    } finally {
      modal.restore();
    }
    assert.equal(modal.asked.length, 1);
    assert.ok(modal.asked[0]?.includes(`the output o (${output}) of the node first`), modal.asked[0]);
  });

  it('from Here asks for the node where none was meant, and takes one that a page names', async () => {
    const run = await rerun(commandIds.rerunFromHere, failed.id, { pick: 'last' });
    assert.deepEqual(reused(run), [failed.id, null]);
    failed = run;
    assert.deepEqual(reused(await rerun(commandIds.rerunFromHere, { runId: run.id, nodeId: 'first' })), [null, null]);
  });

  it('from Here runs the node and what comes after it, of the version that ran', async () => {
    const { workspaceRuns } = world.runlens;
    const { row } = await eventually(
      workspaceRuns.onDidChange,
      () => rowOf(workspaceRuns, ({ id, status }) => id === failed.id && !isActive(status)),
      'the run has ended in the tree',
    );
    const [first] = (await rowsBelow(workspaceRuns, row)).filter(
      (one): one is NodeRunElement => one.kind === 'nodeRun',
    );
    const run = await rerun(commandIds.rerunFromHere, first);
    assert.deepEqual(reused(run), [null, null]);
    assert.equal(run.rerunOf, failed.id);
    assert.equal(run.versionId, failed.versionId);
  });
});
