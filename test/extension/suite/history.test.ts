/** The history of a workflow in the extension host: its page, what is compared, the commits of a real repository. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { RunlensApi } from '../../../src/extension/api';
import { commitsBetween } from '../../../src/extension/history/commitsBetween';
import type { HistoryPush } from '../../../src/extension/history/historyPushes';
import { showTextDiff, versionDifferences } from '../../../src/extension/history/versionDifferences';
import { commandIds, historyViewType } from '../../../src/extension/ids';
import { readHistory } from '../../../src/model/history/history';
import type { RunSummary } from '../../../src/model/run/run';
import { isActive } from '../../../src/model/run/status';
import { getRun } from '../../../src/protocol/engine';
import { getHistory } from '../../../src/protocol/workflowHistory';
import { eventually as soon } from './editor-world';
import { eventually, runlens, writeWorkflow } from './runningParts';

const good = 'name: Told\nnodes:\n  only:\n    run: echo fine\n';
const bad = 'name: Told\nnodes:\n  only:\n    run: exit 3\n';

describe('The history of a workflow', () => {
  let api: RunlensApi;
  before(async () => {
    api = await runlens();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** Runs the file as it is and waits for its end. */
  async function ran(file: vscode.Uri): Promise<RunSummary> {
    const workspace = path.dirname(file.fsPath);
    const { id } = await api.connection.start({
      workflowPath: file.fsPath,
      workspace,
      versionId: null,
      inputs: {},
      name: null,
      fleet: null,
      environment: { PATH: process.env['PATH'] ?? '' },
    });
    return eventually(
      api.connection.onRunsChanged,
      async () => {
        const run = await api.connection.send(getRun, { run: id });
        return isActive(run.status) ? undefined : run;
      },
      `the run of ${path.basename(file.fsPath)} ends`,
    );
  }

  it('opens once for a workflow, from its file and from a run, and comes back with the window', async () => {
    const file = await writeWorkflow('told', good);
    const run = await ran(file);
    await vscode.commands.executeCommand(commandIds.showHistory, file);
    const page = api.histories.page(run.workflow.path);
    assert.ok(page);
    await vscode.commands.executeCommand(commandIds.showHistory, run.id);
    assert.equal(api.histories.page(run.workflow.path), page);
    const second = vscode.window.createWebviewPanel(historyViewType, '', vscode.ViewColumn.Beside, {});
    const gone = new Promise<void>((resolve) => void second.onDidDispose(resolve));
    await api.histories.deserializeWebviewPanel(second, { workflowPath: run.workflow.path });
    await gone;
    page.panel.dispose();
    assert.equal(api.histories.page(run.workflow.path), undefined);
    const kept = vscode.window.createWebviewPanel(historyViewType, '', vscode.ViewColumn.Active, {});
    await api.histories.deserializeWebviewPanel(kept, { workflowPath: run.workflow.path });
    assert.equal(api.histories.page(run.workflow.path)?.panel, kept);
    assert.match(kept.title, /^History: /);
  });

  it('is told of the runs of its workflow, and of no others', async () => {
    const file = await writeWorkflow('followed', good.replace('Told', 'Followed'));
    const other = await writeWorkflow('other', good.replace('Told', 'Other'));
    await vscode.commands.executeCommand(commandIds.showHistory, file);
    const first = await ran(file);
    const page = api.histories.page(first.workflow.path);
    assert.ok(page);
    const told: HistoryPush[] = [];
    const listening = page.onDidSend((push) => told.push(push));
    const stranger = await ran(other);
    const ours = await ran(file);
    const changed = (): string[] => told.flatMap((push) => (push.kind === 'changed' ? push.event.changed : []));
    await eventually(page.onDidSend, () => (changed().includes(ours.id) ? true : undefined), 'the page is told');
    assert.equal(changed().includes(stranger.id), false);
    listening.dispose();
  });

  it('goes with its workflow when that is renamed in VS Code', async () => {
    const file = await writeWorkflow('history-moved', good);
    const { id } = await ran(file);
    await vscode.commands.executeCommand(commandIds.showHistory, file);
    const page = api.histories.page(file.fsPath);
    assert.ok(page);
    await soon(
      () => (page.panel.title === 'History: Told' ? true : undefined),
      () => `the runs of the page, which is called ${page.panel.title}`,
    );
    const to = vscode.Uri.file(file.fsPath.replace('history-moved', 'history-renamed'));
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(file, to);
    assert.ok(await vscode.workspace.applyEdit(rename));
    await soon(
      () => api.histories.page(to.fsPath),
      () => 'the page under the new name',
    );
    assert.equal((await api.connection.send(getRun, { run: id })).workflow.path, to.fsPath);
    assert.equal(api.histories.page(file.fsPath), undefined);
  });

  it('has the runs with their nodes, and says what changed between two of them', async () => {
    const file = await writeWorkflow('broken', good.replace('Told', 'Broken'));
    const before = await ran(file);
    await writeWorkflow('broken', bad.replace('Told', 'Broken'));
    const first = await ran(file);
    assert.deepEqual([before.status, first.status], ['Completed', 'Failed']);
    const { path: workflowPath } = first.workflow;
    const { runs } = readHistory(await api.connection.send(getHistory, { workflowPath, limit: 10, upTo: null }));
    assert.deepEqual(
      runs.map(({ run, statuses }) => [run.id, ...statuses]),
      [
        [before.id, 'succeeded'],
        [first.id, 'failed'],
      ],
    );
    const differences = await versionDifferences({ before, first }, api.editors.versions);
    assert.deepEqual(differences.lines, ['only: command changed']);
    assert.equal(differences.files.length, 1);
    await showTextDiff({ before, first }, api.editors.versions);
    const shown = await eventually(
      vscode.window.tabGroups.onDidChangeTabs,
      () => {
        const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return input instanceof vscode.TabInputTextDiff ? input : undefined;
      },
      'the two texts stand side by side',
    );
    assert.deepEqual([shown.original.scheme, shown.modified.scheme], ['runlens-run', 'runlens-run']);
  });
});

