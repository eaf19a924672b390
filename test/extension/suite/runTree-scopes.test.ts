import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { RunlensApi } from '../../../src/extension/api';
import { EngineConnection } from '../../../src/extension/engineConnection';
import { commandIds } from '../../../src/extension/ids';
import { RunListing } from '../../../src/extension/runTree/runListing';
import { pageSize } from '../../../src/extension/runTree/runGroups';
import { snapshotUri } from '../../../src/extension/snapshots/snapshotUri';
import { everyRun } from '../../../src/model/run/query';
import type { RunSummary } from '../../../src/model/run/run';
import { countRuns, stopEngine } from '../../../src/protocol/engine';
import type { RequestDefinition } from '../../../src/protocol/rpc';
import { eventually, rowOf, rowsBelow, runlens, writeWorkflow } from './runningParts';

const short = (name: string): string => `name: ${name}
nodes:
  first: { label: First of all, run: echo first }
  removed: { label: Soon gone, needs: [first], run: echo second }
`;

/** Notes how many runs came with each answer. */
class CountingConnection extends EngineConnection {
  readonly sent: number[] = [];

  override async send<Params, Result>(definition: RequestDefinition<Params, Result>, params: Params): Promise<Result> {
    const result = await super.send(definition, params);
    if (typeof result === 'object' && result !== null && 'runs' in result && Array.isArray(result.runs)) {
      this.sent.push(result.runs.length);
    }
    return result;
  }
}

