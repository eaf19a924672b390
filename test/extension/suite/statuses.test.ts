/** The table "Run Statuses": each status as a run of the real engine comes to it, and as the tree shows it. */
import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunlensApi } from '../../../src/extension/api';
import { commandIds } from '../../../src/extension/ids';
import type { RunSummary } from '../../../src/model/run/run';
import { isActive, type RunStatus } from '../../../src/model/run/status';
import { getRun } from '../../../src/protocol/engine';
import { eventually, rowOf, runlens, writeWorkflow } from './runningParts';

const gate = 'while [ ! -e "$WORKSPACE/status-go" ]; do sleep 0.05; done';
const node = (id: string, more: string): string => `  ${id}:\n    ${more}\n`;
const workflow = (name: string, ...nodes: string[]): string => `name: ${name}\nnodes:\n${nodes.join('')}`;

describe('A run is shown as', () => {
  let api: RunlensApi;
  let go: string;
  before(async () => {
    api = await runlens();
  });
  beforeEach(async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    go = path.join(folder.uri.fsPath, 'status-go');
    await rm(go, { force: true });
  });
  afterEach(async () => {
    await writeFile(go, '');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const start = async (name: string, ...nodes: string[]): Promise<RunSummary> => {
    const file = await writeWorkflow(`status-${name}`, workflow(name, ...nodes));
    return api.editors.run(file.fsPath);
  };
  /** Waits until the run's row stands under the status, and says so in words. */
  const shown = async (run: RunSummary, status: RunStatus): Promise<RunSummary> => {
    const tree = api.workspaceRuns;
    const found = await eventually(
      tree.onDidChange,
      async () => {
        const row = await rowOf(tree, ({ id }) => id === run.id);
        return row?.group === status ? row : undefined;
      },
      `${run.name} is under ${status}`,
    );
    const item = await tree.rows.getTreeItem(found.row);
    assert.ok(item.accessibilityInformation?.label.includes(status), item.accessibilityInformation?.label);
    assert.ok(found.row.run.endedAt === null || !isActive(status), 'an active run has an end');
    return found.row.run;
  };

  it('Pending while it "is queued and waiting to start", and Running while it "is currently executing"', async () => {
    const nodes = Array.from({ length: availableParallelism() }, (_, index) => node(`wait-${index}`, `run: ${gate}`));
    const first = await start('busy', ...nodes);
    await shown(first, 'Running');
    const queued = await start('queued', node('only', 'run: echo done'));
    const pending = await shown(queued, 'Pending');
    assert.equal(pending.startedAt, null);
    await writeFile(go, '');
    await shown(first, 'Completed');
    await shown(queued, 'Completed');
  });

  it('Stopping after "Stop was requested; run is winding down", then Stopped, "before completion"', async () => {
    // It does not hear the first signal, so the winding down takes a while.
    const stubborn = `run: trap '' TERM; ${gate}`;
    const run = await start('stubborn', node('wait', stubborn), node('after', 'needs: [wait]\n    run: echo never'));
    await shown(run, 'Running');
    await vscode.commands.executeCommand(commandIds.stopRun, run.id);
    const stopping = await shown(run, 'Stopping');
    assert.equal(stopping.endedAt, null);
    const stopped = await shown(run, 'Stopped');
    assert.notEqual(stopped.endedAt, null);
  });

  it('Completed when "all nodes finished successfully"', async () => {
    const run = await start('good', node('one', 'run: echo 1'), node('two', 'run: echo 2'));
    await shown(run, 'Completed');
    const { nodes } = await api.connection.send(getRun, { run: run.id });
    assert.deepEqual(
      nodes.map(({ status }) => status),
      ['succeeded', 'succeeded'],
    );
  });

  it('Partial Success when "some nodes succeeded; some did not"', async () => {
    const run = await start('partly', node('one', 'run: echo 1'), node('two', 'run: exit 7'));
    await shown(run, 'Partial Success');
  });

  it('Failed when it "finished with one or more failed nodes" and no end of it was reached', async () => {
    const run = await start('bad', node('one', 'run: exit 7'), node('two', 'needs: [one]\n    run: echo never'));
    await shown(run, 'Failed');
    const { nodes } = await api.connection.send(getRun, { run: run.id });
    assert.deepEqual(
      nodes.map(({ status, exitCode }) => [status, exitCode]),
      [
        ['failed', 7],
        ['skipped', null],
      ],
    );
  });

  it('Error when it "ended due to a platform error", which it names', async () => {
    const known = process.env['PATH'];
    process.env['PATH'] = '/nowhere';
    let run: RunSummary;
    try {
      run = await start('shellless', node('one', 'shell: node\n    run: console.log(1)'));
    } finally {
      process.env['PATH'] = known;
    }
    const ended = await shown(run, 'Error');
    assert.match(ended.message ?? '', /node/);
  });
});