describe('The commits between two runs', () => {
  let folder: string;
  const file = (name: string): string => path.join(folder, name);
  const git = (when: string, ...parameters: string[]): void => {
    const who = {
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'a@x',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'a@x',
    };
    const env = { ...process.env, ...who, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when };
    execFileSync('git', parameters, { cwd: folder, env, stdio: 'pipe' });
  };
  const commit = async (when: string, name: string, subject: string): Promise<void> => {
    await writeFile(file(name), subject);
    git(when, 'add', '--', name);
    git(when, 'commit', '-q', '-m', subject);
  };
  const between = { since: '2026-01-02T00:00:00.000Z', until: '2026-01-04T00:00:00.000Z' };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'runlens-git-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are those that touch the files of the workflow, newest first, whatever is in their words and names', async () => {
    git('2026-01-01T00:00:00Z', 'init', '-q');
    await commit('2026-01-01T00:00:00Z', 'a.workflow.yaml', 'before the last success');
    await commit('2026-01-02T10:00:00Z', 'a.workflow.yaml', 'Make it fail');
    await commit('2026-01-02T11:00:00Z', 'unrelated.txt', 'something else');
    await commit('2026-01-03T10:00:00Z', ':(top)*.sh', '$(rm -rf /) <b>markup</b>');
    await commit('2026-01-05T00:00:00Z', 'a.workflow.yaml', 'after the first failure');
    const files = [file('a.workflow.yaml'), file(':(top)*.sh'), file('never-there.sh')];
    const found = await commitsBetween({ folder, files, ...between });
    assert.equal(found.kind, 'known');
    assert.deepEqual(
      found.commits.map(({ subject, author }) => [subject, author]),
      [
        ['$(rm -rf /) <b>markup</b>', 'Ada'],
        ['Make it fail', 'Ada'],
      ],
    );
    assert.match(found.commits[0]?.hash ?? '', /^[0-9a-f]{40}$/);
    assert.equal(found.hasMore, false);
  });

  it('are not told apart by what a subject holds, and a shallow clone says that it does not reach back', async () => {
    git('2026-01-01T00:00:00Z', 'init', '-q');
    await commit('2026-01-01T00:00:00Z', 'a.workflow.yaml', 'before the last success');
    await commit('2026-01-02T10:00:00Z', 'a.workflow.yaml', 'odd\u001Fsubject\u001Fof parts');
    await commit('2026-01-02T11:00:00Z', 'unrelated.txt', 'something else');
    await commit('2026-01-02T12:00:00Z', 'unrelated.txt', 'and more of it');
    const files = ['a.workflow.yaml'];
    const whole = await commitsBetween({ folder, files: files.map(file), ...between });
    assert.equal(whole.kind, 'known');
    assert.deepEqual(
      whole.commits.map(({ subject, author, date }) => [subject, author, Date.parse(date)]),
      [['odd\u001Fsubject\u001Fof parts', 'Ada', Date.parse('2026-01-02T10:00:00Z')]],
    );
    const shallow = file('shallow');
    git('2026-01-03T00:00:00Z', 'clone', '-q', '--depth', '2', `file://${folder}`, shallow);
    const cut = await commitsBetween({
      folder: shallow,
      files: files.map((name) => path.join(shallow, name)),
      ...between,
    });
    assert.equal(cut.kind, 'unknown');
    assert.match(cut.sentence, /does not reach back .* git fetch --unshallow/);
  });

  it('are none where there is no repository, no commit, and no folder any more', async () => {
    const question = { files: [file('a.workflow.yaml')], ...between };
    assert.deepEqual(await commitsBetween({ folder, ...question }), { kind: 'noRepository' });
    assert.deepEqual(await commitsBetween({ folder: file('gone'), ...question }), { kind: 'noRepository' });
    git('2026-01-01T00:00:00Z', 'init', '-q');
    assert.deepEqual(await commitsBetween({ folder, ...question }), { kind: 'known', commits: [], hasMore: false });
  });

  it('are left out with a sentence where Git is missing', async () => {
    const known = process.env['PATH'];
    process.env['PATH'] = folder;
    try {
      const found = await commitsBetween({ folder, files: [file('a')], ...between });
      assert.equal(found.kind, 'unknown');
      assert.match(found.sentence, /Git was not found/);
    } finally {
      process.env['PATH'] = known;
    }
  });
});
