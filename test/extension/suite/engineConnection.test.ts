import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunlensApi } from '../../../src/extension/api';
import type { LoadMoreElement, RunTreeElement } from '../../../src/extension/runTree/elements';
import { commandIds } from '../../../src/extension/ids';
import { nodeEnvironment } from '../../../src/engine/client/client';
import { rerun } from '../../../src/protocol/engine';
import { eventually, rowOf, rowsBelow, runlens, writeWorkflow } from './runningParts';

const waiting = `name: Survivor
nodes:
  wait:
    run: while [ ! -e "$WORKSPACE/survive" ]; do sleep 0.05; done
`;

describe('The line to the engine', () => {
  let api: RunlensApi;
  before(async () => {
    api = await runlens();
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const groupOf = (id: string, group: string): Promise<string> =>
    eventually(
      api.workspaceRuns.onDidChange,
      async () => ((await rowOf(api.workspaceRuns, (run) => run.id === id))?.group === group ? group : undefined),
      `run ${id} is under ${group}`,
    );

  it('mends itself when the engine is killed, and the run that goes on is followed to its end', async () => {
    const file = await writeWorkflow('survivor', waiting);
    const go = path.join(path.dirname(file.fsPath), 'survive');
    await rm(go, { force: true });
    const run = await api.editors.run(file.fsPath);
    assert.ok(run);
    await groupOf(run.id, 'Running');
    const { state } = api.connection;
    assert.equal(state.kind, 'ready');
    const reconnected = eventually(
      api.connection.onDidReconnect,
      () => {
        const now = api.connection.state;
        return now.kind === 'ready' && now.engine.pid !== state.engine.pid ? now : undefined;
      },
      'another engine is connected',
    );
    process.kill(state.engine.pid, 'SIGKILL');
    await reconnected;
    await groupOf(run.id, 'Running');
    await writeFile(go, '');
    await groupOf(run.id, 'Completed');
  });

  it('shows a hundred runs of a group, the others with "Load more", and keeps them when a run is added', async function () {
    this.timeout(180_000);
    const file = await writeWorkflow('many', 'name: Many\nnodes:\n  only:\n    run: exit 3\n');
    const first = await api.editors.run(file.fsPath);
    assert.ok(first);
    const environment = nodeEnvironment(process.env);
    const again = () =>
      api.connection.send(rerun, {
        runId: first.id,
        part: { kind: 'all', inputs: null },
        creationType: 'API',
        environment,
      });
    await Promise.all(Array.from({ length: 102 }, again));
    const group = await eventually(
      api.workflowRuns.onDidChange,
      async () => {
        const groups = [...api.workflowRuns.groups.values()].filter(({ count }) => count > 0);
        const [only] = await rowsBelow(api.workflowRuns);
        return groups.length === 1 && groups[0]?.count === 103 && only?.kind === 'group' ? only : undefined;
      },
      'all 103 runs have failed',
      120_000,
    );
    const rows = await rowsBelow(api.workflowRuns, group);
    const more = rows.at(-1);
    assert.equal(rows.length, 101);
    assert.ok(isLoadMore(more));
    await vscode.commands.executeCommand(commandIds.loadMoreRuns, more);
    assert.equal((await rowsBelow(api.workflowRuns, group)).length, 103);
    await again();
    await eventually(
      api.workflowRuns.onDidChange,
      async () => ((await rowsBelow(api.workflowRuns, group)).length === 104 ? true : undefined),
      'the added run joined the others',
    );
  });
});

function isLoadMore(row: RunTreeElement | undefined): row is LoadMoreElement {
  return row?.kind === 'loadMore';
}
