/** The timeline of a run, the attempts of its nodes and its lineage, as the page of the editor asks for them. */
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/ids';
import { logUri } from '../../../src/extension/snapshots/snapshotUri';
import { answerTimeline } from '../../../src/extension/workflowEditor/timelineRequests';
import type { RunSummary } from '../../../src/model/run/run';
import { deleteRun, getRun } from '../../../src/protocol/engine';
import { onNotification, sendRequest } from '../../../src/protocol/rpc';
import * as wire from '../../../src/protocol/timeline';
import { api, eventually, World } from './editor-world';

const moduleText = `nodes:
  fetch:
    label: Fetch the list
    retries: 1
    run: |
      echo "asked in attempt $RUNLENS_ATTEMPT"
      test "$RUNLENS_ATTEMPT" = 2 || { echo 'no answer' >&2; exit 3; }
  match: { needs: [fetch], run: 'true' }
`;
const usesModule = `name: Flaky
nodes:
  scan: { label: Scan, uses: ./scan.module.yaml }
  report: { needs: [scan], run: 'true' }
`;

/** A page's end of the wire, answered as in an editor that has this part of the run. */
function pageOf(world: World, run: RunSummary, module: string | null) {
  const [asked, answered] = [new PassThrough(), new PassThrough()];
  const host = createMessageConnection(new StreamMessageReader(asked), new StreamMessageWriter(answered));
  const page = createMessageConnection(new StreamMessageReader(answered), new StreamMessageWriter(asked));
  const { connection, editors } = world.runlens;
  const answers = answerTimeline(
    host,
    {
      state: () => world.state(),
      loaded: {
        runId: run.id,
        module,
        pathOf: (nodeId) => (module === null ? nodeId : `${module}/${nodeId}`),
      },
    },
    {
      connection,
      snapshots: editors.versions.snapshots,
      parts: {
        runOf: (id) => connection.send(getRun, { run: id }),
        openPart: (of, part, nodeId) => editors.openPart(of, part, nodeId),
      },
    },
  );
  host.listen();
  page.listen();
  return {
    page,
    dispose: () => {
      answers.dispose();
      host.dispose();
      page.dispose();
    },
  };
}

describe('The timeline of a run', () => {
  let world: World;
  let run: RunSummary;
  before(async () => {
    world = new World(await api());
    writeFileSync(path.join(world.folder, 'scan.module.yaml'), moduleText);
    writeFileSync(world.workflow, usesModule);
    await world.open();
    run = await world.run();
    assert.equal(run.status, 'Completed');
  });
  after(() => world.end());

  it('is shown by its command, which waits for the page, in an editor that was closed as in one that is open', async () => {
    for (const closing of ['workbench.action.closeAllEditors', null]) {
      if (closing !== null) await vscode.commands.executeCommand(closing);
      await vscode.commands.executeCommand(commandIds.showTimeline, run.id);
      await world.shows('the run', ({ loaded }) => loaded?.run?.id === run.id && loaded.mode.kind === 'overlay');
    }
  });

  it('has a row for each node, those inside of modules too, and what each waits for', async () => {
    const { page, dispose } = pageOf(world, run, null);
    const { nodes } = await sendRequest(page, wire.getTimelineNodes, {});
    assert.deepEqual(
      nodes?.map(({ path: at, module, needs }) => [at, module, needs]),
      [
        ['scan', null, []],
        ['scan/fetch', 'scan', []],
        ['scan/match', 'scan', ['scan/fetch']],
        ['report', null, ['scan']],
      ],
    );
    const { nodes: tried } = await sendRequest(page, wire.getAttempts, { nodeId: null });
    assert.deepEqual(
      tried.map(({ nodeId, attempts }) => [nodeId, ...attempts.map(({ status, exitCode }) => [status, exitCode])]),
      [['scan/fetch', ['failed', 3], ['succeeded', 0]]],
    );
    dispose();
  });

  it("of a module's part has that part alone, under the ids that the module's canvas has", async () => {
    const { page, dispose } = pageOf(world, run, 'scan');
    const { nodes } = await sendRequest(page, wire.getTimelineNodes, {});
    assert.deepEqual(
      nodes?.map(({ path: at, module, needs }) => [at, module, needs]),
      [
        ['fetch', null, []],
        ['match', null, ['fetch']],
      ],
    );
    const { nodes: tried } = await sendRequest(page, wire.getAttempts, { nodeId: 'fetch' });
    assert.deepEqual(
      tried.map(({ nodeId, attempts }) => [nodeId, attempts.length]),
      [['fetch', 2]],
    );
    assert.deepEqual(await sendRequest(page, wire.getAttempts, { nodeId: 'match' }), { nodes: [] });
    dispose();
  });

  it("leads to a node inside of a module, on the module's own canvas", async () => {
    const { page, dispose } = pageOf(world, run, null);
    await sendRequest(page, wire.openInside, { path: 'scan/fetch' });
    const module = vscode.Uri.file(path.join(world.folder, 'scan.module.yaml'));
    const { loaded } = await world.shows('the part', (state) => state.loaded?.part?.path === 'scan', module);
    assert.equal(loaded?.run?.id, run.id);
    dispose();
  });

  it('keeps the log of every attempt, each at an address of its own', async () => {
    const textOf = async (attempt: number, stream: 'stdout' | 'stderr'): Promise<string> => {
      const uri = logUri({ runId: run.id, nodeId: 'scan/fetch', attempt, stream });
      return (await vscode.workspace.openTextDocument(uri)).getText();
    };
    assert.equal(await textOf(1, 'stderr'), 'no answer\n');
    assert.equal(await textOf(1, 'stdout'), 'asked in attempt 1\n');
    assert.equal(await textOf(2, 'stdout'), 'asked in attempt 2\n');
  });
});

