import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunlensApi } from '../../../src/extension/api';
import { commandIds } from '../../../src/extension/ids';
import { activeCount } from '../../../src/extension/runTree/runGroups';
import type { RunTree } from '../../../src/extension/runTree/runTree';
import { noFilters } from '../../../src/model/run/chosenFilters';
import type { RunSummary } from '../../../src/model/run/run';
import { renameRun, startRun } from '../../../src/protocol/engine';
import { choosing } from './choosing';
import { eventually, rowsBelow, runlens, writeWorkflow } from './runningParts';

/** Waits for the file `gate` in its workspace. */
const gated = (name: string, project: string): string => `name: ${name}
project: ${project}
nodes:
  wait: { label: Wait for the gate, run: 'while [ ! -e "$WORKSPACE/gate-${project}" ]; do sleep 0.05; done' }
`;
const failing = `name: Sieve
project: sieving
nodes:
  only: { run: exit 3 }
`;

describe('The filters of the run trees', () => {
  let api: RunlensApi;
  let folder: string;
  let elsewhere: string;
  let waiting: vscode.Uri;
  let failed: RunSummary;
  let running: RunSummary;
  let other: RunSummary;

  before(async () => {
    api = await runlens();
    waiting = await writeWorkflow('strainer', gated('Strainer', 'straining'));
    const sieve = await writeWorkflow('sieve', failing);
    folder = await realpath(path.dirname(waiting.fsPath));
    elsewhere = await realpath(await mkdtemp(path.join(tmpdir(), 'runlens-elsewhere-')));
    await writeFile(path.join(elsewhere, 'far.workflow.yaml'), gated('Far away', 'faraway'));
    failed = await start(sieve.fsPath, folder, 'Night audit <b>');
    running = await start(waiting.fsPath, folder, 'Day audit');
    other = await start(path.join(elsewhere, 'far.workflow.yaml'), elsewhere, 'Far audit');
    // Each tree learns of them by itself.
    for (const tree of [api.vaultRuns, api.workspaceRuns]) {
      await shown(tree, failed.id, 'Failed');
      await shown(tree, running.id, 'Running');
    }
    await shown(api.vaultRuns, other.id, 'Running');
  });
  afterEach(async () => {
    for (const tree of [api.workspaceRuns, api.workflowRuns, api.vaultRuns]) await tree.choose(noFilters);
  });
  after(async () => {
    await writeFile(path.join(folder, 'gate-straining'), '');
    await writeFile(path.join(elsewhere, 'gate-faraway'), '');
    await shown(api.vaultRuns, running.id, 'Completed');
    await shown(api.vaultRuns, other.id, 'Completed');
    await rm(elsewhere, { recursive: true, force: true });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const start = (workflowPath: string, workspace: string, name: string): Promise<RunSummary> =>
    api.connection.send(startRun, {
      workflowPath,
      workspace,
      name,
      versionId: null,
      inputs: {},
      fleet: null,
      creationType: 'API',
      environment: { PATH: process.env['PATH'] ?? '' },
    });
  /** The runs of this suite that the tree shows, by name, with their groups. */
  const runsIn = async (tree: RunTree): Promise<Record<string, string>> => {
    const found: Record<string, string> = {};
    for (const group of await rowsBelow(tree)) {
      for (const row of await rowsBelow(tree, group)) {
        if (row.kind !== 'run' || ![failed, running, other].some((run) => run?.id === row.run.id)) continue;
        found[row.run.name] = row.parent.status;
      }
    }
    return found;
  };
  const shown = (tree: RunTree, id: string, group: string): Promise<true> =>
    eventually(
      tree.onDidChange,
      async () => {
        for (const parent of await rowsBelow(tree)) {
          if (parent.kind !== 'group' || parent.status !== group) continue;
          const rows = await rowsBelow(tree, parent);
          if (rows.some((row) => row.kind === 'run' && row.run.id === id)) return true;
        }
        return undefined;
      },
      `${id} is under ${group}`,
    );
  const filterVault = (...choices: Parameters<typeof choosing>[0]): ReturnType<typeof choosing> =>
    choosing([...choices, null], async () => {
      await vscode.commands.executeCommand(commandIds.filterVaultRuns);
    });

  it('are none at first: Vault Runs shows the runs of all workspaces, each with its own', async () => {
    assert.deepEqual(await runsIn(api.vaultRuns), {
      'Far audit': 'Running',
      'Day audit': 'Running',
      'Night audit <b>': 'Failed',
    });
    const inWorkspace = await runsIn(api.workspaceRuns);
    assert.deepEqual(Object.keys(inWorkspace).sort(), ['Day audit', 'Night audit <b>']);
    const [group] = await rowsBelow(api.vaultRuns);
    const row = (await rowsBelow(api.vaultRuns, group)).find((one) => one.kind === 'run' && one.run.id === other.id);
    assert.ok(row?.kind === 'run');
    const item = await api.vaultRuns.rows.getTreeItem(row);
    assert.match(String(item.description), new RegExp(`^${path.basename(elsewhere)} · API · Running.* · Far away · `));
    assert.match(item.accessibilityInformation?.label ?? '', new RegExp(`workspace ${path.basename(elsewhere)}`));
    const token = new vscode.CancellationTokenSource().token;
    const resolved = await api.vaultRuns.rows.resolveTreeItem?.(item, row, token);
    assert.ok(resolved?.tooltip instanceof vscode.MarkdownString);
    assert.ok(resolved.tooltip.value.includes(new vscode.MarkdownString().appendText(elsewhere).value));
    assert.equal(api.vaultRuns.badge, 0, 'VS Code adds badges up: only Workspace Runs has one');
  });

  it('take a status, and say so beside the title', async () => {
    await filterVault({ pick: 'Status' }, { pick: 'Failed' });
    assert.deepEqual(await runsIn(api.vaultRuns), { 'Night audit <b>': 'Failed' });
    assert.equal(api.vaultRuns.description, 'Failed');
  });

  it('take several workflows, people and projects at once', async () => {
    await filterVault({ pick: 'Recent Workflows' }, { pick: ['Far away', 'Sieve'] });
    assert.deepEqual(Object.keys(await runsIn(api.vaultRuns)).sort(), ['Far audit', 'Night audit <b>']);
    assert.equal(api.vaultRuns.description, 'Far away, Sieve');
    await filterVault({ pick: 'Project' }, { pick: 'faraway' }, { pick: 'Started By' }, { pick: other.author });
    assert.deepEqual(Object.keys(await runsIn(api.vaultRuns)), ['Far audit']);
    assert.equal(api.vaultRuns.description, `Far away, Sieve · by ${other.author} · project faraway`);
  });

  it('take a part of a name or of an id, in any case', async () => {
    await filterVault({ pick: 'Name or Id' }, { type: ['x'.repeat(201), '  NIGHT audit <B> '] });
    assert.deepEqual(Object.keys(await runsIn(api.vaultRuns)), ['Night audit <b>']);
    assert.equal(api.vaultRuns.description, '“NIGHT audit <B>”');
    await filterVault({ pick: 'Name or Id' }, { type: running.id.slice(6).toLowerCase() });
    assert.deepEqual(Object.keys(await runsIn(api.vaultRuns)), ['Day audit']);
  });

  it('take days', async () => {
    await filterVault({ pick: 'Time Created' }, { pick: 'today' });
    assert.equal(Object.keys(await runsIn(api.vaultRuns)).length, 3);
    await filterVault(
      { pick: 'Time Created' },
      { pick: 'between two days…' },
      { type: '' },
      { type: ['soon', '2020-01-31'] },
    );
    assert.deepEqual(await runsIn(api.vaultRuns), {});
    assert.equal(api.vaultRuns.description, 'until 2020-01-31');
  });

  it('show in their menu what is set, and keep it when a question is left with Escape', async () => {
    const [menu, , again] = await filterVault({ pick: 'Status' }, { pick: 'Active' }, { pick: 'Started By' }, null);
    assert.equal(menu?.title, 'Filter Vault Runs');
    assert.equal(menu?.rows[0], 'Status: all');
    assert.equal(again?.rows[0], 'Status: Active');
    assert.ok(again?.rows.includes('Clear All Filters'));
    assert.equal(api.vaultRuns.description, 'Active');
    await choosing([{ pick: 'Clear All Filters' }], async () => {
      await vscode.commands.executeCommand(commandIds.changeVaultRunsFilter);
    });
    assert.equal(api.vaultRuns.description, '');
    assert.equal(Object.keys(await runsIn(api.vaultRuns)).length, 3);
  });

  it('let a run go that does not match any more, and take one that does', async () => {
    await filterVault({ pick: 'Name or Id' }, { type: 'renamed' });
    assert.deepEqual(await runsIn(api.vaultRuns), {});
    await api.connection.send(renameRun, { runId: failed.id, name: 'Renamed' });
    await shown(api.vaultRuns, failed.id, 'Failed');
    await api.connection.send(renameRun, { runId: failed.id, name: 'Night audit <b>' });
    await eventually(
      api.vaultRuns.onDidChange,
      async () => (Object.keys(await runsIn(api.vaultRuns)).length === 0 ? true : undefined),
      'the run is gone from the filtered view',
    );
  });

  it('leave the badge alone: it counts every active run of the workspace', async () => {
    const counted = (active: number): Promise<true> =>
      eventually(
        api.workspaceRuns.onDidCountActive,
        () => (api.workspaceRuns.badge === active ? true : undefined),
        `the badge counts ${active}`,
      );
    await runsIn(api.workspaceRuns);
    const active = activeCount(api.workspaceRuns.groups);
    assert.ok(active > 0);
    await counted(active);
    await choosing([{ pick: 'Status' }, { pick: 'Failed' }, null], async () => {
      await vscode.commands.executeCommand(commandIds.filterWorkspaceRuns);
    });
    assert.deepEqual(await runsIn(api.workspaceRuns), { 'Night audit <b>': 'Failed' });
    assert.equal(api.workspaceRuns.badge, active);
    const hidden = await start(waiting.fsPath, folder, 'Hidden by the filter');
    await counted(active + 1);
    await vscode.commands.executeCommand(commandIds.stopRun, hidden.id);
    await counted(active);
  });

  it('are cleared by one command, for their own view alone', async () => {
    await filterVault({ pick: 'Status' }, { pick: 'Failed' });
    await choosing([{ pick: 'Status' }, { pick: 'Stopped' }, null], async () => {
      await vscode.commands.executeCommand(commandIds.filterWorkspaceRuns);
    });
    await vscode.commands.executeCommand(commandIds.clearVaultRunsFilter);
    assert.equal(api.vaultRuns.description, '');
    assert.equal(api.workspaceRuns.description, 'Stopped');
  });

  it('are offered on Workflow Runs without those that one workflow cannot have', async () => {
    await vscode.commands.executeCommand('vscode.open', waiting);
    await eventually(
      api.workflowRuns.onDidChange,
      async () => (Object.keys(await runsIn(api.workflowRuns)).join() === 'Day audit' ? true : undefined),
      'the runs of the workflow in front are shown',
    );
    const [menu] = await choosing([{ pick: 'Started By' }, null, null], async () => {
      await vscode.commands.executeCommand(commandIds.filterWorkflowRuns);
    });
    assert.deepEqual(
      menu?.rows.map((row) => row.split(':')[0]),
      ['Status', 'Started By', 'Name or Id', 'Time Created'],
    );
  });
});
