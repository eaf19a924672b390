import assert from 'node:assert/strict';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/ids';
import type { RunlensApi } from '../../../src/extension/api';
import type { RunSummary } from '../../../src/model/run/run';
import { answering } from './answering';
import { eventually, rowOf, rowsBelow, runlens, writeWorkflow } from './runningParts';

/** Its second node waits until the file named `go` in the workspace appears, so a test decides when it ends. */
const waiting = `name: Waiting
nodes:
  first:
    run: echo first
  wait:
    needs: [first]
    run: while [ ! -e "$WORKSPACE/go" ]; do sleep 0.05; done
`;

describe('The run trees', () => {
  let api: RunlensApi;
  let file: vscode.Uri;
  let go: string;

  before(async () => {
    api = await runlens();
    file = await writeWorkflow('waiting', waiting);
    go = path.join(path.dirname(file.fsPath), 'go');
  });
  beforeEach(() => rm(go, { force: true }));
  after(async () => {
    await writeFile(go, '');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const ofFile = (run: RunSummary): boolean => path.basename(run.workflow.path) === path.basename(file.fsPath);
  const start = async (): Promise<RunSummary> => {
    const known = new Set<string>();
    for (const group of api.workspaceRuns.groups.values()) for (const run of group.rows ?? []) known.add(run.id);
    await vscode.commands.executeCommand(commandIds.runWorkflow, file);
    const found = await eventually(
      api.connection.onRunsChanged,
      () => rowOf(api.workspaceRuns, (run) => ofFile(run) && !known.has(run.id)),
      'the started run is in the tree',
    );
    return found.row.run;
  };
  const inGroup = (id: string, group: string, tree = api.workspaceRuns): Promise<RunSummary> =>
    eventually(
      tree.onDidChange,
      async () => {
        const found = await rowOf(tree, (run) => run.id === id);
        return found?.group === group ? found.row.run : undefined;
      },
      `run ${id} is under ${group}`,
    );

  it('show a started run under an active group, then under Completed, with no refresh asked for', async () => {
    const run = await start();
    await inGroup(run.id, 'Running');
    await inGroup(run.id, 'Running', api.workflowRuns);
    const active = await rowOf(api.workspaceRuns, ({ id }) => id === run.id);
    assert.ok(active);
    const item = await api.workspaceRuns.rows.getTreeItem(active.row);
    assert.match(String(item.description), /^Manual · Running.* · Waiting · .*just now · \S+$/);
    assert.match(item.accessibilityInformation?.label ?? '', /Running/);
    assert.match(item.contextValue ?? '', /\bstop\b/);
    assert.doesNotMatch(item.contextValue ?? '', /\bdelete\b/);
    const nodes = await rowsBelow(api.workspaceRuns, active.row);
    assert.deepEqual(
      nodes.map((row) => (row.kind === 'nodeRun' ? row.nodeRun.id : row.kind)),
      ['workflow', 'first', 'wait'],
    );

    await writeFile(go, '');
    const completed = await inGroup(run.id, 'Completed');
    assert.ok(completed.durationMs !== null && completed.durationMs > 0);
    await inGroup(run.id, 'Completed', api.workflowRuns);
    assert.equal(await rowOf(api.workspaceRuns, ({ id, status }) => id === run.id && status === 'Running'), undefined);
  });

  it('follow the nodes of an expanded run while it runs', async () => {
    const run = await start();
    const { row } = await eventually(
      api.workspaceRuns.onDidChange,
      async () => {
        const found = await rowOf(api.workspaceRuns, ({ id }) => id === run.id);
        return found?.group === 'Running' ? found : undefined;
      },
      'the run is running',
    );
    await eventually(
      api.connection.onNodesChanged,
      async () => {
        const nodes = await rowsBelow(api.workspaceRuns, row);
        const statuses = nodes.map((node) => (node.kind === 'nodeRun' ? node.nodeRun.status : null));
        return statuses[1] === 'succeeded' && statuses[2] === 'running' ? statuses : undefined;
      },
      'the first node succeeded and the second one runs',
    );
    await vscode.commands.executeCommand(commandIds.stopRun, run.id);
    await inGroup(run.id, 'Stopped');
  });

  it('load the started run into the editor of its workflow', async () => {
    const run = await start();
    const active = api.editors.active();
    assert.equal(active?.loadedRunId, run.id);
    assert.equal(active?.uri.fsPath, file.fsPath);
    await vscode.commands.executeCommand(commandIds.stopRun, run.id);
    await inGroup(run.id, 'Stopped');
  });

  it('take the new name of a run, refusing none and too long ones', async () => {
    const run = await start();
    await answering({ input: ['', 'x'.repeat(201), ' Nightly '] }, async (asked) => {
      await vscode.commands.executeCommand(commandIds.renameRun, run.id);
      assert.equal(asked.prefilled, run.name);
      assert.deepEqual(asked.refused, ['', 'x'.repeat(201)]);
    });
    await eventually(
      api.workspaceRuns.onDidChange,
      () => rowOf(api.workspaceRuns, ({ id, name }) => id === run.id && name === 'Nightly'),
      'the row has the new name',
    );
    await writeFile(go, '');
    await inGroup(run.id, 'Completed');
  });

  it('run a version again and open the new run', async () => {
    await writeFile(go, '');
    const run = await start();
    await inGroup(run.id, 'Completed');
    await vscode.commands.executeCommand(commandIds.runAgain, run.id);
    const { row } = await eventually(
      api.workspaceRuns.onDidChange,
      () => rowOf(api.workspaceRuns, ({ rerunOf }) => rerunOf === run.id),
      'the run again is in the tree',
    );
    assert.equal(row.run.versionId, run.versionId);
    assert.equal(api.editors.active()?.loadedRunId, row.run.id);
    await inGroup(row.run.id, 'Completed');
  });

  it('delete a run after asking by its name, and not without', async () => {
    await writeFile(go, '');
    const run = await start();
    await inGroup(run.id, 'Completed');
    const isThere = async (): Promise<boolean> =>
      (await rowOf(api.workspaceRuns, ({ id }) => id === run.id)) !== undefined;
    await answering({ button: undefined }, async (asked) => {
      await vscode.commands.executeCommand(commandIds.deleteRun, run.id);
      assert.match(asked.question ?? '', new RegExp(`“${run.name}”`));
    });
    assert.ok(await isThere());
    await answering({ button: 'Delete' }, async () => {
      await vscode.commands.executeCommand(commandIds.deleteRun, run.id);
    });
    await eventually(
      api.workspaceRuns.onDidChange,
      async () => ((await isThere()) ? undefined : true),
      'the row is gone',
    );
  });

  it('offer in the palette only runs that allow the action', async () => {
    await writeFile(go, '');
    const ended = await start();
    await inGroup(ended.id, 'Completed');
    await rm(go);
    const running = await start();
    await inGroup(running.id, 'Running');
    await answering({ pick: running.name }, async (asked) => {
      await vscode.commands.executeCommand(commandIds.stopRun);
      assert.deepEqual(asked.offered, [running.name, 'Search the runs of all workspaces']);
    });
    await inGroup(running.id, 'Stopped');
    await answering({ pick: null }, async (asked) => {
      await vscode.commands.executeCommand(commandIds.runAgain);
      assert.equal(asked.offered[0], running.name, 'the newest stands first');
      assert.ok(asked.offered.includes(ended.name));
    });
  });

  it('keep the runs of a workflow that is renamed', async () => {
    const old = await writeWorkflow('before', 'name: Moving\nnodes:\n  only:\n    run: echo moved\n');
    await vscode.commands.executeCommand(commandIds.runWorkflow, old);
    const { row } = await eventually(
      api.connection.onRunsChanged,
      () => rowOf(api.workspaceRuns, ({ workflow }) => workflow.path.endsWith('before.workflow.yaml')),
      'the run is in the tree',
    );
    await inGroup(row.run.id, 'Completed');
    const edit = new vscode.WorkspaceEdit();
    const renamed = vscode.Uri.file(old.fsPath.replace('before', 'after'));
    edit.renameFile(old, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually(
      api.connection.onRunsChanged,
      () => rowOf(api.workspaceRuns, ({ id, workflow }) => id === row.run.id && workflow.path === renamed.fsPath),
      'the run belongs to the file at its new place',
    );
  });

  it('say so when the file of a run is gone, and still open the run', async () => {
    const gone = await writeWorkflow('gone', 'name: Gone\nnodes:\n  only:\n    run: echo gone\n');
    await vscode.commands.executeCommand(commandIds.runWorkflow, gone);
    const { row } = await eventually(
      api.connection.onRunsChanged,
      () => rowOf(api.workspaceRuns, ({ workflow }) => workflow.path.endsWith('gone.workflow.yaml')),
      'the run is in the tree',
    );
    await inGroup(row.run.id, 'Completed');
    await rename(gone.fsPath, `${gone.fsPath}.away`);
    await answering({ button: undefined }, async (asked) => {
      await vscode.commands.executeCommand(commandIds.openWorkflow, row);
      assert.match(asked.question ?? '', /is gone: moved or deleted .* `runlens move/);
    });
    await vscode.commands.executeCommand(commandIds.viewInEditor, row);
    assert.equal(api.editors.active()?.loadedRunId, row.run.id);
  });
});