describe('The attempts of a node', () => {
  let world: World;
  before(async () => {
    world = new World(await api());
    writeFileSync(path.join(world.folder, 'scan.module.yaml'), moduleText);
    writeFileSync(world.workflow, usesModule);
    await world.open();
  });
  after(() => world.end());

  it('are in Run Details, as each begins and ends while the run is shown', async () => {
    const { editors, runDetails } = world.runlens;
    const run = await editors.run(world.workflow);
    await vscode.commands.executeCommand(commandIds.viewDetails, run.id);
    const attempts = await eventually(
      () => {
        const { state } = runDetails;
        if (state.kind !== 'run' || state.shown.run.id !== run.id) return undefined;
        return state.shown.attempts?.find(({ attempts: all }) => all.at(-1)?.status === 'succeeded');
      },
      () => `both attempts, in ${JSON.stringify(runDetails.state)}`,
    );
    assert.equal(attempts.nodeId, 'scan/fetch');
    assert.deepEqual(
      attempts.attempts.map(({ attempt, status, exitCode }) => [attempt, status, exitCode]),
      [
        [1, 'failed', 3],
        [2, 'succeeded', 0],
      ],
    );
  });
});

describe('The lineage of a run', () => {
  let world: World;
  before(async () => {
    world = new World(await api());
    await world.open();
  });
  after(() => world.end());

  it('names the run that it runs again and those that ran it again, tells when that changes, and when the original is gone', async () => {
    const { connection } = world.runlens;
    const first = await world.run();
    const { page, dispose } = pageOf(world, first, null);
    let changes = 0;
    onNotification(page, wire.lineageChanged, () => void (changes += 1));
    assert.deepEqual(await sendRequest(page, wire.getRunLineage, {}), { runId: first.id, rerunOf: null, reruns: [] });

    const again = await connection.startAgain(first.id, { kind: 'all', inputs: null });
    await eventually(
      () => (changes > 0 ? true : undefined),
      () => 'the page is told that the run was run again',
    );
    const { reruns } = await sendRequest(page, wire.getRunLineage, {});
    assert.deepEqual(
      reruns.map(({ id, name }) => [id, name]),
      [[again.id, again.name]],
    );
    dispose();

    const second = pageOf(world, again, null);
    const before = await sendRequest(second.page, wire.getRunLineage, {});
    assert.equal(before.rerunOf?.id, first.id);
    const told = new Promise<void>((resolve) => onNotification(second.page, wire.lineageChanged, () => resolve()));
    await connection.send(deleteRun, { runId: first.id });
    await told;
    const after = await sendRequest(second.page, wire.getRunLineage, {});
    assert.equal(after.rerunOf, null);
    assert.equal((await connection.send(getRun, { run: again.id })).rerunOf, first.id);
    second.dispose();
    assert.ok(existsSync(world.workflow));
  });
});
