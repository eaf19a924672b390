/** The pages of run lists in the extension host: which there are, and what they are told. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RunlensApi } from '../../../src/extension/api';
import { commandIds } from '../../../src/extension/ids';
import type { ListPush } from '../../../src/extension/runList/listPushes';
import { eventually, runlens, writeWorkflow } from './runningParts';

describe('Run list pages', () => {
  let api: RunlensApi;
  before(async () => {
    api = await runlens();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('open once for each scope, and are revealed when asked for again', async () => {
    await vscode.commands.executeCommand(commandIds.openWorkspaceRunList);
    const first = api.runLists.page('workspace');
    await vscode.commands.executeCommand(commandIds.openVaultRunList);
    await vscode.commands.executeCommand(commandIds.openWorkspaceRunList);
    assert.ok(first);
    assert.equal(api.runLists.page('workspace'), first);
    assert.equal(first.panel.title, 'Workspace Runs');
    assert.equal(api.runLists.page('vault')?.panel.title, 'Vault Runs');
    first.panel.dispose();
    assert.equal(api.runLists.page('workspace'), undefined);
  });

  it('are told of a run that is started, and of a whole state that is out of date', async () => {
    await vscode.commands.executeCommand(commandIds.openWorkspaceRunList);
    const page = api.runLists.page('workspace');
    assert.ok(page);
    const told: ListPush[] = [];
    const listening = page.onDidSend((push) => told.push(push));
    const file = await writeWorkflow('listed', 'name: Listed\nnodes:\n  only:\n    run: echo listed\n');
    await vscode.commands.executeCommand(commandIds.runWorkflow, file);
    page.panel.reveal();
    await vscode.commands.executeCommand(commandIds.openWorkspaceRunList);
    await vscode.commands.executeCommand(commandIds.runWorkflow, file);
    page.panel.reveal();
    const seen = await eventually(
      page.onDidSend,
      () =>
        told.find((push) => push.kind === 'changed' && push.event.runs.some(({ name }) => name.startsWith('Listed'))),
      'the page is told of a run',
    );
    assert.equal(seen.kind, 'changed');
    listening.dispose();
  });

  it('come back as they were, or give way to the one that is open', async () => {
    await vscode.commands.executeCommand(commandIds.openVaultRunList);
    const open = api.runLists.page('vault');
    const second = vscode.window.createWebviewPanel('runlens.runList', '', vscode.ViewColumn.Beside, {});
    const gone = new Promise<void>((resolve) => void second.onDidDispose(resolve));
    await api.runLists.deserializeWebviewPanel(second, { scope: 'vault' });
    await gone;
    assert.equal(api.runLists.page('vault'), open);
    const kept = vscode.window.createWebviewPanel('runlens.runList', '', vscode.ViewColumn.Beside, {});
    await api.runLists.deserializeWebviewPanel(kept, 'not what we keep');
    assert.equal(api.runLists.page('workspace')?.panel, kept);
  });
});