describe('The scopes of the run trees', () => {
  let api: RunlensApi;

  before(async () => {
    api = await runlens();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const runOnce = async (file: vscode.Uri): Promise<RunSummary> => {
    await vscode.commands.executeCommand(commandIds.runWorkflow, file);
    const { row } = await eventually(
      api.connection.onRunsChanged,
      () => rowOf(api.vaultRuns, ({ workflow, status }) => workflow.path === file.fsPath && status === 'Completed'),
      `${file.fsPath} has run`,
    );
    return row.run;
  };
  const pathsIn = (): Set<string> =>
    new Set([...api.workflowRuns.groups.values()].flatMap(({ rows }) => (rows ?? []).map((run) => run.workflow.path)));

  it('never mix workflows: Workflow Runs has the runs of the tab in front, however fast tabs change', async () => {
    const one = await writeWorkflow('scope-one', short('One'));
    const other = await writeWorkflow('scope-other', short('Other'));
    const run = await runOnce(one);
    await runOnce(other);
    const snapshot = snapshotUri({ runId: run.id, file: path.basename(one.fsPath) });
    const mixed: string[] = [];
    const listener = api.workflowRuns.onDidChange(() => {
      const wanted = api.workflowRuns.scope?.workflowPaths?.[0];
      for (const found of pathsIn()) if (found !== wanted) mixed.push(`${found} in the list of ${wanted}`);
      // As VS Code does after each change, whose answers come while the next tab is in front already.
      void rowOf(api.workflowRuns, () => false);
    });
    for (let turn = 0; turn < 12; turn += 1) {
      await vscode.commands.executeCommand('vscode.open', [one, other, snapshot][turn % 3]);
    }
    for (const [uri, file] of [
      [other, other],
      [snapshot, one],
      [one, one],
    ] as const) {
      await vscode.commands.executeCommand('vscode.open', uri);
      await eventually(
        api.workflowRuns.onDidChange,
        async () => {
          if (api.workflowRuns.scope?.workflowPaths?.[0] !== file.fsPath) return undefined;
          return (await rowOf(api.workflowRuns, ({ workflow }) => workflow.path === file.fsPath)) && true;
        },
        `the runs of ${file.fsPath} are shown for ${uri.toString()}`,
      );
      assert.deepEqual([...pathsIn()], [file.fsPath]);
    }
    listener.dispose();
    assert.deepEqual(mixed, []);
  });

  it('have no runs for a module that never ran, and those of the workflow again after it', async () => {
    const file = await writeWorkflow('scope-third', short('Third'));
    await runOnce(file);
    const module = vscode.Uri.file(file.fsPath.replace('scope-third.workflow', 'scope-part.module'));
    await vscode.workspace.fs.writeFile(module, Buffer.from(short('Part')));
    for (const [uri, expected] of [
      [module, []],
      [file, [file.fsPath]],
    ] as const) {
      await vscode.commands.executeCommand('vscode.open', uri);
      await eventually(
        api.workflowRuns.onDidChange,
        () => (api.workflowRuns.scope?.workflowPaths?.[0] === uri.fsPath ? true : undefined),
        `${uri.fsPath} is in front`,
      );
      await rowOf(api.workflowRuns, () => false);
      assert.deepEqual([...pathsIn()], expected);
    }
  });

  it('stay with the workflow while its history, its form or a comparison of its run is in front', async () => {
    const file = await writeWorkflow(
      'scope-pages',
      `inputs:\n  word: { type: string, default: hi }\n${short('Paged')}`,
    );
    const run = await runOnce(file);
    const away = vscode.Uri.file(file.fsPath.replace('scope-pages.workflow.yaml', 'scope-pages.txt'));
    await vscode.workspace.fs.writeFile(away, Buffer.from('no workflow'));
    const scopeIs = (wanted: string | undefined) =>
      eventually(
        api.workflowRuns.onDidChange,
        () => (api.workflowRuns.scope?.workflowPaths?.[0] === wanted ? true : undefined),
        `the runs of ${wanted} are shown`,
      );
    for (const [command, parameter] of [
      [commandIds.showHistory, file],
      [commandIds.runWithInputs, file],
      [commandIds.compareWithLive, run.id],
    ] as const) {
      await vscode.commands.executeCommand('vscode.open', away);
      await scopeIs(undefined);
      await vscode.commands.executeCommand(command, parameter);
      await scopeIs(file.fsPath);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await scopeIs(undefined);
  });

  it('call nodes as the version that ran did: a node removed since is still in its old run', async () => {
    const file = await writeWorkflow('scope-labels', short('Labels'));
    const run = await runOnce(file);
    await writeWorkflow('scope-labels', 'name: Labels\nnodes:\n  first: { label: Renamed, run: echo first }\n');
    const found = await rowOf(api.vaultRuns, ({ id }) => id === run.id);
    assert.ok(found);
    const rows = (await rowsBelow(api.vaultRuns, found.row)).filter(({ kind }) => kind === 'nodeRun');
    const items: vscode.TreeItem[] = [];
    for (const row of rows) items.push(await api.vaultRuns.rows.getTreeItem(row));
    assert.deepEqual(
      items.map(({ label }) => label),
      ['First of all', 'Soon gone'],
    );
    assert.match(items[1]?.accessibilityInformation?.label ?? '', /^Node Soon gone, removed, Succeeded/);
  });

  it('cost little with 100,000 runs: one page for a group that is open, one more for each "Load more"', async function () {
    this.timeout(300_000);
    const folder = await mkdtemp(path.join(tmpdir(), 'runlens-many-'));
    const home = path.join(folder, 'home');
    const root = vscode.extensions.getExtension('runlens.runlens')?.extensionPath ?? '';
    const seed = path.join(root, 'test', 'host', 'seedVault.mjs');
    await promisify(execFile)(process.execPath, [seed, home, '100000', path.join(folder, 'workspace')]);
    const log = vscode.window.createOutputChannel('Runlens, many runs', { log: true });
    const engine = { engineFile: path.join(root, 'dist', 'engine.js'), clientVersion: '0.1.0', home };
    const connection = new CountingConnection(engine, log);
    const { sent } = connection;
    const listing = new RunListing(connection, log);
    try {
      listing.setFilter(everyRun);
      await listing.load();
      assert.deepEqual(sent, [], 'counting sends no run');
      const { counts } = await connection.send(countRuns, { filter: everyRun });
      assert.equal(
        counts.reduce((sum, { count }) => sum + count, 0),
        100_000,
      );
      const open = await listing.open('Completed');
      assert.deepEqual([open?.rows?.length, open?.hasMore, sent], [pageSize, true, [pageSize]]);
      await listing.loadMore('Completed');
      assert.deepEqual([listing.groups.get('Completed')?.rows?.length, sent], [2 * pageSize, [pageSize, pageSize]]);
      listing.setFilter({ ...everyRun, text: '7' });
      await listing.load();
      const filtered = await listing.open('Failed');
      assert.ok((filtered?.rows?.length ?? 0) > 0);
      assert.deepEqual(sent.slice(2), [filtered?.rows?.length]);
    } finally {
      await connection.send(stopEngine, {});
      listing.dispose();
      connection.dispose();
      log.dispose();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
